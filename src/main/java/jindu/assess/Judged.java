package jindu.assess;

import static org.apache.spark.sql.functions.col;

import java.util.Collection;
import jindu.core.LampPreset;
import jindu.table.PlanProgressTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A figure held against its target: the row's own, or another in its place. Each step is a column
 * of its own, because an expression that holds itself several times over outgrows what Spark can
 * compile.
 *
 * @param suffix of the names of its columns; the row's own figure has none
 */
record Judged(String suffix) {

  static final Judged OWN = new Judged("");

  /** The figure as {@link Figure#actual} gives it. */
  Column actual() {
    return named(PlanProgressTable.ACTUAL);
  }

  /** The figure rounded to the digits people read. */
  Column decided() {
    return named(PlanRow.DECIDED);
  }

  /** Whether it meets the target. */
  Column met() {
    return named(PlanRow.MET);
  }

  /** How far it is ahead, in points, unrounded. */
  Column gap() {
    return named(PlanRow.GAP);
  }

  /** The gap by which the lamp is judged, in points. */
  Column shortfall() {
    return named(PlanRow.SHORTFALL);
  }

  /** A {@link jindu.core.Standing} by the general rule. */
  Column general() {
    return named(PlanRow.GENERAL);
  }

  /** A {@link jindu.core.Standing}, by the target's preset where it has one. */
  Column standing() {
    return named(PlanRow.STANDING);
  }

  /** The rows with the figure, and whether it meets the target. */
  Dataset<Row> withFigure(Dataset<Row> rows, Column actual) {
    return rows.withColumn(PlanProgressTable.ACTUAL + suffix, actual)
        .withColumn(PlanRow.DECIDED + suffix, Figure.decided(actual()))
        .withColumn(PlanRow.MET + suffix, Figure.isMetBy(decided()));
  }

  /** The rows with how far the figure is ahead. */
  Dataset<Row> withGap(Dataset<Row> rows) {
    return rows.withColumn(PlanRow.GAP + suffix, Gap.points(actual(), decided()))
        .withColumn(PlanRow.SHORTFALL + suffix, Gap.shortfall(gap()));
  }

  /** The rows with where the figure stands. */
  Dataset<Row> withStanding(Dataset<Row> rows, Collection<LampPreset> presets) {
    return rows.withColumn(PlanRow.GENERAL + suffix, Lamps.general(this))
        .withColumn(PlanRow.STANDING + suffix, Presets.standing(this, presets));
  }

  private Column named(String column) {
    return col(column + suffix);
  }
}
