package jindu.publish.workbook;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jindu.core.Rounding;
import jindu.table.WeakIndicatorTable;
import org.apache.spark.sql.Row;

/** What is behind the plan, worst first: a line a target, with what pulls it down. */
final class WeakLines {

  private static final List<SheetColumn> COLUMNS =
      List.of(
          SheetColumn.centred("number", 6),
          SheetColumn.centred("lamp", 8),
          SheetColumn.of("plan-target", 32),
          SheetColumn.of("gap", 10),
          SheetColumn.of("reason", 44),
          SheetColumn.of("weak-townships", 24),
          SheetColumn.of("weak-sectors", 34));

  private static final int POINT_DECIMALS = 2;

  private final Edition edition;

  private WeakLines(Edition edition) {
    this.edition = edition;
  }

  static SheetContent of(Edition edition) {
    WeakLines lines = new WeakLines(edition);
    Map<String, List<Row>> targets =
        edition.current(WeakIndicatorTable.DEFINITION).stream()
            .sorted(Comparator.comparing(row -> row.<Integer>getAs(WeakIndicatorTable.PLACE_ORDER)))
            .collect(
                Collectors.groupingBy(
                    row -> row.<String>getAs(WeakIndicatorTable.TARGET_ID),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<SheetLine> shown = new ArrayList<>();
    targets.values().forEach(parts -> shown.add(lines.line(shown.size() + 1, parts)));
    return new SheetContent(
        "weak", edition.remarks(edition.text("remark-weak")), COLUMNS, shown, 3);
  }

  private SheetLine line(int number, List<Row> parts) {
    Row target = parts.get(0);
    RowCells cells = new RowCells(target);
    String reason = cells.word(WeakIndicatorTable.LAMP_REASON);
    return SheetLine.of(
        SheetCell.whole(number),
        cells.lamp(WeakIndicatorTable.LAMP),
        SheetCell.text(edition.names().target(target.getAs(WeakIndicatorTable.TARGET_ID))),
        cells.gap(WeakIndicatorTable.GAP_POINTS),
        SheetCell.text(reason == null ? null : edition.messages().half(reason)),
        SheetCell.text(parts(parts, WeakIndicatorTable.TOWNSHIP)),
        SheetCell.text(parts(parts, WeakIndicatorTable.SECTOR)));
  }

  /** One a line. What is withheld is in no list of weak parts. */
  private String parts(List<Row> parts, String kind) {
    return parts.stream()
        .filter(part -> kind.equals(part.getAs(WeakIndicatorTable.PART_KIND)))
        .map(part -> name(part, kind) + " " + pull(part))
        .collect(joining("\n"));
  }

  private String name(Row part, String kind) {
    String code = part.getAs(WeakIndicatorTable.PART_CODE);
    return kind.equals(WeakIndicatorTable.TOWNSHIP)
        ? edition.names().place(code)
        : edition.names().sector(code);
  }

  private String pull(Row part) {
    if (new RowCells(part).isWithheld()) {
      return edition.text("withheld");
    }
    BigDecimal pull = Rounding.round(part.getAs(WeakIndicatorTable.PULL_POINTS), POINT_DECIMALS);
    return (pull.signum() > 0 ? "+" : "") + pull.toPlainString();
  }
}
