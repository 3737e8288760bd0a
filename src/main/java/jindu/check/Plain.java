package jindu.check;

import static org.apache.spark.sql.functions.btrim;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.translate;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import java.util.Locale;
import jindu.core.PlainText;
import org.apache.spark.sql.Column;

/** Column twin of {@link PlainText}. */
final class Plain {

  private static final String SMALL = "abcdefghijklmnopqrstuvwxyz";

  private Plain() {}

  /** A trimmed cell by its canonical name; null where it is absent or blank. */
  static Column cell(Column cells, Column name) {
    Column text = trimmed(cells, name);
    return when(text.notEqual(""), text);
  }

  /** A trimmed cell by its canonical name; empty where it is blank. */
  static Column trimmed(Column cells, Column name) {
    return btrim(try_element_at(cells, name), lit(PlainText.BLANKS));
  }

  static Column halfWidth(Column trimmed) {
    return translate(trimmed, PlainText.FULL_WIDTH, PlainText.HALF_WIDTH);
  }

  /** Half-width with capital letters. Spark's own {@code upper} loads tables for a second first. */
  static Column code(Column trimmed) {
    return translate(
        trimmed,
        PlainText.FULL_WIDTH + SMALL,
        (PlainText.HALF_WIDTH + SMALL).toUpperCase(Locale.ROOT));
  }
}
