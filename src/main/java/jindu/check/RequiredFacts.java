package jindu.check;

import java.util.List;
import jindu.core.CommonColumn;
import jindu.core.Form;
import jindu.table.Types;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * The common columns that a form requires, besides period and unit, which have their own checks.
 */
final class RequiredFacts {

  static final String NAME = "name";
  static final String LABEL = "label";

  /** Whether the column is part of what names the unit: a withdrawal needs it too. */
  static final String IN_KEY = "in_key";

  static final StructType SCHEMA =
      new StructType().add(NAME, Types.TEXT).add(LABEL, Types.TEXT).add(IN_KEY, Types.CLAIM);

  private static final List<CommonColumn> PLAIN =
      List.of(CommonColumn.UNIT_NAME, CommonColumn.TOWNSHIP_CODE, CommonColumn.SECTOR_CODE);

  private RequiredFacts() {}

  static List<Row> rows(Form form) {
    return PLAIN.stream()
        .filter(column -> isRequired(form, column))
        .map(
            column ->
                RowFactory.create(
                    column.code(), column.headers().get(0), form.key().contains(column.code())))
        .toList();
  }

  private static boolean isRequired(Form form, CommonColumn column) {
    return form.required().contains(column.code()) || form.key().contains(column.code());
  }
}
