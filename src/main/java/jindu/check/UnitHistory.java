package jindu.check;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.last;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.map_concat;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.transform_keys;
import static org.apache.spark.sql.functions.when;

import java.util.stream.Stream;
import jindu.table.Types;
import jindu.table.VerdictTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** A unit's own returns in force beside each of its returns: last period's and last year's. */
final class UnitHistory {

  /** Before the name of a figure of the last period of the year. */
  static final String LAST = "last.";

  /** Before the name of a figure of the same period of last year. */
  static final String YEAR_AGO = "year_ago.";

  /** Months that the row's year-to-date holds; with {@link #LAST} before it, the last return's. */
  static final String MONTHS_HELD = "months";

  private static final String LAST_RETURN = "last_return";
  private static final String YEAR_AGO_RETURN = "year_ago_return";
  private static final String MONTH = "history_month";
  private static final String HISTORY = "history_amounts";
  private static final int MONTHS = 12;

  private UnitHistory() {}

  /** The name of a figure in its own return. */
  static String withoutPrefix(String name) {
    return Stream.of(LAST, YEAR_AGO)
        .filter(name::startsWith)
        .map(prefix -> name.substring(prefix.length()))
        .filter(own -> own.contains("."))
        .findFirst()
        .orElse(name);
  }

  /** Adds both returns; null where the unit has none in force. */
  static Dataset<Row> of(Dataset<Row> judged) {
    Column inForce =
        when(
            col(VerdictTable.IN_FORCE), struct(col(VerdictTable.PERIOD), col(VerdictTable.VALUES)));
    Column lastReturn = last(inForce, true).over(months(1 - MONTHS, -1));
    Column yearAgo = last(inForce, true).over(months(-MONTHS, -MONTHS));
    return judged
        .withColumn(MONTH, monthNumber())
        .withColumn(LAST_RETURN, lastReturn)
        .withColumn(YEAR_AGO_RETURN, yearAgo)
        .withColumn(LAST_RETURN, when(isOfTheYear(), col(LAST_RETURN)))
        .withColumn(HISTORY, amounts());
  }

  /** The row without what this class added. */
  static Dataset<Row> drop(Dataset<Row> rows) {
    return rows.drop(MONTH, LAST_RETURN, YEAR_AGO_RETURN, HISTORY);
  }

  /** Name of a figure to its amount: the row's own, and those of its history by prefix. */
  static Column history() {
    return col(HISTORY);
  }

  /** The period of the last return of the year. */
  static Column lastPeriod() {
    return col(LAST_RETURN).getField(VerdictTable.PERIOD);
  }

  static Column yearAgoPeriod() {
    return col(YEAR_AGO_RETURN).getField(VerdictTable.PERIOD);
  }

  private static WindowSpec months(int from, int to) {
    return Window.partitionBy(VerdictTable.FORM, VerdictTable.UNIT_KEY, Working.UNKEYED)
        .orderBy(MONTH)
        .rangeBetween(from, to);
  }

  private static Column monthNumber() {
    return year(col(VerdictTable.PERIOD)).multiply(MONTHS).plus(month(col(VerdictTable.PERIOD)));
  }

  private static Column isOfTheYear() {
    return year(lastPeriod()).equalTo(year(col(VerdictTable.PERIOD)));
  }

  private static Column amounts() {
    return map_concat(
        col(VerdictTable.VALUES),
        prefixed(LAST, col(LAST_RETURN)),
        prefixed(YEAR_AGO, col(YEAR_AGO_RETURN)),
        monthsHeld());
  }

  private static Column monthsHeld() {
    Column months =
        map(
            lit(MONTHS_HELD), month(col(VerdictTable.PERIOD)),
            lit(LAST + MONTHS_HELD), month(lastPeriod()));
    return months.cast(Types.AMOUNT_BY_NAME);
  }

  private static Column prefixed(String prefix, Column past) {
    Column amounts =
        transform_keys(
            past.getField(VerdictTable.VALUES), (name, amount) -> concat(lit(prefix), name));
    return coalesce(amounts, map().cast(Types.AMOUNT_BY_NAME));
  }

  private static Column year(Column period) {
    return substring(period, 1, 4).try_cast("int");
  }

  private static Column month(Column period) {
    return substring(period, 6, 2).try_cast("int");
  }
}
