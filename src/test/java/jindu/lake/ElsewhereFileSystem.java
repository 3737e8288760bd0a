package jindu.lake;

import java.net.URI;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** A file system that is not this machine's for the program, and lies on its disk all the same. */
public final class ElsewhereFileSystem extends RawLocalFileSystem {

  private static final URI HERE = URI.create("elsewhere:///");

  @Override
  public URI getUri() {
    return HERE;
  }

  @Override
  public String getScheme() {
    return HERE.getScheme();
  }
}
