package jindu.aggregate;

import static jindu.aggregate.Steps.REGISTER;
import static jindu.table.ObservationTable.FORM;
import static jindu.table.ObservationTable.ITEM;
import static jindu.table.ObservationTable.UNIT_KEY;
import static jindu.table.ObservationTable.YEAR;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import jindu.catalog.Catalog;
import jindu.core.Feed;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** The registered units, one row for each item of their form that feeds an indicator. */
final class ExpectedItems {

  private static final StructType ITEMS =
      new StructType().add(FORM, Types.TEXT).add(ITEM, Types.TEXT);
  private static final Set<String> KEY = Set.of(FORM, UNIT_KEY, YEAR);

  private ExpectedItems() {}

  /**
   * A row for each unit, year and item; what the register says of the unit is one structure.
   *
   * @param registered rows of {@link RegisteredUnits}
   */
  static Dataset<Row> of(Dataset<Row> registered, Catalog catalog) {
    Column[] facts =
        Arrays.stream(registered.columns())
            .filter(name -> !KEY.contains(name))
            .map(name -> col(name))
            .toArray(Column[]::new);
    List<Row> items =
        catalog.forms().values().stream()
            .flatMap(
                form ->
                    form.feeds().stream()
                        .map(Feed::item)
                        .distinct()
                        .map(item -> RowFactory.create(form.code(), item)))
            .toList();
    Dataset<Row> fed = registered.sparkSession().createDataFrame(items, ITEMS);
    // One row an item of the form on the right: rows multiply on purpose.
    return registered
        .withColumn(REGISTER, struct(facts))
        .join(broadcast(fed), FORM)
        .select(col(FORM), col(UNIT_KEY), col(YEAR), col(ITEM), col(REGISTER));
  }
}
