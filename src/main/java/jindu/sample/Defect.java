package jindu.sample;

import java.util.List;
import java.util.function.LongUnaryOperator;
import jindu.core.CheckRule;
import jindu.core.CommonColumn;
import jindu.core.Form;
import jindu.core.Form.Item;
import jindu.core.Form.ValueColumn;

/** Ways to spoil a return, from what its form declares. */
final class Defect {

  /** A place of another district. */
  private static final String FOREIGN_TOWNSHIP = "410305001";

  private static final int YUAN_IN_THOUSANDS = 1000;

  /** What is left of a same period after a unit restates it. */
  private static final double RESTATED = 0.92;

  private Defect() {}

  /** A copy that breaks one hard check. */
  static ReturnRow refused(Draw draw, Form form, ReturnRow truth) {
    ReturnRow row = truth.copy();
    String main = mainColumn(form);
    return switch (draw.integer(0, 4)) {
      case 0 -> row.with(CommonColumn.TOWNSHIP_CODE, FOREIGN_TOWNSHIP);
      case 1 -> row.with(main, "见附表");
      case 2 -> row.with(main, "");
      case 3 -> row.with(CommonColumn.UNIT_CODE, UnitCodes.enterprise(draw));
      default -> brokenRelation(form, row);
    };
  }

  /** A copy whose numbers are a little too low, in all columns alike. */
  static ReturnRow revised(Draw draw, Form form, ReturnRow truth) {
    double share = draw.uniform(0.9, 0.99);
    return scaled(form, truth, value -> Shares.of(value, share));
  }

  /** A copy whose same period is lower than what the unit reported last year. */
  static ReturnRow restated(Form form, ReturnRow truth) {
    ReturnRow row = scaled(form, truth, value -> Shares.of(value, RESTATED));
    for (Item item : form.items()) {
      String ytd = ValueColumn.YTD.of(item.code());
      String month = ValueColumn.MONTH.of(item.code());
      row.with(ytd, truth.get(ytd)).with(month, truth.get(month));
    }
    return row;
  }

  /** A copy in 元: every number a thousand times too large. */
  static ReturnRow inYuan(Form form, ReturnRow truth) {
    return scaled(form, truth, value -> value * YUAN_IN_THOUSANDS);
  }

  /** The year to date of the form's first item that has one. */
  static String mainColumn(Form form) {
    return form.items().stream()
        .filter(item -> item.columns().contains(ValueColumn.YTD))
        .map(item -> ValueColumn.YTD.of(item.code()))
        .findFirst()
        .orElseThrow();
  }

  private static ReturnRow brokenRelation(Form form, ReturnRow row) {
    List<CheckRule> rules =
        form.checks().stream()
            .filter(rule -> rule.severity() == CheckRule.Severity.HARD && !rule.parts().isEmpty())
            .toList();
    if (rules.isEmpty()) {
      return row.with(CommonColumn.SECTOR_CODE, "9999");
    }
    String part = rules.get(0).parts().get(0);
    String total = rules.get(0).total();
    String partColumn = part.contains(".") ? part : ValueColumn.YTD.of(part);
    String totalColumn = total.contains(".") ? total : ValueColumn.YTD.of(total);
    return row.with(partColumn, Long.toString(number(row, totalColumn) + 1000));
  }

  private static ReturnRow scaled(Form form, ReturnRow truth, LongUnaryOperator change) {
    ReturnRow row = truth.copy();
    for (Item item : form.items()) {
      for (ValueColumn column : item.columns()) {
        String name = column.of(item.code());
        if (row.has(name) && column != ValueColumn.VALUE) {
          row.with(name, Long.toString(change.applyAsLong(number(row, name))));
        }
      }
    }
    form.checks().stream()
        .filter(rule -> rule.kind() == CheckRule.Kind.PARTS_EQUAL_TOTAL)
        .forEach(rule -> addUp(rule, row));
    return row;
  }

  /** Rounding each part must not make the return break a relation that it kept before. */
  private static void addUp(CheckRule rule, ReturnRow row) {
    for (ValueColumn column : rule.columns()) {
      if (!rule.parts().stream().allMatch(part -> row.has(column.of(part)))) {
        continue;
      }
      long sum = rule.parts().stream().mapToLong(part -> number(row, column.of(part))).sum();
      row.with(rule.total(), column, sum);
    }
  }

  private static long number(ReturnRow row, String column) {
    return Long.parseLong(row.get(column));
  }
}
