package jindu.ingest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the number format of a cell says its number is, and the ISO text of that. */
enum DateFormat {
  /** No date: a number. */
  NONE(""),
  /** A year alone. */
  YEAR("uuuu"),
  /** Year and month, as a person types a period into Excel. */
  MONTH("uuuu-MM"),
  /** A day, and a time where there is one. */
  DAY("uuuu-MM-dd");

  /** Quoted words, escaped characters, and colours, conditions and locales in brackets. */
  private static final Pattern NO_CODES = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*]|_.|\\*.");

  /** Formats of negative numbers, zero and text; a date has only the first section. */
  private static final Pattern OTHER_SECTIONS = Pattern.compile(";.*", Pattern.DOTALL);

  private static final int LONGEST = 255;

  private static final DateTimeFormatter WITH_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private static final LocalDate FIRST_1904 = LocalDate.of(1904, 1, 1);
  private static final LocalDate BEFORE_1900 = LocalDate.of(1899, 12, 31);

  /** In the calendar of 1900 this is 29 February 1900, which never was. */
  private static final long NO_DAY = 60;

  private static final BigDecimal LAST_SERIAL = BigDecimal.valueOf(2_958_465);
  private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);

  private final DateTimeFormatter formatter;

  DateFormat(String pattern) {
    this.formatter = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }

  /**
   * Reads a format such as {@code yyyy"年"m"月"}. {@code General} is no date, and neither is what
   * Excel would not take for its length.
   */
  static DateFormat of(String format) {
    if (format.equals("General") || format.length() > LONGEST) {
      return NONE;
    }
    String codes = NO_CODES.matcher(format).replaceAll("");
    codes = OTHER_SECTIONS.matcher(codes).replaceFirst("").toLowerCase(Locale.ROOT);
    boolean hasYear = codes.contains("y");
    boolean hasMonth = codes.contains("m");
    if (codes.contains("d") && (hasYear || hasMonth)) {
      // 6月30日 is a day of a year, though it does not show which.
      return DAY;
    }
    return hasYear ? (hasMonth ? MONTH : YEAR) : NONE;
  }

  /**
   * The formats that Excel in Chinese has built in and does not write into the file (ECMA-376-1,
   * 18.8.30, zh-cn).
   */
  static DateFormat builtIn(int id) {
    return switch (id) {
      case 27, 36, 50, 52, 57 -> MONTH;
      case 28, 29, 30, 31, 51, 53, 54, 58 -> DAY;
      default -> NONE;
    };
  }

  /**
   * The date that a serial number stands for, empty when it is none.
   *
   * @param from1904 whether the workbook counts days from 1904 (Excel for the Mac) or from 1900
   */
  Optional<String> text(BigDecimal serial, boolean from1904) {
    if (this == NONE
        || ShownNumber.isBeyondWriting(serial)
        || serial.signum() < 0
        || serial.compareTo(LAST_SERIAL) > 0) {
      return Optional.empty();
    }
    BigDecimal seconds = serial.multiply(SECONDS_A_DAY).setScale(0, RoundingMode.HALF_UP);
    long day = seconds.divideToIntegralValue(SECONDS_A_DAY).longValueExact();
    LocalDateTime moment =
        date(day, from1904)
            .atStartOfDay()
            .plusSeconds(seconds.remainder(SECONDS_A_DAY).longValueExact());
    boolean hasTime = this == DAY && moment.toLocalTime().toSecondOfDay() > 0;
    return Optional.of((hasTime ? WITH_TIME : formatter).format(moment));
  }

  private static LocalDate date(long day, boolean from1904) {
    if (from1904) {
      return FIRST_1904.plusDays(day);
    }
    return BEFORE_1900.plusDays(day < NO_DAY ? day : day - 1);
  }
}
