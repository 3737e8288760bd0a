package jindu.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The SQL scripts of one form of a peer, in the order of their names: those of the natural form,
 * and where another form has one of the same name, that.
 */
public final class PeerScripts {

  /** As somebody writes it who knows the engine and has an afternoon. */
  static final String NATURAL = "natural";

  /** As somebody writes it who has measured what takes long. */
  static final String FASTEST = "fastest";

  private PeerScripts() {}

  /**
   * Finds the scripts.
   *
   * @param folder of the peer, with a folder a form
   */
  public static List<Path> of(Path folder, String form) throws IOException {
    Map<String, Path> scripts = new TreeMap<>();
    for (Path from : List.of(folder.resolve(NATURAL), folder.resolve(form))) {
      try (Stream<Path> files = Files.list(from)) {
        files
            .filter(file -> file.toString().endsWith(".sql"))
            .forEach(file -> scripts.put(file.getFileName().toString(), file));
      }
    }
    return List.copyOf(scripts.values());
  }
}
