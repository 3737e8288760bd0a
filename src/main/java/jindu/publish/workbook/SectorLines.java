package jindu.publish.workbook;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import jindu.core.Sector;
import jindu.table.IndicatorTable;
import jindu.table.SectorDimensionTable;
import org.apache.spark.sql.Row;

/** Every indicator of the district by sector: a block an indicator, each part below its whole. */
final class SectorLines {

  private static final List<SheetColumn> COLUMNS =
      List.of(
          SheetColumn.of("indicator", 30),
          SheetColumn.centred("unit", 10),
          SheetColumn.centred("sector-code", 10),
          SheetColumn.of("sector", 40),
          SheetColumn.of("value", 12),
          SheetColumn.of("growth", 10),
          SheetColumn.of("share", 12),
          SheetColumn.of("pull", 10),
          SheetColumn.of("contribution", 10),
          SheetColumn.centred("status", 10));

  private static final String DIVISION = Sector.Level.DIVISION.code();

  private final Edition edition;
  private final Map<String, Row> sectors;

  private SectorLines(Edition edition) {
    this.edition = edition;
    this.sectors =
        edition.rows().of(SectorDimensionTable.DEFINITION).stream()
            .collect(toMap(row -> row.getAs(SectorDimensionTable.SECTOR_CODE), row -> row));
  }

  static SheetContent of(Edition edition) {
    SectorLines lines = new SectorLines(edition);
    List<SheetLine> shown = new ArrayList<>();
    IndicatorBlocks.of(
            edition,
            row -> edition.isDistrict(row.getAs(IndicatorTable.TOWNSHIP_CODE)),
            Comparator.comparing(row -> lines.order(row.getAs(IndicatorTable.SECTOR_CODE))))
        .forEach((indicator, cells) -> shown.addAll(lines.block(indicator, cells)));
    return new SheetContent("sectors", edition.remarks(), COLUMNS, shown, 4);
  }

  /** All, the three strata, then each section before its divisions. */
  private String order(String code) {
    if (Sector.isCoarse(code)) {
      return code.equals(Sector.ALL) ? "0" : "1" + code;
    }
    return isDivision(code)
        ? "2" + sectors.get(code).getAs(SectorDimensionTable.SECTION) + code
        : "2" + code;
  }

  private boolean isDivision(String code) {
    Row sector = sectors.get(code);
    return sector != null && DIVISION.equals(sector.getAs(SectorDimensionTable.LEVEL));
  }

  private List<SheetLine> block(String indicator, List<Row> cells) {
    List<SheetLine> lines = new ArrayList<>();
    for (Row cell : cells) {
      lines.add(line(indicator, cell, lines.isEmpty()));
    }
    return lines;
  }

  private SheetLine line(String indicator, Row row, boolean first) {
    Reading reading = edition.names().reading(indicator);
    RowCells cells = new RowCells(row);
    String sector = row.getAs(IndicatorTable.SECTOR_CODE);
    return new SheetLine(
        List.of(
            SheetCell.ofBlock(edition.names().indicator(indicator), first),
            SheetCell.ofBlock(reading.unit(), first),
            SheetCell.text(Sector.isCoarse(sector) ? "" : sector),
            new SheetCell.Text(edition.names().sector(sector), isDivision(sector) ? 1 : 0, false),
            cells.figure(IndicatorTable.VALUE_YTD, reading.factor(), reading.format()),
            cells.percent(reading.growth()),
            cells.percent(IndicatorTable.SHARE_PCT),
            cells.points(IndicatorTable.PULL_POINTS),
            cells.percent(IndicatorTable.CONTRIBUTION_PCT),
            status(cells)),
        Sector.isCoarse(sector));
  }

  private SheetCell status(RowCells cells) {
    String status = cells.word(IndicatorTable.STATUS);
    return SheetCell.text(
        status == null ? null : edition.messages().text("cli.explain-status-" + status));
  }
}
