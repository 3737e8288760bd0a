package jindu.aggregate;

import static jindu.aggregate.RegisteredUnits.expected;
import static jindu.aggregate.Steps.FORM_LAST_QUARTER;
import static jindu.aggregate.Steps.QUARTERS;
import static jindu.aggregate.UnitAnswers.answer;
import static jindu.aggregate.UnitAnswers.weight;
import static jindu.table.ObservationTable.FORM;
import static jindu.table.ObservationTable.IN_FORCE;
import static jindu.table.ObservationTable.QUARTER;
import static jindu.table.ObservationTable.TOWNSHIP_CODE;
import static jindu.table.ObservationTable.UNIT_KEY;
import static jindu.table.ObservationTable.YEAR;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.stream.Stream;
import jindu.catalog.Catalog;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One row a form, unit and quarter in which the unit reported or was expected to.
 *
 * <p>What the unit returned this year, what it returned last year and what the register says of it
 * are rows of one union: one grouping puts them together, and none is lost for want of a partner.
 */
final class RespondingUnits {

  /** What it answered, as {@link UnitAnswers#answer} says; null where it did not report. */
  static final String ANSWER = "answer";

  /** The unit's year-to-date of the same quarter of last year; null where it had none. */
  static final String WEIGHT = "weight";

  private static final String REGISTERED_TOWNSHIP = "registered_township";
  private static final String ROW = "row";

  private RespondingUnits() {}

  /** The last quarter of each year with a return in force; unique by form and year. */
  static Dataset<Row> lastQuarters(Dataset<Row> returns) {
    return returns
        .where(col(IN_FORCE))
        .groupBy(col(FORM), col(YEAR))
        .agg(max(col(QUARTER)).as(FORM_LAST_QUARTER));
  }

  /**
   * @param returns of {@link AnsweredPeriods#returns}
   * @param observations the register among them
   */
  static Dataset<Row> of(Dataset<Row> returns, Dataset<Row> observations, Catalog catalog) {
    Dataset<Row> last = lastQuarters(returns);
    Dataset<Row> register =
        RegisteredUnits.of(observations, last, catalog)
            .withColumnRenamed(TOWNSHIP_CODE, REGISTERED_TOWNSHIP);
    return AnsweredPeriods.of(returns)
        .transform(UnitAnswers::of)
        .unionByName(register, true)
        .transform(RespondingUnits::together)
        // Unique by form and year; a year without a return in force is none to be judged.
        .join(broadcast(last), new String[] {FORM, YEAR}, "inner")
        .transform(RespondingUnits::quarters);
  }

  /** Each column is told by at most one of the rows that meet here. */
  private static Dataset<Row> together(Dataset<Row> rows) {
    Column place = coalesce(max(col(TOWNSHIP_CODE)), max(col(REGISTERED_TOWNSHIP)));
    Column[] told =
        QUARTERS.stream()
            .flatMap(quarter -> Stream.of(answer(quarter), weight(quarter), expected(quarter)))
            .map(column -> max(col(column)).as(column))
            .toArray(Column[]::new);
    return rows.groupBy(col(FORM), col(UNIT_KEY), col(YEAR)).agg(place.as(TOWNSHIP_CODE), told);
  }

  private static Dataset<Row> quarters(Dataset<Row> years) {
    Column[] quarters = QUARTERS.stream().map(quarter -> quarter(quarter)).toArray(Column[]::new);
    return years
        .withColumn(ROW, explode(array(quarters)))
        .where(col(ROW).isNotNull())
        .select(col(FORM), col(TOWNSHIP_CODE), col(YEAR), col(ROW + ".*"));
  }

  private static Column quarter(int quarter) {
    Column isExpected = coalesce(col(expected(quarter)), lit(false));
    Column isMeant = isExpected.or(col(answer(quarter)).isNotNull());
    Column row =
        struct(
            lit(quarter).as(QUARTER),
            col(answer(quarter)).as(ANSWER),
            col(weight(quarter)).as(WEIGHT));
    return when(isMeant.and(col(FORM_LAST_QUARTER).geq(quarter)), row);
  }
}
