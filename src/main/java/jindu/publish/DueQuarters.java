package jindu.publish;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_date;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import jindu.catalog.Catalog;
import jindu.core.Form;
import jindu.core.Reconciliation;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Keeps what is due: a quarter of an indicator or a form is published from the first as-of date on
 * or after the due day of its last period (contracts.md section 2). Before that it is internal.
 */
final class DueQuarters {

  private static final String DUE_CODE = "due_code";
  private static final String DUE_DAYS = "due_days";

  private DueQuarters() {}

  /** Rows with {@code indicator}, {@code year} and {@code quarter} that are due at {@code asOf}. */
  static Dataset<Row> of(Dataset<Row> rows, Catalog catalog, LocalDate asOf) {
    Map<String, Integer> dueDays = new LinkedHashMap<>();
    catalog
        .indicators()
        .forEach((code, indicator) -> dueDays.put(code, catalog.dueDays(indicator)));
    return due(rows, "indicator", dueDays, asOf);
  }

  /** Rows with {@code form}, {@code year} and {@code quarter} whose form is due at {@code asOf}. */
  static Dataset<Row> ofForms(Dataset<Row> rows, Catalog catalog, LocalDate asOf) {
    Map<String, Integer> dueDays = new LinkedHashMap<>();
    catalog.forms().forEach((code, form) -> dueDays.put(code, form.dueDays()));
    return due(rows, "form", dueDays, asOf);
  }

  /**
   * Rows with {@code year} and {@code quarter} for which the ledger of projects is due, and the
   * statistics that it is compared with.
   */
  static Dataset<Row> ofProjects(Dataset<Row> rows, Catalog catalog, LocalDate asOf) {
    int dueDays =
        catalog
            .projectForm()
            .map(form -> Math.max(form.dueDays(), statisticsDays(form, catalog)))
            .orElse(0);
    return rows.filter(date_add(lastDay(), lit(dueDays)).leq(lit(asOf)));
  }

  private static int statisticsDays(Form form, Catalog catalog) {
    return catalog.dueDays(catalog.indicators().get(form.projects().statistics()));
  }

  /** Rows with {@code quantity}, due when the last indicator that it names is. */
  static Dataset<Row> ofComparisons(Dataset<Row> rows, Catalog catalog, LocalDate asOf) {
    Map<String, Integer> dueDays = new LinkedHashMap<>();
    for (Reconciliation each : catalog.reconciliations()) {
      int days =
          Stream.of(each.a(), each.b())
              .filter(side -> side.kind() != Reconciliation.Kind.PRINTED)
              .flatMap(side -> side.terms().stream())
              .map(term -> catalog.indicators().get(term.indicator()))
              .mapToInt(catalog::dueDays)
              .max()
              .orElse(0);
      dueDays.merge(each.quantity(), days, Math::max);
    }
    return due(rows, "quantity", dueDays, asOf);
  }

  /** One row a code, so the join neither adds nor repeats rows. */
  private static Dataset<Row> due(
      Dataset<Row> rows, String code, Map<String, Integer> dueDays, LocalDate asOf) {
    Dataset<Row> due =
        rows.sparkSession()
            .createDataFrame(
                dueDays.entrySet().stream()
                    .map(entry -> RowFactory.create(entry.getKey(), entry.getValue()))
                    .toList(),
                new StructType()
                    .add(DUE_CODE, DataTypes.StringType)
                    .add(DUE_DAYS, DataTypes.IntegerType));
    return rows.join(broadcast(due), rows.col(code).equalTo(due.col(DUE_CODE)), "inner")
        .filter(date_add(lastDay(), col(DUE_DAYS)).leq(lit(asOf)))
        .drop(DUE_CODE, DUE_DAYS);
  }

  private static Column lastDay() {
    return last_day(make_date(col("year"), col("quarter").multiply(3), lit(1)));
  }
}
