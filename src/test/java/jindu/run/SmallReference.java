package jindu.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The repository's catalog with a few of its forms, and of all else what belongs to them: a night
 * of it costs a part of a night of the whole.
 */
public final class SmallReference {

  private static final Pattern FED = Pattern.compile("indicator: (\\w+)");
  private static final int INDICATOR_OF_A_TARGET = 3;

  private final Path reference;

  private SmallReference(Path reference) {
    this.reference = reference;
  }

  /** Copies what some forms need, where none of them names an indicator row by row. */
  public static void copy(Path reference, Set<String> forms) throws IOException {
    Path all = Path.of("data-lake", "reference");
    try (Stream<Path> files = Files.walk(all)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = reference.resolve(all.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    keep(reference, forms, Set.of());
  }

  /**
   * Leaves out what the forms do not need. No milestone stays, and no comparison.
   *
   * @param indicators those that a form names row by row
   */
  public static void keep(Path reference, Set<String> forms, Set<String> indicators)
      throws IOException {
    new SmallReference(reference).keep(forms, indicators);
  }

  private void keep(Set<String> forms, Set<String> named) throws IOException {
    Set<String> indicators = new TreeSet<>(named);
    for (Path file : files("forms")) {
      if (!forms.contains(file.getFileName().toString().replace(".yaml", ""))) {
        Files.delete(file);
        continue;
      }
      Matcher fed = FED.matcher(Files.readString(file));
      while (fed.find()) {
        indicators.add(fed.group(1));
      }
    }
    keepRows(
        reference.resolve("indicators.csv"),
        fields -> indicators.contains(fields[0]) || isRateOf(fields, indicators));
    keepHeadline(reference.resolve("headline.csv"), indicators);
    for (Path plan : files("plans")) {
      keepRows(plan, fields -> indicators.contains(fields[INDICATOR_OF_A_TARGET]));
    }
    keepRows(reference.resolve("reconciliation.csv"), fields -> false);
    for (Path milestones : files("milestones")) {
      keepRows(milestones, fields -> false);
    }
  }

  /** Its lines count up from 1. */
  private static void keepHeadline(Path file, Set<String> indicators) throws IOException {
    List<String> lines = new ArrayList<>(List.of("line,indicator"));
    for (String line : Files.readAllLines(file)) {
      String indicator = line.substring(line.indexOf(',') + 1);
      if (indicators.contains(indicator)) {
        lines.add(lines.size() + "," + indicator);
      }
    }
    Files.write(file, lines);
  }

  /** The last two fields are the numerator and the denominator. */
  private static boolean isRateOf(String[] fields, Set<String> indicators) {
    return indicators.containsAll(List.of(fields[fields.length - 2], fields[fields.length - 1]));
  }

  /** Comments and the header stay. */
  private static void keepRows(Path file, Predicate<String[]> isKept) throws IOException {
    List<String> lines = Files.readAllLines(file);
    String header = lines.stream().filter(line -> !line.startsWith("#")).findFirst().orElseThrow();
    Files.write(
        file,
        lines.stream()
            .filter(
                line ->
                    line.startsWith("#") || line.equals(header) || isKept.test(line.split(",", -1)))
            .toList());
  }

  private List<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(reference.resolve(folder))) {
      return files.toList();
    }
  }
}
