package jindu.publish.workbook;

import jindu.core.Target;
import jindu.table.PlanProgressTable;
import org.apache.spark.sql.Row;

/** The cells of a target and of how far it has come. */
final class TargetCells {

  private final Edition edition;
  private final RowCells cells;
  private final Reading reading;
  private final String kind;

  /**
   * @param row of plan_progress; null where the plan states nothing: then every cell is empty
   */
  TargetCells(Edition edition, Row row) {
    this.edition = edition;
    this.cells = new RowCells(row);
    this.kind = cells.word(PlanProgressTable.KIND);
    String indicator = cells.word(PlanProgressTable.INDICATOR);
    this.reading = edition.names().reading(indicator);
  }

  /** Unit of the target and of what is judged. */
  String unit() {
    return Reading.isInPercent(kind) ? percent() : reading.unit();
  }

  private String percent() {
    return edition.text(Target.Kind.POINTS.code().equals(kind) ? "unit-points" : "unit-percent");
  }

  /** The plan's figure with the words around it: 不低于, 下降; and % where it is one. */
  SheetCell target() {
    String before =
        Target.Kind.REDUCTION.code().equals(kind)
            ? edition.text("comparator-reduction")
            : comparator(cells.word(PlanProgressTable.COMPARATOR));
    String after = Reading.isInPercent(kind) ? percent() : "";
    return cells.figure(
        PlanProgressTable.TARGET_VALUE,
        reading.factor(kind),
        CellFormat.between(before, reading.format(kind), after));
  }

  private String comparator(String code) {
    return code == null ? "" : edition.text("comparator-" + code);
  }

  SheetCell actual() {
    return cells.figure(PlanProgressTable.ACTUAL, reading.factor(kind), reading.format(kind));
  }

  SheetCell completion() {
    return cells.percent(PlanProgressTable.COMPLETION_PCT);
  }

  SheetCell gap() {
    return cells.gap(PlanProgressTable.GAP_POINTS);
  }

  /** The colour says how far the target has come, and is grey where that is withheld. */
  SheetCell lamp() {
    return cells.lamp(PlanProgressTable.LAMP);
  }

  /** Why the lamp is as it is, and whether that hangs on estimates. */
  SheetCell reason() {
    String reason = cells.word(PlanProgressTable.LAMP_REASON);
    if (reason == null) {
      return SheetCell.BLANK;
    }
    String half = edition.messages().half(reason);
    return SheetCell.text(
        cells.claims(PlanProgressTable.LAMP_PROVISIONAL)
            ? edition.text("provisional", half)
            : half);
  }
}
