package jindu.publish;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import jindu.core.ContentHash;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A file of a publication beside its tables: the workbook, the dashboard, what is exchanged.
 *
 * @param path below the publication's folder
 * @param sha256 of the bytes, in hex
 */
public record PublishedDocument(String path, String sha256) {

  /** Writes a document into a publication's folder. */
  static PublishedDocument write(Path folder, String name, byte[] content) throws IOException {
    FileSystem files = folder.getFileSystem(new Configuration());
    Path file = new Path(folder, name);
    try (OutputStream out = files.create(file, true)) {
      out.write(content);
    }
    // Hadoop leaves a checksum of its own beside a local file: it is no part of a publication.
    files.delete(new Path(file.getParent(), "." + file.getName() + ".crc"), false);
    return new PublishedDocument(name, ContentHash.of(new ByteArrayInputStream(content)));
  }
}
