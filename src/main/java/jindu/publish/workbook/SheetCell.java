package jindu.publish.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import jindu.core.Lamp;

/** What stands in one cell of a sheet. */
sealed interface SheetCell {

  /** What is not known or not defined: an empty cell, never a zero. */
  SheetCell BLANK = new Blank();

  /** A figure that is not shown to protect respondents: a sign in its place. */
  SheetCell WITHHELD = new Withheld();

  /**
   * Words.
   *
   * @param indent steps from the left, for what is part of what stands above it
   * @param repeated whether the line above says so too: there for who sorts and filters, and faint
   *     for who reads
   */
  record Text(String text, int indent, boolean repeated) implements SheetCell {}

  /**
   * A number.
   *
   * @param format how it is shown; see {@link CellFormat}
   */
  record Figure(BigDecimal value, String format) implements SheetCell {}

  /** A day. */
  record Day(LocalDate day) implements SheetCell {}

  /** A lamp: its word on its colour. */
  record LampWord(Lamp lamp) implements SheetCell {}

  /** An empty cell. */
  record Blank() implements SheetCell {}

  /** The sign for what is withheld. */
  record Withheld() implements SheetCell {}

  /** The words, or an empty cell where there are none. */
  static SheetCell text(String text) {
    return text == null || text.isEmpty() ? BLANK : new Text(text, 0, false);
  }

  /** Words of a block of lines: faint below its first one. */
  static SheetCell ofBlock(String text, boolean first) {
    return new Text(text, 0, !first);
  }

  /** The number, or an empty cell where it is not known. */
  static SheetCell figure(BigDecimal value, String format) {
    return value == null ? BLANK : new Figure(value, format);
  }

  /** A whole number, or an empty cell where it is not known. */
  static SheetCell whole(Number value) {
    return value == null
        ? BLANK
        : new Figure(BigDecimal.valueOf(value.longValue()), CellFormat.WHOLE);
  }
}
