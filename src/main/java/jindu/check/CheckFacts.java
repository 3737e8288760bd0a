package jindu.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jindu.core.CheckRule;
import jindu.core.Form;
import jindu.core.Form.ValueColumn;
import jindu.table.Types;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The declared checks of a form: one struct for each check and column in which it must hold. */
final class CheckFacts {

  static final String CODE = "code";
  static final String HARD = "hard";
  static final String KIND = "kind";

  /** The column on the left, e.g. {@code sales_output.ytd}. */
  static final String TOTAL = "total";

  /** The columns on the right. */
  static final String PARTS = "parts";

  static final String MINIMUM = "minimum";
  static final String MAXIMUM = "maximum";

  /** The columns with the headers that a unit knows them by. */
  static final String TERMS = "terms";

  static final String TERM_NAME = "name";
  static final String TERM_LABEL = "label";

  static final StructType SCHEMA =
      new StructType()
          .add(CODE, Types.TEXT)
          .add(HARD, Types.CLAIM)
          .add(KIND, Types.TEXT)
          .add(TOTAL, Types.TEXT)
          .add(PARTS, Types.TEXTS)
          .add(MINIMUM, Types.PERCENT)
          .add(MAXIMUM, Types.PERCENT)
          .add(
              TERMS,
              DataTypes.createArrayType(
                  new StructType().add(TERM_NAME, Types.TEXT).add(TERM_LABEL, Types.TEXT)));

  private CheckFacts() {}

  static List<Row> rows(Form form) {
    return form.checks().stream().flatMap(rule -> rows(rule, form)).toList();
  }

  private static Stream<Row> rows(CheckRule rule, Form form) {
    return switch (rule.kind()) {
      case PARTS_WITHIN_TOTAL, PARTS_EQUAL_TOTAL ->
          columns(rule).map(column -> sums(rule, column, form));
      case MONTH_WITHIN_YTD -> Stream.of(pair(rule, ValueColumn.YTD, ValueColumn.MONTH, form));
      case GROWTH_WITHIN -> Stream.of(pair(rule, ValueColumn.YTD, ValueColumn.PREVIOUS, form));
    };
  }

  /** Empty where the items name their own columns. */
  private static Stream<Optional<ValueColumn>> columns(CheckRule rule) {
    return rule.columns().isEmpty()
        ? Stream.of(Optional.empty())
        : rule.columns().stream().map(Optional::of);
  }

  private static Row sums(CheckRule rule, Optional<ValueColumn> column, Form form) {
    return row(
        rule,
        name(rule.total(), column),
        rule.parts().stream().map(part -> name(part, column)).toList(),
        form);
  }

  private static Row pair(CheckRule rule, ValueColumn left, ValueColumn right, Form form) {
    return row(rule, left.of(rule.total()), List.of(right.of(rule.total())), form);
  }

  private static String name(String item, Optional<ValueColumn> column) {
    return column.filter(any -> !item.contains(".")).map(any -> any.of(item)).orElse(item);
  }

  private static Row row(CheckRule rule, String total, List<String> parts, Form form) {
    List<String> names = new ArrayList<>(List.of(total));
    names.addAll(parts);
    return RowFactory.create(
        rule.code(),
        rule.severity() == CheckRule.Severity.HARD,
        rule.kind().code(),
        total,
        parts,
        rule.minimum(),
        rule.maximum(),
        names.stream().map(name -> RowFactory.create(name, label(name, form))).toList());
  }

  private static String label(String name, Form form) {
    return form.items().stream()
        .flatMap(
            item ->
                item.columns().stream()
                    .filter(column -> column.of(item.code()).equals(name))
                    .map(column -> ItemFacts.label(item, column)))
        .findFirst()
        .orElse(name);
  }
}
