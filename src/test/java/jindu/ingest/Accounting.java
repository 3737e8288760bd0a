package jindu.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import jindu.table.ReturnTable;
import jindu.table.VerdictTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** For every delivery: rows read = accepted + unchanged + quarantined. */
final class Accounting {

  private Accounting() {}

  static void assertHolds(Dataset<Row> returns, Dataset<Row> verdicts) {
    Map<String, Long> read = new HashMap<>();
    returns
        .groupBy(ReturnTable.DELIVERY_ID)
        .count()
        .collectAsList()
        .forEach(row -> read.put(row.getString(0), row.getLong(1)));
    assertThat(read).isNotEmpty();
    Map<String, Long> judged = new HashMap<>();
    for (Row row :
        verdicts
            .groupBy(VerdictTable.DELIVERY_ID, VerdictTable.PATH)
            .agg(
                count(lit(1)).as("rows"),
                judged("accepted"),
                judged("unchanged"),
                judged("quarantined"))
            .collectAsList()) {
      long sum = row.<Long>getAs("accepted");
      sum += row.<Long>getAs("unchanged");
      sum += row.<Long>getAs("quarantined");
      assertThat(sum).as("%s: a verdict for each row", row.getString(1)).isEqualTo(row.getLong(2));
      judged.put(row.getString(0), sum);
    }
    assertThat(judged).isEqualTo(read);
  }

  private static Column judged(String verdict) {
    return sum(when(col(VerdictTable.VERDICT).equalTo(verdict), 1L).otherwise(0L)).as(verdict);
  }
}
