package jindu.aggregate;

import static jindu.aggregate.Steps.AMOUNTS;
import static jindu.aggregate.Steps.NAMED;
import static jindu.table.ContributionTable.INDICATOR;
import static jindu.table.ContributionTable.STATE;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Optional;
import jindu.catalog.Catalog;
import jindu.core.Form;
import jindu.core.ProjectLedger;
import jindu.table.ContributionTable;
import jindu.table.ObservationTable;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Which amounts of a unit are published by name (method.md section 8, named projects): what the
 * ledger of projects says of it, where that leaves the bureau project by project, tells its part of
 * the investment statistics.
 *
 * <p>A quarter's year to date is told from the quarter of the project's first return of the year to
 * the last one of which the ledger has any; the quarter alone where the quarter before is told too.
 * An estimate is nobody's word, and is told nowhere.
 */
final class NamedUnits {

  private static final String PROJECT = "project";
  private static final String FIRST = "first_quarter";
  private static final String LAST = "last_quarter_told";
  private static final String TOLD = "told_in";
  private static final String YEARS = "years_told";

  private NamedUnits() {}

  /**
   * The rows with {@link Steps#NAMED}.
   *
   * @param quarters one row a unit, indicator and quarter; one that only counts in the base of its
   *     year has been told in the year before, as the same period of any other
   */
  static Dataset<Row> told(Dataset<Row> quarters, Dataset<Row> observations, Catalog catalog) {
    Optional<Form> published = catalog.publishedLedger();
    if (published.isEmpty()) {
      return quarters.withColumn(NAMED, lit(null).cast(Types.WHOLE));
    }
    Dataset<Row> projects = projects(observations, published.get());
    Column isOfStatistics = col(INDICATOR).equalTo(published.get().projects().statistics());
    // One row a project on the right: grouped by it.
    return quarters
        .join(
            broadcast(projects),
            isOfStatistics.and(quarters.col(ContributionTable.UNIT_KEY).equalTo(col(PROJECT))),
            "left")
        .withColumn(NAMED, when(isOfStatistics, bits()))
        .drop(PROJECT, YEARS);
  }

  /** The quarters of each year in which each project is told, by year. */
  private static Dataset<Row> projects(Dataset<Row> observations, Form form) {
    ProjectLedger ledger = form.projects();
    Column isDone =
        col(ObservationTable.ITEM)
            .equalTo(ledger.done())
            .and(col(ObservationTable.VALUE).isNotNull());
    return observations
        .where(col(ObservationTable.FORM).equalTo(form.code()))
        .where(col(ObservationTable.IN_FORCE))
        .groupBy(col(ObservationTable.UNIT_KEY).as(PROJECT), col(ObservationTable.YEAR))
        .agg(
            min(when(isDone, col(ObservationTable.QUARTER))).as(FIRST),
            max(col(ObservationTable.QUARTER)).as(LAST))
        .withColumn(LAST, max(col(LAST)).over(Window.partitionBy(ObservationTable.YEAR)))
        .where(col(FIRST).isNotNull())
        .withColumn(TOLD, struct(col(FIRST), col(LAST)))
        .groupBy(PROJECT)
        .agg(
            map_from_entries(collect_list(struct(col(ObservationTable.YEAR), col(TOLD))))
                .as(YEARS));
  }

  private static Column bits() {
    Column year = col(ContributionTable.YEAR);
    Column quarter = col(ContributionTable.QUARTER);
    List<Column> told =
        List.of(
            isToldAlone(year, quarter),
            isTold(year, quarter),
            isToldAlone(year.minus(1), quarter),
            isTold(year.minus(1), quarter));
    Column bits = lit(0);
    for (int bit = 0; bit < AMOUNTS.size(); bit++) {
      bits = bits.plus(when(told.get(bit), 1 << bit).otherwise(0));
    }
    return when(col(STATE).equalTo(ContributionTable.ESTIMATED), 0).otherwise(bits);
  }

  private static Column isToldAlone(Column year, Column quarter) {
    return isTold(year, quarter).and(quarter.equalTo(1).or(isTold(year, quarter.minus(1))));
  }

  private static Column isTold(Column year, Column quarter) {
    Column told = try_element_at(col(YEARS), year);
    return coalesce(quarter.between(told.getField(FIRST), told.getField(LAST)), lit(false));
  }
}
