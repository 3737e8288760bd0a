package jindu.check;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.try_element_at;

import jindu.table.Types;
import org.apache.spark.sql.Column;

/** Where the figures that a check compares are found. */
interface Figures {

  /** The amount of a figure of {@link CheckFacts} in base units; null where there is none. */
  Column amount(Column name);

  /** The months that the row's year-to-date holds; null where that is not compared. */
  Column months();

  /** The months that the year-to-date of the last return of the year holds; null without one. */
  Column lastMonths();

  /**
   * The figures of the row itself.
   *
   * @param values canonical column name to the value in base units
   */
  static Figures of(Column values) {
    return new Figures() {
      @Override
      public Column amount(Column name) {
        return try_element_at(values, name);
      }

      @Override
      public Column months() {
        return lit(null).cast(Types.AMOUNT);
      }

      @Override
      public Column lastMonths() {
        return months();
      }
    };
  }
}
