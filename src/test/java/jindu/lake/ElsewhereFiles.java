package jindu.lake;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.DelegateToFileSystem;

/** The same as {@link ElsewhereFileSystem}, as who renames over a file asks for it. */
public final class ElsewhereFiles extends DelegateToFileSystem {

  public ElsewhereFiles(URI uri, Configuration settings) throws IOException, URISyntaxException {
    super(uri, new ElsewhereFileSystem(), settings, uri.getScheme(), false);
  }
}
