package jindu.run;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.xxhash64;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import jindu.TestSession;
import jindu.aggregate.Aggregate;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogReader;
import jindu.core.RegisterForm;
import jindu.protect.Protect;
import jindu.table.ContributionTable;
import jindu.table.IndicatorTable;
import jindu.table.ObservationTable;
import jindu.table.QuarantineTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The published response figures of the sample, every row and column, against a count in DuckDB
 * from the accepted values and the refused rows: {@link ResponseSql}.
 */
class SampleResponseTest {

  private static final Path FOLDER = Path.of("target", "sample-response").toAbsolutePath();
  private static final String LATE = "2030-01-01";
  private static final String SILENT = "is_silent";
  private static final int SHOWN = 10;

  /** Forms that alone feed an indicator, with the item that makes their units large. */
  private static final String SHARES =
      """
      SELECT form, quality.estimated_share_pct AS of_form, cells.estimated_share_pct AS of_indicator
      FROM %s AS quality
        JOIN (VALUES ('B204-1', 'industrial_output'), ('F203', 'services_revenue'))
          AS feeds (form, indicator) USING (form)
        JOIN %s AS cells USING (indicator, township_code, year, quarter)
      WHERE sector_code = 'ALL' AND NOT quality.withheld AND NOT cells.withheld
        AND cells.estimated_share_pct IS NOT NULL
      """;

  private static DuckDb duck;

  @BeforeAll
  static void readWhatWasAccepted() throws Exception {
    SampleLake lake = SampleLake.get();
    SampleLake.delete(FOLDER);
    Dataset<Row> observations =
        lake.table(ObservationTable.DEFINITION).withColumn(SILENT, isSilent());
    Dataset<Row> quarantine = lake.table(QuarantineTable.DEFINITION);
    duck = DuckDb.open();
    Path indicator = lake.published().resolve(IndicatorTable.DEFINITION.name());
    String cells = DuckDb.parquet(indicator.resolve("*.parquet"));
    duck.run(
        ResponseSql.TABLES.formatted(
            written(accepted(observations), "accepted"),
            written(refused(quarantine), "refused"),
            lake.folder().resolve("reference"),
            cells));
    table("recount", ResponseSql.QUALITY.formatted(lake.firstNight().asOf()));
    Path published = lake.published().resolve("response_quality").resolve("*.parquet");
    table("shares", SHARES.formatted(DuckDb.parquet(published), cells));
    table("published", "SELECT * EXCLUDE (estimated_share_pct) FROM " + DuckDb.parquet(published));
    duck.run("DELETE FROM accepted WHERE is_silent");
    table("thinned_recount", ResponseSql.QUALITY.formatted(LATE));
    Catalog catalog = CatalogReader.read(lake.folder().resolve("reference"));
    Dataset<Row> thinned =
        Aggregate.responseQuality(
            observations.where(not(col(SILENT))),
            quarantine,
            TestSession.get().createDataFrame(List.of(), ContributionTable.DEFINITION.schema()),
            catalog,
            LocalDate.parse(LATE));
    table(
        "thinned",
        "SELECT * EXCLUDE (estimated_share_pct) FROM "
            + written(
                Protect.responseQuality(
                    thinned, TestSession.get().read().parquet(indicator.toString()), catalog),
                "response-quality"));
  }

  @AfterAll
  static void close() throws SQLException {
    if (duck != null) {
      duck.close();
    }
  }

  @Test
  void everyPublishedRowIsTheOneCountedAgain() throws Exception {
    assertSame("published", "recount");
    assertThat(duck.number("SELECT count(DISTINCT form) FROM published")).isGreaterThan(10);
  }

  @Test
  void theEstimatedShareOfAFormIsThatOfTheIndicatorItFeeds() throws Exception {
    assertThat(duck.rows("FROM shares WHERE of_form IS DISTINCT FROM of_indicator")).isEmpty();
    assertThat(duck.number("SELECT count(of_form) FROM shares")).isPositive();
  }

  /** In the sample every unit answers every quarter in the end; here a seventh does not. */
  @Test
  void everyRowIsTheOneCountedAgainWhereUnitsAreSilent() throws Exception {
    assertSame("thinned", "thinned_recount");
  }

  /** Otherwise the comparisons above say little. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "late > 0",
        "expected > reported",
        "expected IS NULL",
        "quarantined > 0",
        "flagged > explained",
        "explained > 0",
        "withheld",
        "response_size_pct < response_pct",
        "response_size_pct > response_pct"
      })
  void everyKindOfAnswerIsThere(String kind) throws Exception {
    assertThat(duck.number("SELECT count(*) FROM thinned WHERE " + kind)).isPositive();
  }

  private static void assertSame(String found, String expected) throws SQLException {
    String difference = "FROM %s EXCEPT ALL FROM %s ORDER BY ALL LIMIT " + SHOWN;
    assertThat(duck.rows(difference.formatted(expected, found))).as("missing").isEmpty();
    assertThat(duck.rows(difference.formatted(found, expected))).as("too many").isEmpty();
    assertThat(duck.number("SELECT count(*) FROM " + found)).isGreaterThan(1000);
  }

  private static void table(String name, String query) throws SQLException {
    duck.run("CREATE TABLE %s AS %s".formatted(name, query));
  }

  /** A seventh of all units and quarters, but never an entry of the register. */
  private static Column isSilent() {
    Column drawn =
        xxhash64(
            col(ObservationTable.FORM),
            col(ObservationTable.UNIT_KEY),
            col(ObservationTable.YEAR),
            col(ObservationTable.QUARTER));
    return col(ObservationTable.FORM)
        .notEqual(RegisterForm.CODE)
        .and(pmod(drawn, lit(7)).equalTo(0));
  }

  private static Dataset<Row> accepted(Dataset<Row> observations) {
    Column amount =
        coalesce(
            col(ObservationTable.VALUE),
            col(ObservationTable.PREVIOUS),
            col(ObservationTable.MONTH_VALUE));
    Column attributes = col(ObservationTable.ATTRIBUTES);
    return observations
        .where(CellOracle.IS_OF_THE_DISTRICT)
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
