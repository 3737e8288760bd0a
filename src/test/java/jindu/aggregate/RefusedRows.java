package jindu.aggregate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jindu.TestSession;
import jindu.table.QuarantineTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructField;
import scala.jdk.javaapi.CollectionConverters;

/** Refused rows for tests. */
final class RefusedRows {

  private final List<Row> rows = new ArrayList<>();

  /**
   * @param period null where it could not be read
   * @param township as delivered, null where the row has none
   */
  RefusedRows row(String form, String period, String township) {
    Map<String, Object> cells = new HashMap<>();
    cells.put(QuarantineTable.FORM, form);
    cells.put(QuarantineTable.PERIOD, period);
    Map<String, String> texts =
        township == null ? Map.of("unit_code", "A") : Map.of("township_code", township);
    cells.put(QuarantineTable.CELLS, CollectionConverters.asScala(texts));
    List<Object> values = new ArrayList<>();
    for (StructField field : QuarantineTable.DEFINITION.schema().fields()) {
      values.add(cells.get(field.name()));
    }
    rows.add(RowFactory.create(values.toArray()));
    return this;
  }

  Dataset<Row> dataset() {
    return TestSession.get().createDataFrame(rows, QuarantineTable.DEFINITION.schema());
  }
}
