package jindu.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/**
 * A reader in a process of its own. It asks which publication is in force, by the pointer and by
 * the link in turn, and reads all files of it with DuckDB, until it is told to stop.
 */
final class ReadingProgram {

  /** The file that tells it to stop. */
  static final String STOP = "stop";

  /** The file to which it adds each publication that it read. */
  static final String READ = "read";

  private ReadingProgram() {}

  /** Takes the folder of the publications, and one for its own files. */
  public static void main(String[] arguments) throws Exception {
    Path published = Path.of(arguments[0]);
    Path own = Path.of(arguments[1]);
    try (DuckDb duck = DuckDb.open()) {
      for (boolean byLink = false; !Files.exists(own.resolve(STOP)); byLink = !byLink) {
        Path publication = byLink ? linked(published) : named(published);
        String id = publication.getFileName().toString();
        List<Map<String, Object>> found =
            duck.rows(
                "SELECT id, count(*) AS files FROM "
                    + DuckDb.parquet(publication.resolve("table").resolve("*.parquet"))
                    + " GROUP BY id");
        if (!found.equals(List.of(Map.of("id", id, "files", 2L)))) {
          throw new IllegalStateException(id + " is in force, and holds " + found);
        }
        Files.writeString(
            own.resolve(READ), id + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      }
    }
  }

  private static Path named(Path published) throws Exception {
    String pointer = Files.readString(published.resolve("current.json"));
    return published.resolve(new ObjectMapper().readTree(pointer).required("publication").asText());
  }

  /** Resolved once: a path through the link may lead elsewhere the next time. */
  private static Path linked(Path published) throws Exception {
    return published.resolve("current").toRealPath();
  }
}
