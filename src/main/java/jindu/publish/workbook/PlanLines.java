package jindu.publish.workbook;

import java.util.Comparator;
import java.util.List;
import jindu.core.Sector;
import jindu.table.PlanProgressTable;
import org.apache.spark.sql.Row;

/** Every target that the plan states for the district, in the plan's order. */
final class PlanLines {

  private static final List<SheetColumn> COLUMNS =
      List.of(
          SheetColumn.of("plan-target", 36),
          SheetColumn.centred("unit", 10),
          SheetColumn.of("target", 13),
          SheetColumn.of("actual", 12),
          SheetColumn.of("completion", 10),
          SheetColumn.of("pace", 10),
          SheetColumn.of("gap", 10),
          SheetColumn.of("required-growth", 12),
          SheetColumn.centred("deadline", 11),
          SheetColumn.centred("lamp", 8),
          SheetColumn.of("reason", 42));

  private final Edition edition;

  private PlanLines(Edition edition) {
    this.edition = edition;
  }

  static SheetContent of(Edition edition) {
    PlanLines lines = new PlanLines(edition);
    List<Row> targets =
        edition.targets().stream()
            .filter(row -> edition.isDistrict(row.getAs(PlanProgressTable.TOWNSHIP_CODE)))
            .sorted(Comparator.comparing(row -> row.<String>getAs(PlanProgressTable.TARGET_ID)))
            .toList();
    return new SheetContent(
        "plan",
        edition.remarks(Lamps.counted(edition, targets)),
        COLUMNS,
        targets.stream().map(lines::line).toList(),
        1);
  }

  private SheetLine line(Row row) {
    RowCells cells = new RowCells(row);
    TargetCells target = new TargetCells(edition, row);
    return SheetLine.of(
        SheetCell.text(title(row)),
        SheetCell.text(target.unit()),
        target.target(),
        target.actual(),
        target.completion(),
        cells.percent(PlanProgressTable.PACE_PCT),
        target.gap(),
        cells.percent(PlanProgressTable.REQUIRED_GROWTH_PCT),
        cells.day(PlanProgressTable.DEADLINE),
        target.lamp(),
        target.reason());
  }

  /** With its sector, where it is not for all of them. */
  private String title(Row row) {
    String title = edition.names().target(row.getAs(PlanProgressTable.TARGET_ID));
    String sector = row.getAs(PlanProgressTable.SECTOR_CODE);
    return sector.equals(Sector.ALL)
        ? title
        : edition.text("of-sector", title, edition.names().sector(sector));
  }
}
