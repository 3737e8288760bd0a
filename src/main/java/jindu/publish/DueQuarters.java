package jindu.publish;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_date;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jindu.catalog.Catalog;
import jindu.core.Form;
import jindu.core.Indicator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Keeps what is due: a quarter of an indicator is published from the first as-of date on or after
 * the due day of its last period (contracts.md section 2). Before that it is internal.
 */
final class DueQuarters {

  private static final String DUE_INDICATOR = "due_indicator";
  private static final String DUE_DAYS = "due_days";

  private DueQuarters() {}

  /** Rows with {@code indicator}, {@code year} and {@code quarter} that are due at {@code asOf}. */
  static Dataset<Row> of(Dataset<Row> rows, Catalog catalog, LocalDate asOf) {
    // One row an indicator, so the join neither adds nor repeats rows.
    Dataset<Row> due =
        rows.sparkSession()
            .createDataFrame(
                catalog.indicators().values().stream()
                    .map(
                        indicator ->
                            RowFactory.create(indicator.code(), dueDays(indicator, catalog)))
                    .toList(),
                new StructType()
                    .add(DUE_INDICATOR, DataTypes.StringType)
                    .add(DUE_DAYS, DataTypes.IntegerType));
    return rows.join(broadcast(due), rows.col("indicator").equalTo(due.col(DUE_INDICATOR)), "inner")
        .filter(date_add(lastDay(), col(DUE_DAYS)).leq(lit(asOf)))
        .drop(DUE_INDICATOR, DUE_DAYS);
  }

  /** Days after the quarter's end on which the last form that feeds the indicator is due. */
  static int dueDays(Indicator indicator, Catalog catalog) {
    if (indicator.kind() == Indicator.Kind.RATE) {
      Map<String, Indicator> all = catalog.indicators();
      return Math.max(
          dueDays(all.get(indicator.numerator()), catalog),
          dueDays(all.get(indicator.denominator()), catalog));
    }
    List<Form> named =
        catalog.forms().values().stream().filter(form -> feeds(form, indicator.code())).toList();
    Stream<Form> feeding =
        named.isEmpty()
            ? catalog.forms().values().stream().filter(DueQuarters::feedsAny)
            : named.stream();
    return feeding.mapToInt(Form::dueDays).max().orElse(0);
  }

  private static boolean feeds(Form form, String indicator) {
    return form.feeds().stream().anyMatch(feed -> feed.indicator().equals(indicator));
  }

  /** Whether the rows of a form name the indicators they feed. */
  private static boolean feedsAny(Form form) {
    return form.feeds().stream().anyMatch(feed -> !feed.indicatorFrom().isEmpty());
  }

  private static Column lastDay() {
    return last_day(make_date(col("year"), col("quarter").multiply(3), lit(1)));
  }
}
