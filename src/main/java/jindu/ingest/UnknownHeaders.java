package jindu.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jindu.core.VisibleText;

/**
 * The headers of a file that name no column of its form: {@code 数据: 出口交货值_本年累记, 备注}. A slip in the
 * header of an optional item would else leave its values out without a word.
 */
final class UnknownHeaders {

  private static final int LONGEST = 60;
  private static final int MOST_OF_A_SHEET = 20;

  private UnknownHeaders() {}

  /** One line, or null when every header of every sheet is known. */
  static String text(List<HeadedSheet> sheets) {
    List<String> parts = new ArrayList<>();
    for (HeadedSheet sheet : sheets) {
      List<String> unknown = sheet.header().unknown();
      if (!unknown.isEmpty()) {
        parts.add((sheet.name().isEmpty() ? "" : sheet.name() + ": ") + listed(unknown));
      }
    }
    return parts.isEmpty() ? null : String.join("; ", parts);
  }

  private static String listed(List<String> unknown) {
    String first =
        unknown.stream()
            .limit(MOST_OF_A_SHEET)
            .map(UnknownHeaders::shown)
            .collect(Collectors.joining(", "));
    int more = unknown.size() - MOST_OF_A_SHEET;
    return more > 0 ? first + ", … (+" + more + ")" : first;
  }

  /** On one line: a header may hold line breaks, or be a text of any length. */
  private static String shown(String header) {
    String line = header.replaceAll("\\s+", " ");
    boolean isLong = line.codePointCount(0, line.length()) > LONGEST;
    String start = isLong ? line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…" : line;
    return VisibleText.of(start);
  }
}
