package jindu.core;

import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reporting period (报告期) by its last month, printed as {@code 2020-02}.
 *
 * <p>Read from every way in which contracts.md section 4 lets people write it; years 1900 to 2099.
 */
public record ReportingPeriod(YearMonth lastMonth) {

  /** Signs that people type for "to"; all mean a hyphen here. */
  public static final String DASHES = "—–~至到";

  /** Half-width text of months: group 1 the year, one of the others the month. */
  public static final String MONTHS =
      "((?:19|20)[0-9]{2})" + "(?:-(0?[1-9]|1[0-2])|(0[1-9]|1[0-2])|年(?:1-)?(0?[1-9]|1[0-2])月)";

  /** Half-width text of quarters: group 1 the year, one of the others the quarter's number. */
  public static final String QUARTERS = "((?:19|20)[0-9]{2})(?:-?[Qq]([1-4])|年第?([1-4一二三四])季度)";

  /** Half-width text of years: group 1 the year. */
  public static final String YEARS = "((?:19|20)[0-9]{2})(?:年度?)?";

  /** What half-width text says for the months from January on. */
  public static final String FROM_JANUARY = "年1-";

  private static final Pattern MONTH = Pattern.compile(MONTHS);
  private static final Pattern QUARTER = Pattern.compile(QUARTERS);
  private static final Pattern YEAR = Pattern.compile(YEARS);

  /**
   * Reads {@code 2020-02}, {@code 202002}, {@code 2020年2月}, {@code 2020年1-2月}, {@code 2020Q1},
   * {@code 2020-Q1}, {@code 2020年一季度} or {@code 2020}, in full-width characters too; empty when the
   * text is none of them.
   */
  public static Optional<ReportingPeriod> parse(String text) {
    String plain = PlainText.halfWidth(text).replace(" ", "");
    plain = plain.replaceAll("[" + DASHES + "]", "-");
    Matcher month = MONTH.matcher(plain);
    if (month.matches()) {
      return of(month.group(1), Integer.parseInt(firstGroup(month)));
    }
    Matcher quarter = QUARTER.matcher(plain);
    if (quarter.matches()) {
      return of(quarter.group(1), 3 * quarterNumber(firstGroup(quarter)));
    }
    Matcher year = YEAR.matcher(plain);
    return year.matches() ? of(year.group(1), 12) : Optional.empty();
  }

  /**
   * The first month that the text states: January of a year, the first of a quarter's three, and
   * January of 1-2月; the month itself otherwise.
   */
  public static Optional<YearMonth> firstMonth(String text) {
    String plain = PlainText.halfWidth(text).replace(" ", "");
    plain = plain.replaceAll("[" + DASHES + "]", "-");
    boolean beginsTheYear = YEAR.matcher(plain).matches() || plain.contains(FROM_JANUARY);
    int before = QUARTER.matcher(plain).matches() ? 2 : 0;
    return parse(text)
        .map(ReportingPeriod::lastMonth)
        .map(last -> beginsTheYear ? last.withMonth(1) : last.minusMonths(before));
  }

  private static Optional<ReportingPeriod> of(String year, int month) {
    return Optional.of(new ReportingPeriod(YearMonth.of(Integer.parseInt(year), month)));
  }

  private static String firstGroup(Matcher matcher) {
    for (int group = 2; group <= matcher.groupCount(); group++) {
      if (matcher.group(group) != null) {
        return matcher.group(group);
      }
    }
    throw new IllegalStateException("No group matched in " + matcher.group() + ".");
  }

  private static int quarterNumber(String text) {
    int chinese = "一二三四".indexOf(text);
    return chinese < 0 ? Integer.parseInt(text) : chinese + 1;
  }

  @Override
  public String toString() {
    return lastMonth.toString();
  }
}
