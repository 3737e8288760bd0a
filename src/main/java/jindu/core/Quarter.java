package jindu.core;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A calendar quarter, printed as {@code 2020-Q1}; the printed form sorts as text and parses back.
 */
public record Quarter(int year, int number) implements Comparable<Quarter>, Serializable {

  private static final Pattern TEXT = Pattern.compile("(\\d{4})-?[Qq]([1-4])");

  public Quarter {
    if (number < 1 || number > 4) {
      throw new IllegalArgumentException("Invalid quarter: " + number + " (expected 1 to 4).");
    }
  }

  /** Reads {@code 2020-Q1}, and the {@code 2020Q1} of returns. */
  public static Quarter parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("Invalid quarter: " + text + " (expected e.g. 2020-Q1).");
    }
    return new Quarter(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  /** The quarter in which the month lies. */
  public static Quarter of(YearMonth month) {
    return new Quarter(month.getYear(), (month.getMonthValue() + 2) / 3);
  }

  /** The quarter in which the day lies. */
  public static Quarter of(LocalDate day) {
    return of(YearMonth.from(day));
  }

  public LocalDate firstDay() {
    return LocalDate.of(year, number * 3 - 2, 1);
  }

  public LocalDate lastDay() {
    return lastMonth().atEndOfMonth();
  }

  public YearMonth lastMonth() {
    return YearMonth.of(year, number * 3);
  }

  public Quarter next() {
    return number == 4 ? new Quarter(year + 1, 1) : new Quarter(year, number + 1);
  }

  @Override
  public int compareTo(Quarter other) {
    return Integer.compare(year * 4 + number, other.year * 4 + other.number);
  }

  @Override
  public String toString() {
    return year + "-Q" + number;
  }
}
