package jindu.check;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.translate;
import static org.apache.spark.sql.functions.when;

import jindu.core.ReportingPeriod;
import org.apache.spark.sql.Column;

/** Column twin of {@link ReportingPeriod}. */
final class Periods {

  private static final String MONTH = "^(?:" + ReportingPeriod.MONTHS + ")$";
  private static final String QUARTER = "^(?:" + ReportingPeriod.QUARTERS + ")$";
  private static final String YEAR = "^(?:" + ReportingPeriod.YEARS + ")$";

  private Periods() {}

  /** The period of a trimmed text as {@code 2020-02}, or null when it states none. */
  static Column read(Column text) {
    return ofPlain(plain(text));
  }

  /** The first month that a trimmed text states, or null when it states none. */
  static Column readFirstMonth(Column text) {
    Column plain = plain(text);
    Column last = ofPlain(plain);
    Column january = concat(substring(last, 1, 4), lit("-01"));
    Column ofQuarter = add_months(concat(last, lit("-01")).try_cast("date"), -2);
    return when(plain.rlike(YEAR).or(plain.contains(ReportingPeriod.FROM_JANUARY)), january)
        .when(plain.rlike(QUARTER), substring(ofQuarter.cast("string"), 1, "2020-01".length()))
        .otherwise(last);
  }

  /** A trimmed text with plain characters only; the first half of reading, to be done once. */
  static Column plain(Column text) {
    Column closed = translate(Plain.halfWidth(text), " ", "");
    return translate(closed, ReportingPeriod.DASHES, hyphens());
  }

  /** The period of a {@link #plain} text. */
  static Column ofPlain(Column plain) {
    return coalesce(month(plain), quarter(plain), year(plain));
  }

  private static Column month(Column text) {
    Column number =
        concat(
            regexp_extract(text, MONTH, 2),
            regexp_extract(text, MONTH, 3),
            regexp_extract(text, MONTH, 4));
    return when(text.rlike(MONTH), period(regexp_extract(text, MONTH, 1), number));
  }

  private static Column quarter(Column text) {
    Column number = concat(regexp_extract(text, QUARTER, 2), regexp_extract(text, QUARTER, 3));
    Column month = translate(number, "一二三四", "1234").try_cast("int").multiply(3).cast("string");
    return when(text.rlike(QUARTER), period(regexp_extract(text, QUARTER, 1), month));
  }

  private static Column year(Column text) {
    return when(text.rlike(YEAR), period(regexp_extract(text, YEAR, 1), lit("12")));
  }

  private static Column period(Column year, Column month) {
    return concat(year, lit("-"), lpad(month, 2, "0"));
  }

  private static String hyphens() {
    return "-".repeat(ReportingPeriod.DASHES.length());
  }
}
