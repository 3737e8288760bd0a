package jindu.assess;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.try_element_at;

import jindu.table.ObservationTable;
import org.apache.spark.sql.Column;

/** What a return says beside its figures. */
final class Attribute {

  private Attribute() {}

  /** The text of an attribute by its code, null where the return has none. */
  static Column of(String code) {
    return try_element_at(col(ObservationTable.ATTRIBUTES), lit(code));
  }
}
