package jindu.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import jindu.core.Form;
import jindu.table.Types;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** The numeric columns of a form: one struct for each item and column. */
final class ItemFacts {

  static final String NAME = "name";
  static final String LABEL = "label";
  static final String FACTOR = "factor";
  static final String NEGATIVE = "negative";
  static final String REQUIRED = "required";

  static final StructType SCHEMA =
      new StructType()
          .add(NAME, Types.TEXT)
          .add(LABEL, Types.TEXT)
          .add(FACTOR, Amounts.FACTOR)
          .add(NEGATIVE, Types.CLAIM)
          .add(REQUIRED, Types.CLAIM);

  private ItemFacts() {}

  static List<Row> rows(Form form) {
    return form.items().stream().flatMap(ItemFacts::rows).toList();
  }

  /** The header that a unit is told. */
  static String label(Form.Item item, Form.ValueColumn column) {
    return item.label(column);
  }

  /** Refuses a factor that the arithmetic of {@link Amounts} has no digits for. */
  static BigDecimal factor(BigDecimal factor) {
    BigDecimal scaled = factor.setScale(Amounts.FACTOR.scale());
    if (scaled.precision() > Amounts.FACTOR.precision()) {
      throw new IllegalArgumentException(
          "Invalid factor: " + factor + " (expected less than 100000000000).");
    }
    return scaled;
  }

  private static Stream<Row> rows(Form.Item item) {
    return item.columns().stream()
        .map(
            column ->
                RowFactory.create(
                    column.of(item.code()),
                    label(item, column),
                    factor(BigDecimal.valueOf(item.factor())),
                    item.negative(),
                    item.required().contains(column)));
  }
}
