package jindu.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import jindu.core.VisibleText;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/** What kind of part a workbook must not hold: told by names, content types and relationships. */
final class PartKind {

  /** From the root, up a folder, backslashes, drives. */
  private static final Pattern UNSAFE = Pattern.compile("/.*|(.*/)?\\.\\.?(/.*)?|.*[\\\\:].*");

  private static final Pattern MACROS =
      Pattern.compile("(.*/)?vbaproject[^/]*\\.bin|xl/macrosheets/.*");

  private static final Pattern EXTERNAL = Pattern.compile("xl/externallinks/.*");

  private PartKind() {}

  /** Refuses a workbook by the names of its parts. */
  static void refuseUnsafe(Iterable<ZipArchiveEntry> parts) throws UnusableFileException {
    Set<String> names = new HashSet<>();
    for (ZipArchiveEntry part : parts) {
      // The raw name: the library turns backslashes into slashes.
      String name = new String(part.getRawName(), UTF_8).toLowerCase(Locale.ROOT);
      refuse(
          UNSAFE.matcher(name).matches() || name.isEmpty() || !names.add(name),
          Refusal.UNSAFE_PART_NAME,
          name);
      refuse(!VisibleText.isVisible(name), Refusal.UNSAFE_PART_NAME, name);
      refuse(part.getGeneralPurposeBit().usesEncryption(), Refusal.LOCKED_WORKBOOK, part.getName());
      refuse(MACROS.matcher(name).matches(), Refusal.MACROS, part.getName());
      refuse(EXTERNAL.matcher(name).matches(), Refusal.EXTERNAL_LINKS, part.getName());
      refuse(
          part.getMethod() != ZipMethod.STORED.getCode()
              && part.getMethod() != ZipMethod.DEFLATED.getCode(),
          Refusal.UNREADABLE_WORKBOOK,
          part.getName() + " method=" + part.getMethod());
    }
  }

  /** Refuses a workbook by what a relationship or a content type says; hyperlinks are harmless. */
  static void refuseUnsafe(XMLStreamReader xml, String part) throws UnusableFileException {
    String contentType = attribute(xml, "ContentType");
    String relation = attribute(xml, "Type");
    refuse(
        contentType.contains("macro")
            || contentType.contains("vbaproject")
            || relation.endsWith("/vbaproject")
            || relation.endsWith("macrosheet"),
        Refusal.MACROS,
        part);
    boolean isExternal = attribute(xml, "TargetMode").equals("external");
    refuse(
        relation.contains("/externallink") || (isExternal && !relation.endsWith("/hyperlink")),
        Refusal.EXTERNAL_LINKS,
        part + " " + attribute(xml, "Target"));
  }

  private static String attribute(XMLStreamReader xml, String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value.toLowerCase(Locale.ROOT);
  }

  private static void refuse(boolean isWrong, Refusal reason, String detail)
      throws UnusableFileException {
    if (isWrong) {
      throw new UnusableFileException(reason, VisibleText.of(detail));
    }
  }
}
