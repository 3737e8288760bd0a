package jindu.catalog;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jindu.core.Code;
import jindu.core.Quarter;

/**
 * One value as it stands in a file, parsed when asked.
 *
 * <p>A wrong value adds a mistake and yields a stand-in, so that the reading goes on; a catalog
 * with a mistake is never handed out, and neither is a stand-in.
 */
final class Field {

  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,20}(\\.\\d{1,10})?");
  private static final Pattern INTEGER = Pattern.compile("\\d{1,9}");
  private static final LocalDate STAND_IN_DATE = LocalDate.EPOCH;

  private final Mistakes mistakes;
  private final Location at;
  private final String name;
  private final Optional<String> text;
  private boolean sound = true;

  /**
   * @param name the column or key
   * @param text the value; empty when it is missing and the mistake is already known
   */
  Field(Mistakes mistakes, Location at, String name, Optional<String> text) {
    this.mistakes = mistakes;
    this.at = at;
    this.name = name;
    this.text = text.map(String::strip);
  }

  /** Whether the value is there and nothing was wrong with it so far; else it is a stand-in. */
  boolean isSound() {
    return sound && text.isPresent();
  }

  Location at() {
    return at;
  }

  boolean isEmpty() {
    return text.filter(value -> !value.isEmpty()).isEmpty();
  }

  /** The text, possibly empty. */
  String text() {
    return text.orElse("");
  }

  /** The text, which must not be empty. */
  String required() {
    return parse("empty-value", value -> value, "");
  }

  /** A text that matches; {@code expected} describes it, e.g. {@code 9 digits}. */
  String matching(Pattern pattern, String expected) {
    String value = required();
    if (!value.isEmpty() && !pattern.matcher(value).matches()) {
      wrong("invalid-text", expected);
    }
    return value;
  }

  /** A decimal number with a point, without separators or exponent. */
  BigDecimal decimal() {
    return parse(
        "invalid-decimal",
        value -> DECIMAL.matcher(value).matches() ? new BigDecimal(value) : null,
        BigDecimal.ONE);
  }

  /** A decimal above zero. */
  BigDecimal positive() {
    BigDecimal value = decimal();
    if (value.signum() <= 0) {
      wrong("not-positive");
      return BigDecimal.ONE;
    }
    return value;
  }

  /** A whole number, zero or more. */
  int integer() {
    return parse(
        "invalid-integer",
        value -> INTEGER.matcher(value).matches() ? Integer.valueOf(value) : null,
        1);
  }

  boolean flag() {
    return parse(
        "invalid-flag",
        value -> value.equals("true") ? Boolean.TRUE : value.equals("false") ? false : null,
        false);
  }

  LocalDate date() {
    return parse("invalid-date", LocalDate::parse, STAND_IN_DATE);
  }

  YearMonth month() {
    return parse("invalid-month", YearMonth::parse, YearMonth.from(STAND_IN_DATE));
  }

  /** A day of any year, {@code 06-30}. */
  MonthDay monthDay() {
    return parse(
        "invalid-month-day", value -> MonthDay.parse("--" + value), MonthDay.from(STAND_IN_DATE));
  }

  Quarter quarter() {
    return parse("invalid-quarter", Quarter::parse, Quarter.of(STAND_IN_DATE));
  }

  /** A constant by its code. */
  <E extends Enum<E> & Code> E code(Class<E> type) {
    String value = required();
    E standIn = type.getEnumConstants()[0];
    if (value.isEmpty()) {
      return standIn;
    }
    Optional<E> constant = Code.find(type, value);
    if (constant.isEmpty()) {
      wrong(
          "not-one-of",
          Stream.of(type.getEnumConstants()).map(Code::code).collect(Collectors.joining(", ")));
    }
    return constant.orElse(standIn);
  }

  /** Adds the mistake {@code catalog.<key>} with name, value and {@code more} as its arguments. */
  void wrong(String key, Object... more) {
    sound = false;
    mistakes.add(at, key, Stream.concat(Stream.of(name, text()), Stream.of(more)).toArray());
  }

  private <T> T parse(String key, Function<String, T> parser, T standIn) {
    if (text.isEmpty()) {
      return standIn;
    }
    if (isEmpty()) {
      wrong("empty-value");
      return standIn;
    }
    try {
      T value = parser.apply(text());
      if (value != null) {
        return value;
      }
    } catch (DateTimeException | IllegalArgumentException invalid) {
      // The mistake added below says what was expected instead.
    }
    wrong(key);
    return standIn;
  }
}
