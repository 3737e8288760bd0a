package jindu.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The bytes of a file and their hash. */
final class Content {

  /** A file beyond this many bytes is refused; a form of a district's units takes up far less. */
  static final int LARGEST = 64 << 20;

  private final byte[] bytes;
  private final long size;
  private final String hash;

  private Content(byte[] bytes, long size, String hash) {
    this.bytes = bytes;
    this.size = size;
    this.hash = hash;
  }

  /** Reads to the end; what lies beyond {@link #LARGEST} is hashed and not kept. */
  static Content read(InputStream stream) throws IOException {
    MessageDigest digest = sha256();
    byte[] bytes = stream.readNBytes(LARGEST + 1);
    digest.update(bytes);
    long size = bytes.length;
    byte[] buffer = new byte[1 << 16];
    for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
      digest.update(buffer, 0, read);
      size += read;
    }
    return new Content(size > LARGEST ? new byte[0] : bytes, size, hex(digest));
  }

  /** All bytes; none when {@link #isTooLarge}. */
  byte[] bytes() {
    return bytes;
  }

  long size() {
    return size;
  }

  boolean isTooLarge() {
    return size > LARGEST;
  }

  /** SHA-256 of all bytes, in hexadecimal digits. */
  String hash() {
    return hash;
  }

  /** Names a delivery: the same path and content is the same delivery (contracts.md section 3). */
  String deliveryId(String path) {
    MessageDigest digest = sha256();
    digest.update((path + "\n" + hash).getBytes(StandardCharsets.UTF_8));
    return hex(digest);
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Missing SHA-256: every Java platform has it.", e);
    }
  }
}
