package jindu.publish.workbook;

import java.util.ArrayList;
import java.util.List;
import jindu.table.ResponseQualityTable;
import org.apache.spark.sql.Row;

/** Who answered, form by form: the district above its townships. */
final class QualityLines {

  private static final List<SheetColumn> COLUMNS =
      List.of(
          SheetColumn.of("form", 10),
          SheetColumn.of("form-title", 39),
          SheetColumn.of("place", 16),
          SheetColumn.of("expected", 8),
          SheetColumn.of("reported", 8),
          SheetColumn.of("on-time", 8),
          SheetColumn.of("late", 8),
          SheetColumn.of("response", 10),
          SheetColumn.of("response-size", 14),
          SheetColumn.of("estimated", 10),
          SheetColumn.of("quarantined", 9),
          SheetColumn.of("flagged", 9),
          SheetColumn.of("explained", 9));

  private final Edition edition;

  private QualityLines(Edition edition) {
    this.edition = edition;
  }

  static SheetContent of(Edition edition) {
    QualityLines lines = new QualityLines(edition);
    List<SheetLine> shown = new ArrayList<>();
    String above = null;
    for (Row row : edition.current(ResponseQualityTable.DEFINITION)) {
      String form = row.getAs(ResponseQualityTable.FORM);
      shown.add(lines.line(row, !form.equals(above)));
      above = form;
    }
    return new SheetContent(
        "quality", edition.remarks(edition.text("remark-quality")), COLUMNS, shown, 3);
  }

  private SheetLine line(Row row, boolean first) {
    RowCells cells = new RowCells(row);
    String form = row.getAs(ResponseQualityTable.FORM);
    String place = row.getAs(ResponseQualityTable.TOWNSHIP_CODE);
    return new SheetLine(
        List.of(
            SheetCell.ofBlock(form, first),
            SheetCell.ofBlock(edition.names().form(form), first),
            SheetCell.text(edition.names().place(place)),
            cells.count(ResponseQualityTable.EXPECTED),
            cells.count(ResponseQualityTable.REPORTED),
            cells.count(ResponseQualityTable.ON_TIME),
            cells.count(ResponseQualityTable.LATE),
            response(row),
            cells.percent(ResponseQualityTable.RESPONSE_SIZE_PCT),
            cells.percent(ResponseQualityTable.ESTIMATED_SHARE_PCT),
            cells.count(ResponseQualityTable.QUARANTINED),
            cells.count(ResponseQualityTable.FLAGGED),
            cells.count(ResponseQualityTable.EXPLAINED)),
        edition.isDistrict(place));
  }

  /** Of counts, which stay where the shares by size are withheld. */
  private static SheetCell response(Row row) {
    return SheetCell.figure(row.getAs(ResponseQualityTable.RESPONSE_PCT), CellFormat.PERCENT);
  }
}
