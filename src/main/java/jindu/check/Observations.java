package jindu.check;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_entries;
import static org.apache.spark.sql.functions.quarter;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.xxhash64;
import static org.apache.spark.sql.functions.year;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jindu.catalog.Catalog;
import jindu.core.Form;
import jindu.core.Form.ValueColumn;
import jindu.core.Verdict;
import jindu.table.Finding;
import jindu.table.ObservationTable;
import jindu.table.Types;
import jindu.table.VerdictTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Accepted returns, one row for each item. A withdrawal has one empty row for each item of the
 * form, and a return of a form without items, such as the register, one of the item {@code
 * register}.
 */
final class Observations {

  private static final String REGISTER_ITEM = "register";
  private static final String FORM = "observed_form";
  private static final String ITEMS = "observed_items";
  private static final String WEIGHT_COLUMN = "weight_column";
  private static final StructType SCHEMA =
      new StructType().add(FORM, Types.TEXT).add(ITEMS, Types.TEXTS).add(WEIGHT_COLUMN, Types.TEXT);

  /** With the attributes, all that a value brings to any figure. */
  private static final List<String> COUNTING =
      List.of(
          ObservationTable.UNIT_GROUP,
          ObservationTable.TOWNSHIP_CODE,
          ObservationTable.SECTOR_CODE,
          ObservationTable.WEIGHT,
          ObservationTable.VALUE,
          ObservationTable.PREVIOUS,
          ObservationTable.MONTH_VALUE,
          ObservationTable.IN_FORCE);

  private Observations() {}

  static Dataset<Row> of(Dataset<Row> verdicts, Catalog catalog) {
    Dataset<Row> parts =
        verdicts
            .where(Vintages.is(Verdict.ACCEPTED))
            .transform(rows -> withItems(rows, catalog))
            .withColumn(ObservationTable.ITEM, explode(col(ITEMS)))
            .withColumns(amounts())
            .where(isPresent())
            .withColumns(measures())
            .withColumn(ObservationTable.FINGERPRINT, fingerprint());
    return ObservationTable.DEFINITION.select(parts);
  }

  /** Left join; one row a form on the right, because the catalog holds them by code. */
  private static Dataset<Row> withItems(Dataset<Row> accepted, Catalog catalog) {
    List<Row> rows = catalog.forms().values().stream().map(Observations::row).toList();
    Dataset<Row> forms = accepted.sparkSession().createDataFrame(rows, SCHEMA);
    return accepted.join(broadcast(forms), col(VerdictTable.FORM).equalTo(col(FORM)), "left");
  }

  private static Row row(Form form) {
    List<String> items = form.items().stream().map(Form.Item::code).toList();
    return RowFactory.create(
        form.code(),
        items.isEmpty() ? List.of(REGISTER_ITEM) : items,
        form.weight().isEmpty() ? null : ValueColumn.VALUE.of(form.weight()));
  }

  private static Map<String, Column> amounts() {
    return Map.of(
        ObservationTable.VALUE,
        coalesce(amount(ValueColumn.YTD), amount(ValueColumn.VALUE)),
        ObservationTable.PREVIOUS,
        amount(ValueColumn.PREVIOUS),
        ObservationTable.MONTH_VALUE,
        amount(ValueColumn.MONTH));
  }

  private static Column amount(ValueColumn column) {
    Column name = concat(col(ObservationTable.ITEM), lit(column.of("")));
    return try_element_at(col(VerdictTable.VALUES), name);
  }

  private static Column isPresent() {
    return coalesce(
            col(ObservationTable.VALUE),
            col(ObservationTable.PREVIOUS),
            col(ObservationTable.MONTH_VALUE))
        .isNotNull()
        .or(col(ObservationTable.ITEM).equalTo(REGISTER_ITEM))
        .or(Operations.isWithdrawal(Operations.read(col(VerdictTable.CELLS))));
  }

  /** The register has no period: its year and quarter are null. */
  private static Map<String, Column> measures() {
    Column firstDay = concat(col(VerdictTable.PERIOD), lit("-01")).try_cast("date");
    return Map.of(
        ObservationTable.WEIGHT, try_element_at(col(VerdictTable.VALUES), col(WEIGHT_COLUMN)),
        ObservationTable.YEAR, year(firstDay),
        ObservationTable.QUARTER, quarter(firstDay),
        ObservationTable.FINDINGS, findings());
  }

  /** Those of the item, and those about the return as a whole. */
  private static Column findings() {
    return filter(
        col(VerdictTable.FINDINGS),
        finding ->
            finding
                .getField(Finding.ITEM)
                .isNull()
                .or(finding.getField(Finding.ITEM).equalTo(col(ObservationTable.ITEM))));
  }

  /** A null marks its place, because the hash itself passes over it. */
  private static Column fingerprint() {
    Column attributes = array_sort(map_entries(col(ObservationTable.ATTRIBUTES)));
    return xxhash64(
        Stream.concat(
                Stream.of(attributes),
                COUNTING.stream().flatMap(column -> Stream.of(col(column).isNull(), col(column))))
            .toArray(Column[]::new));
  }
}
