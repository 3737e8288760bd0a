package jindu.run;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import jindu.core.ContentHash;

/** The program that runs: a batch that another one began is not carried on. */
final class Program {

  private Program() {}

  /** Hash of the jar; empty where the classes lie in a folder, as in tests. */
  static String hash() throws IOException {
    Path jar;
    try {
      jar = Path.of(Program.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException("Cannot find the program's own jar.", e);
    }
    if (!Files.isRegularFile(jar)) {
      return "";
    }
    try (InputStream in = Files.newInputStream(jar)) {
      return ContentHash.of(in);
    }
  }
}
