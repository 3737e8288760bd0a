package jindu.cli;

import static org.apache.spark.sql.functions.col;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import jindu.table.TableDefinition;
import jindu.table.TownshipRankingTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/** The townships in their order, one block an indicator. */
final class TownshipReport implements PublishedReport {

  @Override
  public String name() {
    return "townships";
  }

  @Override
  public TableDefinition table() {
    return TownshipRankingTable.DEFINITION;
  }

  @Override
  public Column[] order() {
    return new Column[] {
      col(TownshipRankingTable.INDICATOR),
      col(TownshipRankingTable.RANK).asc_nulls_last(),
      col(TownshipRankingTable.TOWNSHIP_CODE)
    };
  }

  @Override
  public List<String> lines(List<Row> rows, ReportWords words) {
    List<String> lines = new ArrayList<>();
    PublishedReport.groupedBy(TownshipRankingTable.INDICATOR, rows)
        .forEach(
            (indicator, ranked) -> {
              lines.add((lines.isEmpty() ? "" : "\n") + words.indicator(indicator));
              lines.addAll(ReportColumn.lines(columns(words), ranked, words));
            });
    return lines;
  }

  private static List<ReportColumn> columns(ReportWords words) {
    return List.of(
        ReportColumn.number(
            "rank", row -> ReportWords.orNothing(row.getAs(TownshipRankingTable.RANK))),
        ReportColumn.rest(
            "place", row -> words.place(row.getAs(TownshipRankingTable.TOWNSHIP_CODE))),
        ReportColumn.number(
            "completion",
            row -> ReportWords.percent(row.getAs(TownshipRankingTable.COMPLETION_PCT))),
        ReportColumn.number(
            "growth",
            row -> ReportWords.signed(row.<BigDecimal>getAs(TownshipRankingTable.GROWTH_YTD_PCT))),
        ReportColumn.number(
            "rank-change",
            row -> ReportWords.signed(row.<Integer>getAs(TownshipRankingTable.RANK_CHANGE))),
        ReportColumn.text(
            "withheld",
            0,
            row ->
                row.<Boolean>getAs(TownshipRankingTable.WITHHELD) ? words.text("withheld") : ""));
  }
}
