package jindu.ingest;

import java.util.ArrayList;
import java.util.List;

/** The sheets of a workbook that were not read, and why: {@code hidden: 底稿; no header: 说明}. */
final class SkippedSheets {

  private final List<String> hidden = new ArrayList<>();
  private final List<String> withoutHeader = new ArrayList<>();

  void hidden(String sheet) {
    hidden.add(sheet);
  }

  void withoutHeader(String sheet) {
    withoutHeader.add(sheet);
  }

  /** One line, or null when every sheet was read. */
  String text() {
    List<String> parts = new ArrayList<>();
    if (!hidden.isEmpty()) {
      parts.add("hidden: " + String.join(", ", hidden));
    }
    if (!withoutHeader.isEmpty()) {
      parts.add("no header: " + String.join(", ", withoutHeader));
    }
    return parts.isEmpty() ? null : String.join("; ", parts);
  }
}
