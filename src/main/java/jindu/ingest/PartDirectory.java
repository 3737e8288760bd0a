package jindu.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.io.channels.ByteArraySeekableByteChannel;
import org.apache.commons.io.channels.FilterSeekableByteChannel;

/**
 * Opens the directory of a workbook without trusting its length.
 *
 * <p>The library makes objects for every record that the directory holds, whatever number of them
 * its end record claims, before anybody can count them. So it is stopped by the bytes that it asks
 * for: no honest directory of as many parts as are allowed is longer.
 */
final class PartDirectory {

  /** A record has 46 bytes, its local header 30; the rest is names and extra fields, twice. */
  private static final long PART = 512;

  /** Where a long comment hides the end record, it is looked for at each place: 4 bytes of each. */
  private static final long END = 4 * (22L + 0xFFFF);

  private PartDirectory() {}

  /**
   * Opens the workbook, which the caller closes.
   *
   * @param parts the most that are allowed
   */
  static ZipFile open(Content content, int parts) throws IOException, UnusableFileException {
    Directory bytes = new Directory(channel(content), END + parts * PART);
    boolean isOpen = false;
    try {
      ZipFile zip = ZipFile.builder().setSeekableByteChannel(bytes).get();
      bytes.left = Long.MAX_VALUE;
      isOpen = true;
      return zip;
    } catch (IOException e) {
      if (bytes.left < 0) {
        throw new UnusableFileException(
            Refusal.TOO_MANY_PARTS, "directory>" + (END + parts * PART) + " bytes");
      }
      throw e;
    } finally {
      if (!isOpen) {
        bytes.close();
      }
    }
  }

  private static SeekableByteChannel channel(Content content) throws IOException {
    if (content.bytes().file().isPresent()) {
      return FileChannel.open(content.bytes().file().get().toPath());
    }
    try (InputStream stream = content.open()) {
      return ByteArraySeekableByteChannel.wrap(stream.readAllBytes());
    }
  }

  /** The bytes of the workbook: so many while its directory is read. */
  private static final class Directory extends FilterSeekableByteChannel<SeekableByteChannel> {

    private long left;

    Directory(SeekableByteChannel bytes, long most) {
      super(bytes);
      this.left = most;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
      left -= into.remaining();
      if (left < 0) {
        throw new IOException("The directory goes on.");
      }
      return super.read(into);
    }
  }
}
