package jindu.aggregate;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.expressions.WindowSpec;

/** A sum that is unknown where one of its parts is, and 0 where it has none. */
final class WholeSum {

  private WholeSum() {}

  static Column of(Column amount) {
    return where(lit(true), amount);
  }

  /** Over the rows of the group that are meant. */
  static Column where(Column isMeant, Column amount) {
    Column meant = when(isMeant, amount);
    return whole(count_if(isMeant), count(meant), sum(meant));
  }

  /** The same over a window. */
  static Column over(WindowSpec window, Column isMeant, Column amount) {
    Column meant = when(isMeant, amount);
    return whole(
        count_if(isMeant).over(window), count(meant).over(window), sum(meant).over(window));
  }

  private static Column whole(Column parts, Column known, Column sum) {
    return when(parts.equalTo(known), coalesce(sum, lit(0))).try_cast(Types.AMOUNT);
  }
}
