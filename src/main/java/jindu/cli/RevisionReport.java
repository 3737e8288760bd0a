package jindu.cli;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;

import java.math.BigDecimal;
import java.util.List;
import jindu.core.Quarter;
import jindu.table.RevisionTable;
import jindu.table.TableDefinition;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What changed since it was first published, and why; the largest revision in percent first. */
final class RevisionReport implements PublishedReport {

  @Override
  public String name() {
    return "revisions";
  }

  @Override
  public TableDefinition table() {
    return RevisionTable.DEFINITION;
  }

  /** What was never revised has a row too, and nothing to read here. */
  @Override
  public Dataset<Row> of(Dataset<Row> rows, Quarter quarter) {
    return rows.where(PublishedReport.isOf(quarter))
        .where(col(RevisionTable.CAUSE).notEqual(RevisionTable.NONE))
        .orderBy(order());
  }

  @Override
  public Column[] order() {
    return new Column[] {
      abs(col(RevisionTable.REVISION_PCT)).desc_nulls_last(),
      col(RevisionTable.INDICATOR),
      col(RevisionTable.TOWNSHIP_CODE),
      col(RevisionTable.SECTOR_CODE),
      col(RevisionTable.CAUSE)
    };
  }

  @Override
  public List<String> lines(List<Row> rows, ReportWords words) {
    return ReportColumn.lines(
        List.of(
            ReportColumn.rest(
                "indicator", row -> words.indicator(row.getAs(RevisionTable.INDICATOR))),
            ReportColumn.text(
                "place", 12, row -> words.place(row.getAs(RevisionTable.TOWNSHIP_CODE))),
            ReportColumn.text(
                "sector", 10, row -> words.sector(row.getAs(RevisionTable.SECTOR_CODE))),
            ReportColumn.text(
                "cause", 10, row -> words.text("explain-cause-" + row.getAs(RevisionTable.CAUSE))),
            amount("first", RevisionTable.FIRST_VALUE, words),
            amount("latest", RevisionTable.LATEST_VALUE, words),
            ReportColumn.number(
                "revision",
                row -> ReportWords.signed(row.<BigDecimal>getAs(RevisionTable.REVISION_PCT)))),
        rows,
        words);
  }

  private static ReportColumn amount(String header, String column, ReportWords words) {
    return ReportColumn.number(
        header, row -> words.displayed(row.getAs(RevisionTable.INDICATOR), row.getAs(column)));
  }
}
