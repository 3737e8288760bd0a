package jindu.check;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/**
 * Days and moments as people write them: {@code 2020-07-08}, {@code 2020/7/8}, {@code 2020年7月8日},
 * each with or without a time of the day.
 */
final class Days {

  /** The start of a day, after the day. */
  static final String MIDNIGHT = " 00:00:00";

  private static final String DAY = "([0-9]{4})[-/年]([0-9]{1,2})[-/月]([0-9]{1,2})日?";
  private static final String TIME = "([01]?[0-9]|2[0-3]):([0-5][0-9])(?::([0-5][0-9]))?";
  private static final String MOMENT = "^" + DAY + "(?:[ T]+" + TIME + ")?$";

  private Days() {}

  /** The day of a trimmed half-width text as {@code 2020-07-08}, or null when it states none. */
  static Column day(Column text) {
    Column iso =
        concat_ws(
            "-",
            regexp_extract(text, MOMENT, 1),
            lpad(regexp_extract(text, MOMENT, 2), 2, "0"),
            lpad(regexp_extract(text, MOMENT, 3), 2, "0"));
    return iso.try_cast("date").cast("string");
  }

  /** The moment as {@code 2020-07-08 09:30:00}, a day alone at 00:00; null when it states none. */
  static Column moment(Column text) {
    return concat(day(text), coalesce(time(text), lit(MIDNIGHT)));
  }

  private static Column time(Column text) {
    Column hour = regexp_extract(text, MOMENT, 4);
    Column second = regexp_extract(text, MOMENT, 6);
    Column time =
        concat(
            lit(" "),
            lpad(hour, 2, "0"),
            lit(":"),
            regexp_extract(text, MOMENT, 5),
            lit(":"),
            lpad(second, 2, "0"));
    return when(hour.notEqual(""), time);
  }
}
