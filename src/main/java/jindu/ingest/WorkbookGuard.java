package jindu.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Refuses a workbook that is damaged, locked, or more than a table: before the reader opens it.
 *
 * <p>It unpacks every part once, by the same central directory that the reader goes by, so that the
 * sizes which the file claims need not be believed.
 */
final class WorkbookGuard {

  private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  private WorkbookGuard() {}

  static void check(Content content) throws UnusableFileException {
    check(content, WorkbookLimits.HONEST);
  }

  /** Reads every part to its end and compares its checksum. */
  static void check(Content content, WorkbookLimits limits) throws UnusableFileException {
    try {
      refuseOle2(content);
      try (ZipFile zip = PartDirectory.open(content, limits.parts())) {
        List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
        refuseByDirectory(content, parts, limits);
        long size = 0;
        long held = 0;
        for (ZipArchiveEntry part : parts) {
          try (UnpackedPart unpacked =
              new UnpackedPart(zip.getInputStream(part), part, limits, size)) {
            held += PartScan.heldBytes(unpacked);
            size += unpacked.size();
          }
          refuse(
              held > limits.held(),
              Refusal.UNPACKS_TOO_LARGE,
              part.getName() + " held>" + limits.held());
        }
      }
    } catch (IOException | RuntimeException e) {
      throw WorkbookRows.unreadable(e);
    }
  }

  private static void refuseByDirectory(
      Content content, List<ZipArchiveEntry> parts, WorkbookLimits limits)
      throws UnusableFileException {
    refuse(parts.size() > limits.parts(), Refusal.TOO_MANY_PARTS, "parts=" + parts.size());
    PartKind.refuseUnsafe(parts);
    long claimed = parts.stream().mapToLong(ZipArchiveEntry::getSize).sum();
    refuse(claimed > limits.unpacked(), Refusal.UNPACKS_TOO_LARGE, "size=" + claimed);
    long packed = parts.stream().mapToLong(ZipArchiveEntry::getCompressedSize).sum();
    // Parts that share their packed bytes unpack to any size at all.
    refuse(packed > content.size(), Refusal.PACKED_TOO_TIGHTLY, "packed=" + packed);
  }

  /** What Excel writes for .xls, and for a workbook under a password. */
  private static void refuseOle2(Content content) throws UnusableFileException, IOException {
    try (InputStream stream = content.open()) {
      boolean isOle2 = Arrays.equals(stream.readNBytes(OLE2.length), OLE2);
      refuse(isOle2, Refusal.LOCKED_WORKBOOK, "OLE2");
    }
  }

  private static void refuse(boolean isWrong, Refusal reason, String detail)
      throws UnusableFileException {
    if (isWrong) {
      throw new UnusableFileException(reason, detail);
    }
  }
}
