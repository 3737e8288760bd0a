package jindu.run;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.size;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import jindu.core.RegisterForm;
import jindu.table.ObservationTable;
import jindu.table.QuarantineTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The published response figures of the sample, every row and column, against a count in DuckDB
 * from the accepted values and the refused rows: {@link ResponseSql}.
 */
class SampleResponseTest {

  private static final Path FOLDER = Path.of("target", "sample-response").toAbsolutePath();
  private static final int SHOWN = 10;

  private static DuckDb duck;

  @BeforeAll
  static void readWhatWasAccepted() throws Exception {
    SampleLake lake = SampleLake.get();
    SampleLake.delete(FOLDER);
    duck = DuckDb.open();
    duck.run(
        ResponseSql.TABLES.formatted(
            written(accepted(lake.table(ObservationTable.DEFINITION)), "accepted"),
            written(refused(lake.table(QuarantineTable.DEFINITION)), "refused"),
            lake.folder().resolve("reference")));
    duck.run("CREATE TABLE recount AS " + ResponseSql.QUALITY.formatted(lake.firstNight().asOf()));
    duck.run(
        "CREATE TABLE published AS FROM "
            + DuckDb.parquet(lake.published().resolve("response_quality").resolve("*.parquet")));
  }

  @AfterAll
  static void close() throws SQLException {
    if (duck != null) {
      duck.close();
    }
  }

  @Test
  void everyPublishedRowIsTheOneCountedAgain() throws Exception {
    assertThat(duck.rows("FROM recount EXCEPT ALL FROM published ORDER BY ALL LIMIT " + SHOWN))
        .as("missing")
        .isEmpty();
    assertThat(duck.rows("FROM published EXCEPT ALL FROM recount ORDER BY ALL LIMIT " + SHOWN))
        .as("too many")
        .isEmpty();
    assertThat(duck.number("SELECT count(DISTINCT form) FROM published")).isEqualTo(14);
  }

  /** Otherwise the comparison above says little. */
  @Test
  void theSampleHasEveryKindOfAnswer() throws Exception {
    for (String kind :
        new String[] {
          "late > 0",
          "expected > reported",
          "expected IS NULL",
          "quarantined > 0",
          "flagged > explained",
          "explained > 0",
          "withheld",
          "response_size_pct < response_pct",
          "response_size_pct > response_pct"
        }) {
      assertThat(duck.number("SELECT count(*) FROM published WHERE " + kind)).as(kind).isPositive();
    }
  }

  private static Dataset<Row> accepted(Dataset<Row> observations) {
    Column amount =
        coalesce(
            col(ObservationTable.VALUE),
            col(ObservationTable.PREVIOUS),
            col(ObservationTable.MONTH_VALUE));
    Column attributes = col(ObservationTable.ATTRIBUTES);
    return observations
        .withColumn("has_amount", amount.isNotNull())
        .withColumn("flagged", size(col(ObservationTable.FLAGS)).gt(0))
        .withColumn("explained", col(ObservationTable.EXPLANATION).isNotNull())
        .withColumn("reported_form", attributes.getItem(RegisterForm.REPORTED_FORM))
        .withColumn("since", attributes.getItem(RegisterForm.SINCE))
        .withColumn("until", attributes.getItem(RegisterForm.UNTIL))
        .drop(ObservationTable.ATTRIBUTES, ObservationTable.FLAGS, ObservationTable.FINDINGS);
  }

  private static Dataset<Row> refused(Dataset<Row> quarantine) {
    return quarantine.select(
        col(QuarantineTable.FORM),
        col(QuarantineTable.PERIOD),
        col(QuarantineTable.CELLS).getItem("township_code").as("township"));
  }

  private static String written(Dataset<Row> rows, String name) {
    Path folder = FOLDER.resolve(name);
    rows.coalesce(1).write().mode(SaveMode.Overwrite).parquet(folder.toString());
    return DuckDb.parquet(folder.resolve("*.parquet"));
  }
}
