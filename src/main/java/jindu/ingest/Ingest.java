package jindu.ingest;

import java.util.List;
import java.util.Map;
import jindu.core.Form;
import jindu.table.ReturnTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/** Delivered files to rows of text. */
public final class Ingest {

  private Ingest() {}

  /**
   * The rows of all files, and for a file that cannot be used the one row that says why.
   *
   * <p>The files are spread over as many partitions as the session has cores, and are opened only
   * when the rows are asked for: each action on the result reads them again.
   *
   * @param forms by code
   * @return rows of {@link ReturnTable}, in no promised order; for each delivery at least one
   */
  public static Dataset<Row> returns(
      SparkSession spark, List<Delivery> deliveries, Map<String, Form> forms) {
    FileDecoder decoder =
        new FileDecoder(
            forms, new SerializableConfiguration(spark.sparkContext().hadoopConfiguration()));
    return spark
        .createDataFrame(deliveries.stream().map(FileDecoder::row).toList(), FileDecoder.DELIVERIES)
        .mapPartitions(decoder, Encoders.row(FileDecoder.ROWS))
        .transform(ReturnTable.DEFINITION::select);
  }
}
