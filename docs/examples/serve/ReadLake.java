import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Reads a lake through {@code jobs/jindu serve}: a published table, and single returns.
 *
 * <pre>
 * mvn -f docs/examples/serve/pom.xml dependency:copy-dependencies
 * java --add-opens=java.base/java.nio=ALL-UNNAMED -cp 'docs/examples/serve/target/dependency/*' \
 *   docs/examples/serve/ReadLake.java sc://127.0.0.1:15002
 * </pre>
 */
public final class ReadLake {

  private ReadLake() {}

  public static void main(String[] arguments) throws Exception {
    try (SparkSession spark = SparkSession.builder().remote(arguments[0]).getOrCreate()) {
      Dataset<Row> headline = spark.table("published.headline");
      Column quarter = col("year").multiply(10).plus(col("quarter"));
      int last = headline.select(max(quarter)).first().getInt(0);
      for (Row row : headline.where(quarter.equalTo(last)).orderBy("line").collectAsList()) {
        print("headline", row, "indicator", "display_value", "lamp");
      }

      Dataset<Row> output =
          spark
              .table("lake.observations")
              .where("form = 'B204-1' AND item = 'gross_output' AND in_force AND period = '2021-06'");
      Dataset<Row> byTownship =
          output
              .groupBy("township_code")
              .agg(count("*").as("returns"), sum("value").as("yuan"))
              .orderBy("township_code");
      for (Row row : byTownship.collectAsList()) {
        print("output", row, "township_code", "returns", "yuan");
      }
    }
  }

  private static void print(String what, Row row, String... columns) {
    StringBuilder line = new StringBuilder(what);
    for (String column : columns) {
      line.append('\t').append(row.<Object>getAs(column));
    }
    System.out.println(line);
  }
}
