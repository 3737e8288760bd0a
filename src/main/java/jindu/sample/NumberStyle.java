package jindu.sample;

import java.util.Locale;
import jindu.core.Form;
import jindu.core.Form.Item;
import jindu.core.Form.ValueColumn;

/** Rewrites the numbers of a return as some people type them; their value stays the same. */
final class NumberStyle {

  private static final int FULL_WIDTH = '０' - '0';

  private NumberStyle() {}

  static ReturnRow apply(Draw draw, Form form, ReturnRow plain) {
    double chance = draw.uniform();
    if (chance > 0.02) {
      return plain;
    }
    ReturnRow row = plain.copy();
    for (Item item : form.items()) {
      for (ValueColumn column : item.columns()) {
        String name = column.of(item.code());
        if (row.has(name)) {
          row.with(name, chance < 0.01 ? separated(row.get(name)) : fullWidth(row.get(name)));
        }
      }
    }
    return row;
  }

  /** 1,234,567; a negative number in brackets. */
  private static String separated(String number) {
    long value = Long.parseLong(number);
    return value < 0
        ? String.format(Locale.ROOT, "(%,d)", -value)
        : String.format(Locale.ROOT, "%,d", value);
  }

  private static String fullWidth(String number) {
    StringBuilder wide = new StringBuilder();
    number
        .chars()
        .forEach(
            digit -> wide.append((char) (Character.isDigit(digit) ? digit + FULL_WIDTH : digit)));
    return wide.toString();
  }
}
