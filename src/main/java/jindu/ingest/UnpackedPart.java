package jindu.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** One part of a workbook while it is unpacked: counts, and stops at the limits. */
final class UnpackedPart extends FilterInputStream {

  /** Far beyond the longest text of a cell (32,767 characters) and the longest formula (8,192). */
  private static final long LONGEST_TOKEN = 1L << 20;

  private static final int BUFFER = 1 << 16;

  private final ZipArchiveEntry part;
  private final WorkbookLimits limits;
  private final long sizeBefore;
  private final CRC32 checksum = new CRC32();
  private long size;
  private long tokenStart;
  private UnusableFileException refusal;

  /**
   * A part.
   *
   * @param sizeBefore bytes that the parts before it unpacked to
   */
  UnpackedPart(InputStream unpacked, ZipArchiveEntry part, WorkbookLimits limits, long sizeBefore) {
    super(unpacked);
    this.part = part;
    this.limits = limits;
    this.sizeBefore = sizeBefore;
  }

  String name() {
    return part.getName();
  }

  long size() {
    return size;
  }

  /** What is read from here on belongs to the next token. */
  void token() {
    tokenStart = size;
  }

  @Override
  public int read() throws IOException {
    byte[] single = new byte[1];
    return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int read = super.read(bytes, from, length);
    if (read > 0) {
      size += read;
      checksum.update(bytes, from, read);
      if (size - tokenStart > LONGEST_TOKEN) {
        refuse(Refusal.BEYOND_EXCEL, "text>" + LONGEST_TOKEN);
      }
      if (sizeBefore + size > limits.unpacked()) {
        refuse(Refusal.UNPACKS_TOO_LARGE, "size>" + limits.unpacked());
      }
      if (size > limits.judged() && size / limits.ratio() > part.getCompressedSize()) {
        refuse(Refusal.PACKED_TOO_TIGHTLY, "ratio>" + limits.ratio());
      }
    }
    return read;
  }

  /**
   * Reads to the end and compares the checksum.
   *
   * @throws UnusableFileException also for what stopped whoever read before
   */
  void finish() throws UnusableFileException {
    byte[] buffer = new byte[BUFFER];
    try {
      if (refusal == null) {
        for (token(); read(buffer, 0, BUFFER) >= 0; token()) {
          // All the limits are in read.
        }
      }
    } catch (IOException e) {
      if (refusal == null) {
        throw WorkbookRows.unreadable(e);
      }
    }
    if (refusal != null) {
      throw refusal;
    }
    if (checksum.getValue() != part.getCrc()) {
      throw new UnusableFileException(Refusal.UNREADABLE_WORKBOOK, "crc " + name());
    }
  }

  private void refuse(Refusal reason, String detail) throws IOException {
    refusal = new UnusableFileException(reason, name() + " " + detail);
    throw new IOException(refusal);
  }
}
