package jindu.aggregate;

import static jindu.table.ObservationTable.TOWNSHIP_CODE;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import jindu.catalog.Catalog;
import jindu.core.Peer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Observations of the district: what the city and its other districts deliver counts in no sum. */
final class OwnPlaces {

  private OwnPlaces() {}

  static Dataset<Row> of(Dataset<Row> observations, Catalog catalog) {
    if (catalog.peers().isEmpty()) {
      return observations;
    }
    Column isPeer = col(TOWNSHIP_CODE).isin(catalog.peers().stream().map(Peer::code).toArray());
    return observations.where(not(coalesce(isPeer, lit(false))));
  }
}
