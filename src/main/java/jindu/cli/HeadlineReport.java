package jindu.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import jindu.core.Target;
import jindu.table.HeadlineTable;
import jindu.table.TableDefinition;
import org.apache.spark.sql.Row;

/**
 * The headline lines, as a leader reads them; below them the comparison with the city and its other
 * districts, as far as these have delivered.
 */
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
    List<String> lines = new ArrayList<>(figures(rows, words));
    ProvisionalMark.meaning(rows, words).ifPresent(lines::add);
    List<Row> compared = rows.stream().filter(HeadlineReport::isCompared).toList();
    if (!compared.isEmpty()) {
      lines.add("");
      lines.add(words.text("headline-compared"));
      lines.addAll(comparison(compared, words));
    }
    return lines;
  }

  private static List<String> figures(List<Row> rows, ReportWords words) {
    return ReportColumn.lines(
        List.of(
            title(words),
            ReportColumn.text("unit", 10, row -> words.unit(row.getAs(HeadlineTable.DISPLAY_UNIT))),
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

  private static List<String> comparison(List<Row> rows, ReportWords words) {
    return ReportColumn.lines(
        List.of(
            title(words),
            ReportColumn.number(
                "city", row -> ReportWords.percent(row.getAs(HeadlineTable.CITY_FIGURE_PCT))),
            points("to-city", HeadlineTable.DIFFERENCE_TO_CITY_POINTS),
            points("to-peers", HeadlineTable.DIFFERENCE_TO_PEERS_POINTS),
            ReportColumn.number("district-rank", HeadlineReport::rank)),
        rows,
        words);
  }

  private static boolean isCompared(Row row) {
    return row.getAs(HeadlineTable.CITY_FIGURE_PCT) != null
        || row.getAs(HeadlineTable.DISTRICT_RANK) != null;
  }

  private static ReportColumn title(ReportWords words) {
    String title = words.isChinese() ? HeadlineTable.TITLE_ZH : HeadlineTable.TITLE_EN;
    return ReportColumn.rest("indicator", row -> row.getAs(title));
  }

  private static ReportColumn points(String header, String column) {
    return ReportColumn.number(header, row -> ReportWords.signed(row.<BigDecimal>getAs(column)));
  }

  /** The rank of how many. */
  private static String rank(Row row) {
    Integer rank = row.getAs(HeadlineTable.DISTRICT_RANK);
    return rank == null
        ? Numbers.NOTHING
        : rank + "/" + row.<Integer>getAs(HeadlineTable.DISTRICT_COUNT);
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
