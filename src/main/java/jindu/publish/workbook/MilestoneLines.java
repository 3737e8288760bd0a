package jindu.publish.workbook;

import static java.util.stream.Collectors.toMap;

import java.sql.Date;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BinaryOperator;
import jindu.publish.PublishedRows;
import jindu.table.MilestoneProgressTable;
import org.apache.spark.sql.Row;

/**
 * What has to be done by a day, as it stands at the as-of date: each milestone of the edition's
 * year and of later ones by its latest row, what is late first.
 */
final class MilestoneLines {

  private static final List<SheetColumn> COLUMNS =
      List.of(
          SheetColumn.centred("number", 6),
          SheetColumn.of("milestone", 38),
          SheetColumn.of("planned", 7),
          SheetColumn.of("done", 7),
          SheetColumn.of("completion", 9),
          SheetColumn.centred("stage", 9),
          SheetColumn.centred("due", 12),
          SheetColumn.centred("due-basis", 11),
          SheetColumn.centred("done-on", 12),
          SheetColumn.of("days-late", 9),
          SheetColumn.centred("lamp", 8),
          SheetColumn.of("reason", 36),
          SheetColumn.of("evidence", 20));

  private static final Comparator<Row> ORDER =
      Comparator.<Row, Integer>comparing(Lamps::worstFirst)
          .thenComparing(
              row -> row.<Date>getAs(MilestoneProgressTable.DUE_DATE),
              Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(row -> row.<String>getAs(MilestoneProgressTable.MILESTONE_ID));

  private final Edition edition;

  private MilestoneLines(Edition edition) {
    this.edition = edition;
  }

  static SheetContent of(Edition edition) {
    MilestoneLines lines = new MilestoneLines(edition);
    List<Row> milestones =
        edition.rows().of(MilestoneProgressTable.DEFINITION).stream()
            .filter(row -> PublishedRows.quarter(row).year() >= edition.quarter().year())
            .collect(
                toMap(
                    row -> row.<String>getAs(MilestoneProgressTable.MILESTONE_ID),
                    row -> row,
                    BinaryOperator.maxBy(Comparator.comparing(PublishedRows::quarter))))
            .values()
            .stream()
            .sorted(ORDER)
            .toList();
    List<SheetLine> shown = new ArrayList<>();
    milestones.forEach(row -> shown.add(lines.line(shown.size() + 1, row)));
    return new SheetContent(
        "milestones",
        edition.remarks(
            edition.text(
                "remark-milestones",
                edition.rows().asOf().toString(),
                Lamps.counted(edition, milestones))),
        COLUMNS,
        shown,
        2);
  }

  private SheetLine line(int number, Row row) {
    RowCells cells = new RowCells(row);
    String title =
        edition.messages().isChinese()
            ? MilestoneProgressTable.TITLE_ZH
            : MilestoneProgressTable.TITLE_EN;
    String reason = cells.word(MilestoneProgressTable.LAMP_REASON);
    String basis = cells.word(MilestoneProgressTable.DUE_BASIS);
    return SheetLine.of(
        SheetCell.whole(number),
        cells.text(title),
        cells.count(MilestoneProgressTable.PLANNED_COUNT),
        cells.count(MilestoneProgressTable.DONE_COUNT),
        cells.percent(MilestoneProgressTable.COMPLETION_PCT),
        cells.text(MilestoneProgressTable.STAGE),
        cells.day(MilestoneProgressTable.DUE_DATE),
        SheetCell.text(basis == null ? null : edition.text("due-" + basis)),
        cells.day(MilestoneProgressTable.DONE_DATE),
        cells.count(MilestoneProgressTable.DAYS_LATE),
        cells.lamp(MilestoneProgressTable.LAMP),
        SheetCell.text(reason == null ? null : edition.messages().half(reason)),
        cells.text(MilestoneProgressTable.EVIDENCE));
  }
}
