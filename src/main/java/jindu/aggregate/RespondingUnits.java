package jindu.aggregate;

import static jindu.aggregate.Steps.FORM_LAST_QUARTER;
import static jindu.aggregate.Steps.OWN;
import static jindu.aggregate.Steps.QUARTERS;
import static jindu.aggregate.Steps.REGISTER;
import static jindu.aggregate.Steps.returned;
import static jindu.aggregate.UnitAnswers.answer;
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

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import jindu.catalog.Catalog;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** One row a form, unit and quarter in which the unit reported or was expected to. */
final class RespondingUnits {

  /** What it answered, as {@link UnitAnswers#answer} says; null where it did not report. */
  static final String ANSWER = "answer";

  /** What counted for the unit in the same quarter of last year; null where it had nothing. */
  static final String WEIGHT = "weight";

  private static final List<String> UNIT = List.of(FORM, UNIT_KEY);
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
    FormTerms terms = new FormTerms(catalog);
    Dataset<Row> last = lastQuarters(returns);
    Dataset<Row> register =
        RegisteredUnits.of(observations, last, catalog)
            .select(col(FORM), col(UNIT_KEY), col(YEAR), struct(col("*")).as(REGISTER));
    Dataset<Row> years = UnitAnswers.of(AnsweredPeriods.of(returns, catalog));
    Column own = together(Stream.of(TOWNSHIP_CODE), quarter -> answer(quarter));
    Column next = together(Stream.of(), quarter -> returned(quarter));
    return UnitYears.together(years, own, next, register, UNIT)
        // Unique by form and year; a year without a return in force is none to be judged.
        .join(broadcast(last), new String[] {FORM, YEAR}, "inner")
        .withColumn(TOWNSHIP_CODE, coalesce(placeIn(OWN), placeIn(REGISTER)))
        .withColumn(ROW, explode(array(quarters(terms))))
        .where(col(ROW).isNotNull())
        .select(col(FORM), col(TOWNSHIP_CODE), col(YEAR), col(ROW + ".*"));
  }

  private static Column together(Stream<String> columns, IntFunction<String> ofQuarter) {
    Stream<String> quarters = QUARTERS.stream().map(quarter -> ofQuarter.apply(quarter));
    return struct(Steps.columns(Stream.concat(columns, quarters).toList()));
  }

  private static Column placeIn(String part) {
    return col(part).getField(TOWNSHIP_CODE);
  }

  private static Column[] quarters(FormTerms terms) {
    return QUARTERS.stream().map(quarter -> quarter(quarter, terms)).toArray(Column[]::new);
  }

  private static Column quarter(int quarter, FormTerms terms) {
    Column answer = col(OWN).getField(answer(quarter));
    Column row =
        struct(
            lit(quarter).as(QUARTER),
            answer.as(ANSWER),
            Answering.countedLastYear(quarter, terms).as(WEIGHT));
    Column isReached = col(FORM_LAST_QUARTER).geq(quarter);
    return when(Answering.isExpected(quarter, answer).and(isReached), row);
  }
}
