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
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
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
  private static final String PART = "observed_part";
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
            .withColumn(PART, explode(parts()))
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

  private static Column parts() {
    Column all = transform(col(ITEMS), Observations::part);
    Column withdrawal = Operations.isWithdrawal(Operations.read(col(VerdictTable.CELLS)));
    return filter(all, part -> isPresent(part).or(withdrawal));
  }

  private static Column part(Column item) {
    return struct(
        item.as(ObservationTable.ITEM),
        coalesce(value(item, ValueColumn.YTD), value(item, ValueColumn.VALUE))
            .as(ObservationTable.VALUE),
        value(item, ValueColumn.PREVIOUS).as(ObservationTable.PREVIOUS),
        value(item, ValueColumn.MONTH).as(ObservationTable.MONTH_VALUE));
  }

  private static Column value(Column item, ValueColumn column) {
    return try_element_at(col(VerdictTable.VALUES), concat(item, lit(column.of(""))));
  }

  private static Column isPresent(Column part) {
    return coalesce(
            part.getField(ObservationTable.VALUE),
            part.getField(ObservationTable.PREVIOUS),
            part.getField(ObservationTable.MONTH_VALUE))
        .isNotNull()
        .or(part.getField(ObservationTable.ITEM).equalTo(REGISTER_ITEM));
  }

  /** The register has no period: its year and quarter are null. */
  private static Map<String, Column> measures() {
    Column firstDay = concat(col(VerdictTable.PERIOD), lit("-01")).try_cast("date");
    return Map.of(
        ObservationTable.ITEM, part(ObservationTable.ITEM),
        ObservationTable.VALUE, part(ObservationTable.VALUE),
        ObservationTable.PREVIOUS, part(ObservationTable.PREVIOUS),
        ObservationTable.MONTH_VALUE, part(ObservationTable.MONTH_VALUE),
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
                .or(finding.getField(Finding.ITEM).equalTo(part(ObservationTable.ITEM))));
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

  private static Column part(String field) {
    return col(PART).getField(field);
  }
}
