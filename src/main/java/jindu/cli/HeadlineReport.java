package jindu.cli;

import java.math.BigDecimal;
import java.util.List;
import jindu.core.Target;
import jindu.table.HeadlineTable;
import jindu.table.TableDefinition;
import org.apache.spark.sql.Row;

/** The headline lines, as a leader reads them. */
final class HeadlineReport implements PublishedReport {

  @Override
  public String name() {
    return "headline";
  }

  @Override
  public TableDefinition table() {
    return HeadlineTable.DEFINITION;
  }

  @Override
  public List<String> lines(List<Row> rows, ReportWords words) {
    String title = words.isChinese() ? HeadlineTable.TITLE_ZH : HeadlineTable.TITLE_EN;
    return ReportColumn.lines(
        List.of(
            ReportColumn.text("indicator", 30, row -> row.getAs(title)),
            ReportColumn.text("unit", 10, row -> row.getAs(HeadlineTable.DISPLAY_UNIT)),
            ReportColumn.number("value", row -> value(row, words)),
            ReportColumn.number(
                "growth",
                row -> ReportWords.signed(row.<BigDecimal>getAs(HeadlineTable.GROWTH_PCT))),
            ReportColumn.text("basis", 12, row -> basis(row, words)),
            ReportColumn.number("target", row -> target(row, words)),
            ReportColumn.number(
                "completion", row -> ReportWords.percent(row.getAs(HeadlineTable.COMPLETION_PCT))),
            ReportColumn.text("lamp", 0, words::lamp)),
        rows,
        words);
  }

  private static String value(Row row, ReportWords words) {
    return ReportWords.rounded(
        row.getAs(HeadlineTable.DISPLAY_VALUE), words.decimals(row.getAs(HeadlineTable.INDICATOR)));
  }

  private static String basis(Row row, ReportWords words) {
    String basis = row.getAs(HeadlineTable.GROWTH_BASIS);
    boolean hasGrowth = row.getAs(HeadlineTable.GROWTH_PCT) != null && basis != null;
    return hasGrowth ? words.text("basis-" + basis) : Numbers.NOTHING;
  }

  private static String target(Row row, ReportWords words) {
    BigDecimal target = row.getAs(HeadlineTable.TARGET);
    String kind = row.getAs(HeadlineTable.TARGET_KIND);
    if (target == null || kind == null) {
      return Numbers.NOTHING;
    }
    return kind.equals(Target.Kind.GROWTH.code())
        ? ReportWords.signed(target) + "%"
        : ReportWords.rounded(target, words.decimals(row.getAs(HeadlineTable.INDICATOR)));
  }
}
