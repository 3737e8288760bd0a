package jindu.cli;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import jindu.table.ResponseQualityTable;
import jindu.table.TableDefinition;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/** Who answered, by form and place, the whole district first. */
final class QualityReport implements PublishedReport {

  @Override
  public String name() {
    return "quality";
  }

  @Override
  public TableDefinition table() {
    return ResponseQualityTable.DEFINITION;
  }

  @Override
  public Column[] order() {
    return new Column[] {col(ResponseQualityTable.FORM), col(ResponseQualityTable.TOWNSHIP_CODE)};
  }

  @Override
  public List<String> lines(List<Row> rows, ReportWords words) {
    return ReportColumn.lines(
        List.of(
            ReportColumn.text("form", 8, row -> row.getAs(ResponseQualityTable.FORM)),
            ReportColumn.rest(
                "place", row -> words.place(row.getAs(ResponseQualityTable.TOWNSHIP_CODE))),
            count("expected", ResponseQualityTable.EXPECTED),
            count("reported", ResponseQualityTable.REPORTED),
            count("late", ResponseQualityTable.LATE),
            percent("response", ResponseQualityTable.RESPONSE_PCT),
            percent("response-size", ResponseQualityTable.RESPONSE_SIZE_PCT),
            percent("estimated", ResponseQualityTable.ESTIMATED_SHARE_PCT),
            count("quarantined", ResponseQualityTable.QUARANTINED),
            count("flagged", ResponseQualityTable.FLAGGED),
            count("explained", ResponseQualityTable.EXPLAINED)),
        rows,
        words);
  }

  private static ReportColumn count(String header, String column) {
    return ReportColumn.number(header, row -> ReportWords.orNothing(row.getAs(column)));
  }

  private static ReportColumn percent(String header, String column) {
    return ReportColumn.number(header, row -> ReportWords.percent(row.getAs(column)));
  }
}
