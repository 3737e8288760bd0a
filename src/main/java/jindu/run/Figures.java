package jindu.run;

import java.math.BigDecimal;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import jindu.table.ContributionTable;
import org.apache.spark.sql.Row;

/**
 * The four figures of a cell or of a part of it, in base units; null where one is not known or none
 * is there.
 *
 * @param value the quarter's own
 * @param valueYtd year to date
 * @param previous same quarter of last year
 * @param previousYtd same period of last year
 */
public record Figures(
    BigDecimal value, BigDecimal valueYtd, BigDecimal previous, BigDecimal previousYtd) {

  static final Figures NONE = new Figures(null, null, null, null);

  /**
   * @param column from the name of an amount to that of the column that holds it
   */
  static Figures of(Row row, Function<String, String> column) {
    return new Figures(
        row.getAs(column.apply(ContributionTable.VALUE)),
        row.getAs(column.apply(ContributionTable.VALUE_YTD)),
        row.getAs(column.apply(ContributionTable.PREVIOUS)),
        row.getAs(column.apply(ContributionTable.PREVIOUS_YTD)));
  }

  /** The sums; what is not there adds nothing. */
  public Figures plus(Figures other) {
    return each(other, BigDecimal::add, right -> right);
  }

  /** The differences; what is not there takes nothing away. */
  public Figures minus(Figures other) {
    return each(other, BigDecimal::subtract, BigDecimal::negate);
  }

  private Figures each(
      Figures other, BinaryOperator<BigDecimal> both, Function<BigDecimal, BigDecimal> rightAlone) {
    return new Figures(
        combined(value, other.value, both, rightAlone),
        combined(valueYtd, other.valueYtd, both, rightAlone),
        combined(previous, other.previous, both, rightAlone),
        combined(previousYtd, other.previousYtd, both, rightAlone));
  }

  private static BigDecimal combined(
      BigDecimal left,
      BigDecimal right,
      BinaryOperator<BigDecimal> both,
      Function<BigDecimal, BigDecimal> rightAlone) {
    if (left == null || right == null) {
      return right == null ? left : rightAlone.apply(right);
    }
    return both.apply(left, right);
  }
}
