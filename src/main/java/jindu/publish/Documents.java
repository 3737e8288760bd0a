package jindu.publish;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import jindu.core.ContentHash;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The files of a publication that people look at, as they are written. */
final class Documents {

  private final Path folder;
  private final List<PublishedDocument> written = new ArrayList<>();

  /**
   * @param folder the folder of a publication
   */
  Documents(Path folder) {
    this.folder = folder;
  }

  void write(String name, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Path file = new Path(folder, name);
    FileSystem files = file.getFileSystem(new Configuration());
    try (OutputStream out = files.create(file, true)) {
      out.write(bytes);
    }
    // Hadoop leaves a checksum of its own beside a local file: it is no part of a publication.
    files.delete(new Path(folder, "." + name + ".crc"), false);
    written.add(new PublishedDocument(name, ContentHash.of(new ByteArrayInputStream(bytes))));
  }

  List<PublishedDocument> written() {
    return List.copyOf(written);
  }
}
