package jindu.publish.workbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import jindu.core.Code;
import jindu.core.Lamp;
import org.apache.spark.sql.Row;

/**
 * The cells of a published row. Where the row is withheld every figure is the sign for that, even
 * if a figure should be there.
 */
final class RowCells {

  /** Decimals kept of a figure that is divided: more than people read of any. */
  private static final int DECIMALS = 12;

  private static final String WITHHELD = "withheld";

  private final Row row;
  private final boolean withheld;

  /**
   * @param row of a table; null where the publication has none: then every cell is empty
   */
  RowCells(Row row) {
    this.row = row;
    // A row of which it is not known is not shown.
    this.withheld =
        row != null && hasColumn(WITHHELD) && !Boolean.FALSE.equals(row.getAs(WITHHELD));
  }

  private boolean hasColumn(String column) {
    return row.schema().getFieldIndex(column).isDefined();
  }

  boolean isWithheld() {
    return withheld;
  }

  /**
   * A figure of a respondent or of several.
   *
   * @param factor base units in one of the unit that is shown
   */
  SheetCell figure(String column, BigDecimal factor, String format) {
    if (withheld) {
      return SheetCell.WITHHELD;
    }
    return SheetCell.figure(shown((BigDecimal) get(column), factor), format);
  }

  SheetCell percent(String column) {
    return figure(column, BigDecimal.ONE, CellFormat.PERCENT);
  }

  SheetCell gap(String column) {
    return figure(column, BigDecimal.ONE, CellFormat.GAP);
  }

  SheetCell points(String column) {
    return figure(column, BigDecimal.ONE, CellFormat.POINTS);
  }

  /** A place in an order: withheld with the figures that make it. */
  SheetCell rank(String column, String format) {
    if (withheld) {
      return SheetCell.WITHHELD;
    }
    Number rank = (Number) get(column);
    return rank == null
        ? SheetCell.BLANK
        : new SheetCell.Figure(BigDecimal.valueOf(rank.longValue()), format);
  }

  /** A count of units or things, which is no respondent's figure. */
  SheetCell count(String column) {
    return SheetCell.whole((Number) get(column));
  }

  SheetCell text(String column) {
    return SheetCell.text(word(column));
  }

  SheetCell day(String column) {
    Date day = (Date) get(column);
    return day == null ? SheetCell.BLANK : new SheetCell.Day(day.toLocalDate());
  }

  SheetCell lamp(String column) {
    String lamp = word(column);
    return lamp == null
        ? SheetCell.BLANK
        : Code.find(Lamp.class, lamp)
            .<SheetCell>map(SheetCell.LampWord::new)
            .orElse(SheetCell.BLANK);
  }

  /** A code, a word or a sentence; null where there is none. */
  String word(String column) {
    return (String) get(column);
  }

  /** Whether a claim is known to be true. */
  boolean claims(String column) {
    return Boolean.TRUE.equals(get(column));
  }

  private Object get(String column) {
    return row == null ? null : row.getAs(column);
  }

  private static BigDecimal shown(BigDecimal value, BigDecimal factor) {
    if (value == null) {
      return null;
    }
    BigDecimal plain = value.divide(factor, DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }
}
