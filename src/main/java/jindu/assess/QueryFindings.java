package jindu.assess;

import static org.apache.spark.sql.functions.btrim;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.last;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import jindu.catalog.Catalog;
import jindu.core.PlainText;
import jindu.table.Finding;
import jindu.table.ObservationTable;
import jindu.table.QueryTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * The findings still to be asked about, with the last explanation the unit gave of the like.
 *
 * <p>A return's explanation (说明) covers every finding of the return. It is carried to later
 * vintages of the return as long as the figure found stays the same: the unit need not say again
 * what it has said. A changed figure, or a later period, is asked about anew, and the latest
 * explanation of the same check on the same item is shown beside the question.
 *
 * <p>What is odd about the unit itself, such as its code, is odd in each of its returns: it is
 * asked once, with the latest, and one explanation covers the returns that follow.
 */
final class QueryFindings {

  /** The figures compared, as the check gives them. */
  static final String FIGURES = "figures";

  private static final String FOUND = "found";
  private static final String GIVEN = "given_explanation";
  private static final String EXPLAINED_BEFORE = "explained_before";

  /** The period of a figure; null for what has none. */
  private static final String FIGURE_PERIOD = "figure_period";

  private static final String LATEST = "latest_period";
  private static final String NO_VALUE = "figures_without_value";

  private QueryFindings() {}

  static Dataset<Row> open(Dataset<Row> observations, Catalog catalog) {
    return found(observations, catalog)
        .withColumn(NO_VALUE, when(col(QueryTable.VALUE).isNull(), col(FIGURES)))
        .withColumn(FIGURE_PERIOD, when(col(NO_VALUE).isNull(), col(ObservationTable.PERIOD)))
        .withColumn(EXPLAINED_BEFORE, max(col(GIVEN).isNotNull()).over(sameFigure()))
        .withColumn(QueryTable.LAST_EXPLANATION, last(col(GIVEN), true).over(sameQuestion()))
        .withColumn(LATEST, max(periodInForce()).over(sameText()))
        .where(col(ObservationTable.IN_FORCE).and(col(GIVEN).isNull()))
        .where(coalesce(col(EXPLAINED_BEFORE), lit(false)).equalTo(false))
        .where(
            col(QueryTable.VALUE)
                .isNotNull()
                .or(col(ObservationTable.PERIOD).equalTo(col(LATEST))));
  }

  private static Column periodInForce() {
    return when(col(ObservationTable.IN_FORCE), col(ObservationTable.PERIOD));
  }

  /** Of every vintage, because an older one may hold the explanation. */
  private static Dataset<Row> found(Dataset<Row> observations, Catalog catalog) {
    return observations
        .where(size(col(ObservationTable.FINDINGS)).gt(0))
        .withColumn(FOUND, explode(col(ObservationTable.FINDINGS)))
        .select(
            col(ObservationTable.FORM),
            col(ObservationTable.UNIT_KEY),
            col(ObservationTable.UNIT_NAME),
            col(ObservationTable.PERIOD),
            col(ObservationTable.YEAR),
            col(ObservationTable.VINTAGE_ORDER),
            col(ObservationTable.IN_FORCE),
            col(ObservationTable.TOWNSHIP_CODE),
            QueryCells.division().as(QueryCells.DIVISION),
            QueryCells.indicator(catalog).as(QueryCells.INDICATOR),
            explanation().as(GIVEN),
            found(Finding.CODE).as(QueryTable.CHECK),
            found(Finding.ITEM).as(QueryTable.ITEM),
            found(Finding.COLUMN).as(QueryTable.COLUMN),
            found(Finding.VALUE).as(QueryTable.VALUE),
            found(Finding.EXPECTED).as(QueryTable.EXPECTED),
            found(Finding.FIGURES).as(FIGURES))
        // A finding about the return as a whole stands with each of its items; it is one question.
        .distinct();
  }

  private static Column explanation() {
    return nullif(btrim(col(ObservationTable.EXPLANATION), lit(PlainText.BLANKS)), lit(""));
  }

  private static Column found(String field) {
    return col(FOUND).getField(field);
  }

  /**
   * Earlier vintages of the return in which the check found the same figure; for a finding without
   * a figure, all earlier returns of the unit with the same text.
   */
  private static WindowSpec sameFigure() {
    return Window.partitionBy(
            ObservationTable.FORM,
            ObservationTable.UNIT_KEY,
            FIGURE_PERIOD,
            QueryTable.CHECK,
            QueryTable.ITEM,
            QueryTable.COLUMN,
            QueryTable.VALUE,
            NO_VALUE)
        .orderBy(ObservationTable.PERIOD, ObservationTable.VINTAGE_ORDER)
        .rangeBetween(Window.unboundedPreceding(), Window.currentRow());
  }

  /** All returns of the unit in which the check says the very same. */
  private static WindowSpec sameText() {
    return Window.partitionBy(
        ObservationTable.FORM,
        ObservationTable.UNIT_KEY,
        QueryTable.CHECK,
        QueryTable.ITEM,
        NO_VALUE);
  }

  /** Earlier periods of the year and earlier vintages in which the check found the item odd. */
  private static WindowSpec sameQuestion() {
    return Window.partitionBy(
            ObservationTable.FORM,
            ObservationTable.UNIT_KEY,
            ObservationTable.YEAR,
            QueryTable.ITEM,
            QueryTable.CHECK)
        .orderBy(ObservationTable.PERIOD, ObservationTable.VINTAGE_ORDER)
        .rangeBetween(Window.unboundedPreceding(), Window.currentRow());
  }
}
