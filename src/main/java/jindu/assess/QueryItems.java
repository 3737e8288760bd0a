package jindu.assess;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import jindu.catalog.Catalog;
import jindu.core.Form;
import jindu.core.Form.Item;
import jindu.core.Form.ValueColumn;
import jindu.core.Indicator;
import jindu.core.Rounding;
import jindu.table.QueryTable;
import jindu.table.Types;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** How a unit knows the figure: its header, and the unit of measure it is delivered in. */
final class QueryItems {

  private static final String FORM = "named_form";
  private static final String ITEM = "named_item";
  private static final String COLUMN = "named_column";
  private static final String HEADER = "named_header";
  private static final String UNIT = "item_unit";
  private static final String FACTOR = "item_factor";
  private static final String INDICATOR = "measured_indicator";
  private static final String INDICATOR_UNIT = "indicator_unit";
  private static final String INDICATOR_FACTOR = "indicator_factor";
  private static final StructType ITEMS =
      new StructType()
          .add(FORM, Types.TEXT)
          .add(ITEM, Types.TEXT)
          .add(COLUMN, Types.TEXT)
          .add(HEADER, Types.TEXT)
          .add(UNIT, Types.TEXT)
          .add(FACTOR, Types.AMOUNT);
  private static final StructType INDICATORS =
      new StructType()
          .add(INDICATOR, Types.TEXT)
          .add(INDICATOR_UNIT, Types.TEXT)
          .add(INDICATOR_FACTOR, Types.AMOUNT);

  private QueryItems() {}

  static Dataset<Row> beside(Dataset<Row> findings, Catalog catalog) {
    Dataset<Row> items = items(findings.sparkSession(), catalog);
    Dataset<Row> indicators = indicators(findings.sparkSession(), catalog);
    return findings
        // One row a form, item and column on the right: the catalog refuses a code that stands
        // twice.
        .join(
            broadcast(items),
            col(QueryTable.FORM)
                .equalTo(col(FORM))
                .and(col(QueryTable.ITEM).equalTo(col(ITEM)))
                .and(col(QueryTable.COLUMN).equalTo(col(COLUMN))),
            "left")
        // One row an indicator on the right: the catalog holds them by code.
        .join(
            broadcast(indicators),
            col(QueryCells.INDICATOR).equalTo(col(INDICATOR)).and(col(ITEM).isNotNull()),
            "left")
        .withColumn(QueryTable.ITEM_HEADER, coalesce(col(HEADER), col(QueryTable.ITEM)))
        .withColumn(QueryTable.DELIVERED_UNIT, coalesce(col(INDICATOR_UNIT), col(UNIT)))
        .withColumn(QueryTable.DELIVERED_FACTOR, coalesce(col(INDICATOR_FACTOR), col(FACTOR)));
  }

  private static Dataset<Row> items(SparkSession spark, Catalog catalog) {
    List<Row> rows =
        catalog.forms().values().stream()
            .flatMap(form -> form.items().stream().flatMap(item -> rows(form, item)))
            .toList();
    return spark.createDataFrame(rows, ITEMS);
  }

  private static Stream<Row> rows(Form form, Item item) {
    return item.columns().stream().map(column -> row(form, item, column));
  }

  private static Row row(Form form, Item item, ValueColumn column) {
    return RowFactory.create(
        form.code(),
        item.code(),
        column.code(),
        item.label(column),
        form.factorFromIndicator() ? null : item.unit(),
        amount(BigDecimal.valueOf(item.factor())));
  }

  private static Dataset<Row> indicators(SparkSession spark, Catalog catalog) {
    List<Row> rows = catalog.indicators().values().stream().map(QueryItems::row).toList();
    return spark.createDataFrame(rows, INDICATORS);
  }

  private static Row row(Indicator indicator) {
    return RowFactory.create(
        indicator.code(), indicator.displayUnit(), amount(indicator.displayFactor()));
  }

  private static BigDecimal amount(BigDecimal factor) {
    return Rounding.round(factor, Rounding.VALUE_DECIMALS);
  }
}
