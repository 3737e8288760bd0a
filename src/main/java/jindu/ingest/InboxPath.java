package jindu.ingest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the path of a file under {@code inbox/} says (contracts.md section 3).
 *
 * @param form the form's folder; empty when the file lies elsewhere than in {@code <FORM>/} or
 *     {@code <FORM>/<day>/}, which makes it a refused delivery and not a forgotten one
 * @param receivedDate the day received, where the folder names one
 * @param name the file's own name
 */
public record InboxPath(String form, Optional<LocalDate> receivedDate, String name) {

  /**
   * Reads a path under {@code inbox/}; empty when it is not yet delivered.
   *
   * <p>Not yet delivered is whatever starts with {@code .} or {@code _}, folders included, and
   * names that end in {@code .part} or {@code .tmp}.
   */
  public static Optional<InboxPath> parse(String path) {
    List<String> parts = Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).toList();
    if (parts.isEmpty() || parts.stream().anyMatch(InboxPath::isHidden)) {
      return Optional.empty();
    }
    String name = parts.get(parts.size() - 1);
    if (name.endsWith(".part") || name.endsWith(".tmp")) {
      return Optional.empty();
    }
    return Optional.of(
        switch (parts.size()) {
          case 2 -> new InboxPath(parts.get(0), Optional.empty(), name);
          case 3 ->
              day(parts.get(1))
                  .map(day -> new InboxPath(parts.get(0), Optional.of(day), name))
                  .orElseGet(() -> outside(name));
          default -> outside(name);
        });
  }

  private static InboxPath outside(String name) {
    return new InboxPath("", Optional.empty(), name);
  }

  private static boolean isHidden(String part) {
    return part.startsWith(".") || part.startsWith("_");
  }

  private static Optional<LocalDate> day(String folder) {
    try {
      return Optional.of(LocalDate.parse(folder));
    } catch (DateTimeException notADay) {
      return Optional.empty();
    }
  }
}
