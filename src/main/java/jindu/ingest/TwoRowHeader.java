package jindu.ingest;

import java.util.ArrayList;
import java.util.List;

/**
 * A header of two rows as one: 工业总产值 merged over 本年累计 and 上年同期.
 *
 * <p>Of merged cells only the first holds the text, in a workbook and in the CSV saved from it. So
 * an upper text extends to the right over empty cells, as long as there is something below.
 */
final class TwoRowHeader {

  private static final String JOIN = "_";

  private TwoRowHeader() {}

  /** The header texts: upper and lower joined where the form knows that, else the lower one. */
  static SourceRow of(SourceRow upper, SourceRow lower, FormHeaders headers) {
    List<String> texts = new ArrayList<>();
    String extended = "";
    for (int column = 0; column < Math.max(width(upper), width(lower)); column++) {
      String above = cell(upper, column);
      String below = cell(lower, column);
      extended = above.isEmpty() ? extended : above;
      if (below.isEmpty()) {
        texts.add(above);
      } else {
        String joined = extended + JOIN + below;
        boolean isJoined = !extended.isEmpty() && headers.column(joined).isPresent();
        texts.add(isJoined ? joined : below);
      }
    }
    return new SourceRow(lower.number(), texts);
  }

  private static int width(SourceRow row) {
    return row.cells().size();
  }

  private static String cell(SourceRow row, int column) {
    return column < width(row) ? row.cells().get(column) : "";
  }
}
