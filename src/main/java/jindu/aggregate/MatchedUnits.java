package jindu.aggregate;

import static jindu.aggregate.Steps.EARLIER;
import static jindu.aggregate.Steps.FROM;
import static jindu.aggregate.Steps.RETURNED;
import static jindu.aggregate.Steps.SECTION;
import static jindu.table.ObservationTable.FORM;
import static jindu.table.ObservationTable.ITEM;
import static jindu.table.ObservationTable.PREVIOUS;
import static jindu.table.ObservationTable.QUARTER;
import static jindu.table.ObservationTable.TOWNSHIP_CODE;
import static jindu.table.ObservationTable.VALUE;
import static jindu.table.ObservationTable.YEAR;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import jindu.table.ExactRatio;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How the units of a form moved that returned both of two quarters: by item and pair of quarters,
 * and within by section and by township. Bounded by places and sections, not by units.
 */
final class MatchedUnits {

  /** What one row is about. */
  static final List<String> KEY = List.of(FORM, ITEM, YEAR, QUARTER, FROM);

  /** Ten matched units make a township × section a stratum of its own (method.md section 4). */
  private static final int ENOUGH_IN_A_TOWNSHIP = 10;

  private static final String UNITS = "matched_units";
  private static final String BEFORE = "_before";
  private static final String AFTER = "_after";
  private static final List<String> SUMS =
      List.of(UNITS, VALUE + BEFORE, VALUE + AFTER, PREVIOUS + BEFORE, PREVIOUS + AFTER);
  private static final String FORM_SUMS = "form_sums";
  private static final String SECTIONS = "section_sums";
  private static final String TOWNSHIPS = "township_sums";
  private static final String ENTRY = "entry";

  private MatchedUnits() {}

  /**
   * The movements, unique by {@link #KEY}.
   *
   * @param placed rows of {@link QuarterReturns}, with section and township
   */
  static Dataset<Row> of(Dataset<Row> placed) {
    Column returned = col(RETURNED);
    Column previousBefore = col(ENTRY).getField(PREVIOUS);
    Column previousAfter = returned.getField(PREVIOUS);
    // A same period that is not stated at one end says nothing of how it moved.
    Column isStated = previousBefore.isNotNull().and(previousAfter.isNotNull());
    return placed
        .where(returned.isNotNull())
        .withColumn(ENTRY, explode(col(EARLIER)))
        .select(
            col(FORM),
            col(ITEM),
            col(YEAR),
            col(QUARTER),
            col(ENTRY).getField(FROM).as(FROM),
            coalesce(col(SECTION), lit("")).as(SECTION),
            coalesce(col(TOWNSHIP_CODE), lit("")).as(TOWNSHIP_CODE),
            lit(1L).as(UNITS),
            col(ENTRY).getField(VALUE).as(VALUE + BEFORE),
            returned.getField(VALUE).as(VALUE + AFTER),
            when(isStated, previousBefore).as(PREVIOUS + BEFORE),
            when(isStated, previousAfter).as(PREVIOUS + AFTER))
        .transform(rows -> summed(rows, List.of(SECTION, TOWNSHIP_CODE)))
        .withColumn(ENTRY, struct(col(TOWNSHIP_CODE), sums()))
        .transform(rows -> summed(rows, List.of(SECTION), entries(TOWNSHIPS)))
        .withColumn(ENTRY, struct(col(SECTION), struct(sums().as(FORM_SUMS), col(TOWNSHIPS))))
        .transform(rows -> summed(rows, List.of(), entries(SECTIONS)))
        .withColumn(FORM_SUMS, sums())
        .drop(SUMS.toArray(String[]::new));
  }

  /**
   * An amount moved as its stratum moved, rounded once; null where no stratum tells.
   *
   * @param side the column of which the sums are meant: value or previous
   */
  static Column moved(String side, Column amount) {
    Column section = try_element_at(col(SECTIONS), coalesce(col(SECTION), lit("")));
    Column township =
        try_element_at(section.getField(TOWNSHIPS), coalesce(col(TOWNSHIP_CODE), lit("")));
    Column inTownship =
        when(township.getField(UNITS).geq(ENOUGH_IN_A_TOWNSHIP), moved(side, amount, township));
    return coalesce(
        inTownship,
        moved(side, amount, section.getField(FORM_SUMS)),
        moved(side, amount, col(FORM_SUMS)));
  }

  private static Column moved(String side, Column amount, Column sums) {
    return ExactRatio.scaled(amount, sums.getField(side + AFTER), sums.getField(side + BEFORE));
  }

  private static Column sums() {
    return struct(Steps.columns(SUMS));
  }

  private static Column entries(String name) {
    return map_from_entries(collect_list(col(ENTRY))).as(name);
  }

  private static Dataset<Row> summed(Dataset<Row> rows, List<String> within, Column... entries) {
    List<String> key = new ArrayList<>(KEY);
    key.addAll(within);
    List<Column> columns = new ArrayList<>();
    SUMS.forEach(name -> columns.add(sum(col(name)).as(name)));
    columns.addAll(List.of(entries));
    return rows.groupBy(Steps.columns(key))
        .agg(columns.get(0), columns.subList(1, columns.size()).toArray(Column[]::new));
  }
}
