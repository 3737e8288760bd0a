package jindu.check;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.last;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import java.util.function.Function;
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

  /** Before the name of a figure of the last period of the year; in no code stands a colon. */
  static final String LAST = "last:";

  /** Before the name of a figure of the same period of last year. */
  static final String YEAR_AGO = "year_ago:";

  private static final String LAST_RETURN = "last_return";
  private static final String YEAR_AGO_RETURN = "year_ago_return";
  private static final String MONTH = "history_month";
  private static final int MONTHS = 12;

  private UnitHistory() {}

  /** The name of a figure in its own return. */
  static String withoutPrefix(String name) {
    return Stream.of(LAST, YEAR_AGO)
        .filter(name::startsWith)
        .map(prefix -> name.substring(prefix.length()))
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
        .withColumn(LAST_RETURN, when(isOfTheYear(), col(LAST_RETURN)));
  }

  /** The row without what this class added. */
  static Dataset<Row> drop(Dataset<Row> rows) {
    return rows.drop(MONTH, LAST_RETURN, YEAR_AGO_RETURN);
  }

  /** The row's own figures, and those of its history by prefix. */
  static Figures figures() {
    return figures(col(VerdictTable.VALUES), past(LAST_RETURN), past(YEAR_AGO_RETURN));
  }

  /** The same where many of them are looked up. */
  static Column unpacked(Function<Figures, Column> use) {
    return Unpacked.of(
        col(VerdictTable.VALUES),
        own ->
            Unpacked.of(
                past(LAST_RETURN),
                last ->
                    Unpacked.of(
                        past(YEAR_AGO_RETURN), yearAgo -> use.apply(figures(own, last, yearAgo)))));
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

  private static Column past(String past) {
    return col(past).getField(VerdictTable.VALUES);
  }

  private static Figures figures(Column own, Column last, Column yearAgo) {
    return new Figures() {
      @Override
      public Column amount(Column name) {
        return when(name.startsWith(LAST), find(last, LAST, name))
            .when(name.startsWith(YEAR_AGO), find(yearAgo, YEAR_AGO, name))
            .otherwise(try_element_at(own, name));
      }

      @Override
      public Column months() {
        return month(col(VerdictTable.PERIOD)).cast(Types.AMOUNT);
      }

      @Override
      public Column lastMonths() {
        return month(lastPeriod()).cast(Types.AMOUNT);
      }
    };
  }

  private static Column find(Column past, String prefix, Column name) {
    return try_element_at(past, substring(name, lit(prefix.length() + 1), length(name)));
  }

  private static Column year(Column period) {
    return substring(period, 1, 4).try_cast("int");
  }

  private static Column month(Column period) {
    return substring(period, 6, 2).try_cast("int");
  }
}
