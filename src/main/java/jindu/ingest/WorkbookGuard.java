package jindu.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Refuses a workbook that would unpack to more than this process should hold, or is damaged.
 *
 * <p>It unpacks every part once, by the same central directory that the reader goes by, so that the
 * sizes which the file claims need not be believed.
 */
final class WorkbookGuard {

  private static final long LARGEST_CONTENT = 256L << 20;
  private static final int MOST_PARTS = 2_000;
  private static final int BUFFER = 1 << 16;
  private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  private WorkbookGuard() {}

  /** Reads every part to its end and compares its checksum. */
  static void check(byte[] content) throws UnusableFileException, IOException {
    if (content.length >= OLE2.length && startsWithOle2(content)) {
      // What Excel writes for .xls, and for a workbook under a password.
      throw new UnusableFileException(Refusal.UNREADABLE_WORKBOOK, "OLE2");
    }
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(content)).get()) {
      int parts = 0;
      long size = 0;
      for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
        parts++;
        if (parts > MOST_PARTS) {
          throw new UnusableFileException(Refusal.UNREADABLE_WORKBOOK, "parts>" + MOST_PARTS);
        }
        try (InputStream unpacked = zip.getInputStream(part)) {
          size += size(unpacked, part, LARGEST_CONTENT - size);
        }
        refuseColumnBeyondLast(zip, part);
      }
    }
  }

  private static void refuseColumnBeyondLast(ZipFile zip, ZipArchiveEntry part)
      throws UnusableFileException, IOException {
    try (InputStream unpacked = zip.getInputStream(part)) {
      String reference = WorkbookColumns.firstBeyondLast(unpacked);
      if (!reference.isEmpty()) {
        throw new UnusableFileException(
            Refusal.UNREADABLE_WORKBOOK, part.getName() + " column>XFD " + reference);
      }
    }
  }

  private static boolean startsWithOle2(byte[] content) {
    return Arrays.equals(content, 0, OLE2.length, OLE2, 0, OLE2.length);
  }

  private static long size(InputStream unpacked, ZipArchiveEntry part, long limit)
      throws UnusableFileException, IOException {
    CRC32 checksum = new CRC32();
    byte[] buffer = new byte[BUFFER];
    long size = 0;
    for (int read = unpacked.read(buffer); read >= 0; read = unpacked.read(buffer)) {
      size += read;
      if (size > limit) {
        throw new UnusableFileException(Refusal.UNREADABLE_WORKBOOK, "size>" + LARGEST_CONTENT);
      }
      checksum.update(buffer, 0, read);
    }
    if (checksum.getValue() != part.getCrc()) {
      throw new UnusableFileException(Refusal.UNREADABLE_WORKBOOK, "crc " + part.getName());
    }
    return size;
  }
}
