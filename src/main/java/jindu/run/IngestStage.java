package jindu.run;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jindu.ingest.Delivery;
import jindu.ingest.Ingest;
import jindu.table.ReturnTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Decodes the new deliveries and adds their rows to {@code returns}. */
final class IngestStage {

  private final Night night;
  private final List<Delivery> deliveries;
  private final Map<String, String> contentHashes = new HashMap<>();
  private final Map<String, Long> rowsRead = new HashMap<>();

  IngestStage(Night night, List<Delivery> deliveries) {
    this.night = night;
    this.deliveries = deliveries;
  }

  Night.Rows run() {
    if (deliveries.isEmpty()) {
      return new Night.Rows(0, 0);
    }
    Dataset<Row> decoded =
        Ingest.returns(night.spark(), deliveries, night.catalog().forms()).persist();
    try {
      countRows(decoded);
      // A batch that died after this append is carried on: what is stored already is not stored
      // twice. One row a delivery on the right side; an anti join cannot repeat rows anyway.
      Dataset<Row> stored =
          night.tables().read(ReturnTable.DEFINITION).select(ReturnTable.DELIVERY_ID).distinct();
      long appended =
          night.append(
              ReturnTable.DEFINITION,
              decoded.join(
                  stored,
                  decoded.col(ReturnTable.DELIVERY_ID).equalTo(stored.col(ReturnTable.DELIVERY_ID)),
                  "left_anti"),
              "returns");
      return new Night.Rows(rowsRead.values().stream().mapToLong(Long::longValue).sum(), appended);
    } finally {
      decoded.unpersist();
    }
  }

  /** Rows ingest read in each delivery of this night, by delivery id. */
  Map<String, Long> rowsRead() {
    return rowsRead;
  }

  /** Content hash of each delivery of this night, by delivery id. */
  Map<String, String> contentHashes() {
    return contentHashes;
  }

  private void countRows(Dataset<Row> decoded) {
    for (Row row :
        decoded
            .groupBy(ReturnTable.DELIVERY_ID, ReturnTable.CONTENT_HASH)
            .agg(count(lit(1)))
            .collectAsList()) {
      contentHashes.put(row.getString(0), row.getString(1));
      rowsRead.put(row.getString(0), row.getLong(2));
    }
  }
}
