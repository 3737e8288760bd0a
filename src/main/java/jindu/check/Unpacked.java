package jindu.check;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_entries;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.try_element_at;

import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;

/**
 * A map in which many names are looked up row by row.
 *
 * <p>Spark passes the names one by one, and of a map that lies packed in its row it takes each one
 * out by its type, which costs a hundred times the comparison. So all are taken out once.
 */
final class Unpacked {

  private Unpacked() {}

  /**
   * What {@code use} makes of the map.
   *
   * @param map may be null, and then so is what {@code use} is given
   */
  static Column of(Column map, UnaryOperator<Column> use) {
    return try_element_at(transform(array(map_from_entries(map_entries(map))), use::apply), lit(1));
  }
}
