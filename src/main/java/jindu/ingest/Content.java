package jindu.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import jindu.core.ContentHash;
import org.apache.commons.io.input.TeeInputStream;

/** The bytes of a file and their hash; storage is read once, and all else reads what was kept. */
final class Content implements AutoCloseable {

  /** A file beyond 2 GiB is hashed and refused; a million rows of a form take a sixth of that. */
  static final long LARGEST = 2L << 30;

  private final Spool bytes;
  private final long size;
  private final long largest;
  private final String hash;

  private Content(Spool bytes, long size, long largest, String hash) {
    this.bytes = bytes;
    this.size = size;
    this.largest = largest;
    this.hash = hash;
  }

  static Content read(InputStream stream) throws IOException {
    return read(stream, LARGEST);
  }

  /** Reads to the end; what lies beyond the largest size is hashed and not kept. */
  static Content read(InputStream stream, long largest) throws IOException {
    Spool bytes = new Spool();
    boolean isHandedOn = false;
    try (Kept kept = new Kept(bytes.out(), largest)) {
      String hash = ContentHash.of(new TeeInputStream(stream, kept));
      isHandedOn = true;
      return new Content(bytes, kept.size, largest, hash);
    } finally {
      if (!isHandedOn) {
        bytes.close();
      }
    }
  }

  /** What was kept, from the beginning: all of it, unless {@link #isTooLarge}. */
  InputStream open() throws IOException {
    return bytes.open();
  }

  /**
   * Reads again what was kept, before the file is blamed for what could not be read: where it is no
   * more what came, the temporary folder is at fault, and the run stops.
   */
  void requireKept() {
    try (InputStream stream = open()) {
      if (!isTooLarge() && !ContentHash.of(stream).equals(hash)) {
        throw new IOException("what was kept there has changed");
      }
    } catch (IOException e) {
      throw Spool.noSpace(e);
    }
  }

  Spool bytes() {
    return bytes;
  }

  long size() {
    return size;
  }

  long largest() {
    return largest;
  }

  boolean isTooLarge() {
    return size > largest;
  }

  /** SHA-256 of all bytes, in hexadecimal digits. */
  String hash() {
    return hash;
  }

  /** Names a delivery: the same path and content is the same delivery (contracts.md section 3). */
  String deliveryId(String path) {
    return ContentHash.of(path + "\n" + hash);
  }

  @Override
  public void close() {
    bytes.close();
  }

  /** Counts all bytes and hands on the first ones. */
  private static final class Kept extends OutputStream {

    private final OutputStream out;
    private final long most;
    private long size;

    Kept(OutputStream out, long most) {
      this.out = out;
      this.most = most;
    }

    @Override
    public void write(int single) {
      write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      int wanted = (int) Math.max(0, Math.min(length, most - size));
      size += length;
      try {
        out.write(bytes, from, wanted);
      } catch (IOException e) {
        throw Spool.noSpace(e);
      }
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
