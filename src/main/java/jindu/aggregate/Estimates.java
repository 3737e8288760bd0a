package jindu.aggregate;

import static jindu.aggregate.Steps.EARLIER;
import static jindu.aggregate.Steps.ESTIMATED;
import static jindu.aggregate.Steps.EXPECTED;
import static jindu.aggregate.Steps.FROM;
import static jindu.aggregate.Steps.LAST_YEAR;
import static jindu.aggregate.Steps.LATEST;
import static jindu.aggregate.Steps.RETURNED;
import static jindu.aggregate.Steps.RETURN_UNIT;
import static jindu.aggregate.Steps.SECTION;
import static jindu.table.ObservationTable.PERIOD;
import static jindu.table.ObservationTable.PREVIOUS;
import static jindu.table.ObservationTable.QUARTER;
import static jindu.table.ObservationTable.SECTOR_CODE;
import static jindu.table.ObservationTable.TOWNSHIP_CODE;
import static jindu.table.ObservationTable.VALUE;
import static jindu.table.ObservationTable.WEIGHT;
import static jindu.table.ObservationTable.YEAR;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.HashSet;
import java.util.Set;
import jindu.catalog.Catalog;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What stands in a cell for units that should have returned and did not (应报未报, method.md section
 * 4): the unit's earlier value of the year, else its last year's, moved as the units of its stratum
 * moved that returned both.
 */
final class Estimates {

  private static final String MOVED = "moved_value";

  private Estimates() {}

  /**
   * Adds {@link Steps#ESTIMATED}: null where nothing is missing, or nothing can be said.
   *
   * @param quarters rows of {@link QuarterReturns}; read twice where a form asks for estimates
   */
  static Dataset<Row> of(Dataset<Row> quarters, Catalog catalog) {
    FormTerms terms = new FormTerms(catalog);
    if (!terms.anyEstimated()) {
      return quarters.withColumn(ESTIMATED, when(lit(false), estimate(lit(null), lit(null))));
    }
    Dataset<Row> placed = placed(quarters, catalog);
    Dataset<Row> matched = MatchedUnits.of(placed.where(terms.isEstimated()));
    Set<String> added = new HashSet<>(Set.of(placed.columns()));
    added.addAll(Set.of(matched.columns()));
    added.removeAll(Set.of(quarters.columns()));
    Column start = get(col(EARLIER), lit(0));
    Column previous =
        coalesce(
            col(LAST_YEAR).getField(PREVIOUS),
            MatchedUnits.moved(PREVIOUS, start.getField(PREVIOUS)));
    return placed
        .withColumn(FROM, when(isMissing(terms), start.getField(FROM)))
        // Unique by these columns: see MatchedUnits.
        .join(broadcast(matched), MatchedUnits.KEY.toArray(String[]::new), "left")
        .withColumn(MOVED, MatchedUnits.moved(VALUE, start.getField(VALUE)))
        .withColumn(ESTIMATED, when(col(MOVED).isNotNull(), estimate(col(MOVED), previous)))
        .drop(MOVED)
        .drop(added.toArray(String[]::new));
  }

  /** With the section and township in which the unit counts; one row of the catalog a sector. */
  private static Dataset<Row> placed(Dataset<Row> quarters, Catalog catalog) {
    Dataset<Row> sections =
        SectorRows.of(quarters.sparkSession(), catalog).select(SECTOR_CODE, SECTION);
    return quarters
        .withColumn(TOWNSHIP_CODE, col(LATEST).getField(TOWNSHIP_CODE))
        .withColumn(SECTOR_CODE, col(LATEST).getField(SECTOR_CODE))
        .join(broadcast(sections), new String[] {SECTOR_CODE}, "left");
  }

  private static Column isMissing(FormTerms terms) {
    return terms.isEstimated().and(col(EXPECTED)).and(col(RETURNED).isNull());
  }

  private static Column estimate(Column value, Column previous) {
    Column month = lpad(col(QUARTER).multiply(3).cast("string"), 2, "0");
    return struct(
        concat_ws("-", col(YEAR).cast("string"), month).as(PERIOD),
        value.cast(Types.AMOUNT).as(VALUE),
        previous.cast(Types.AMOUNT).as(PREVIOUS),
        lit(null).cast(Types.AMOUNT).as(WEIGHT),
        lit(null).cast(Types.TEXT).as(RETURN_UNIT));
  }
}
