package jindu.ingest;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Temporary files of processes that were killed: they hold single respondents' figures. */
final class LeftBehind {

  private static final Pattern NAME = Pattern.compile(Spool.NAME + "(\\d{1,18})-.*");

  private LeftBehind() {}

  /** Deletes those of processes that no longer live. */
  static void delete(Path folder) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, Spool.NAME + "*")) {
      for (Path file : files) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
          deleteIfAllowed(file);
        }
      }
    } catch (IOException e) {
      throw Spool.noSpace(e);
    }
  }

  private static void deleteIfAllowed(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException notOurs) {
      // Another user's: that user's next run deletes it.
    }
  }
}
