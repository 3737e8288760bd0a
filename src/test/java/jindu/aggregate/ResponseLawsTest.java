package jindu.aggregate;

import static jindu.aggregate.SmallCatalog.DISTRICT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jindu.TestSession;
import jindu.catalog.Catalog;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What holds of response figures whatever was delivered, on random answers. */
class ResponseLawsTest {

  private static final long SEED = 20261125L;
  private static final LocalDate LATE = LocalDate.of(2030, 1, 1);
  private static final List<String> COUNTS =
      List.of("expected", "reported", "on_time", "late", "quarantined", "flagged", "explained");

  private static Dataset<Row> observations;
  private static Dataset<Row> refused;
  private static List<Row> quality;

  @BeforeAll
  static void aggregate() {
    System.out.println("ResponseLawsTest seed " + SEED);
    RandomAnswers answers = new RandomAnswers(SEED);
    observations = answers.rows().dataset();
    refused = answers.refused().dataset();
    quality = rows(observations, refused);
    assertThat(quality).hasSizeGreaterThan(100);
  }

  /** The sum of the parts is compared in whole, so that a district without parts shows too. */
  @Test
  void placesAddUpToTheDistrict() {
    for (String count : COUNTS) {
      Map<String, Long> parts = new HashMap<>();
      Map<String, Long> district = new HashMap<>();
      for (Row row : quality) {
        Long units = row.getAs(count);
        String place = row.getAs("township_code");
        if (units != null) {
          (place.equals(DISTRICT) ? district : parts).merge(quarter(row), units, Long::sum);
        }
      }
      assertThat(district.values()).as(count).anyMatch(units -> units > 0);
      assertThat(parts).as(count).isEqualTo(district);
    }
  }

  @Test
  void whoReportedWasInTimeOrLateAndExpected() {
    for (Row row : quality) {
      long reported = row.<Long>getAs("reported");
      assertThat(row.<Long>getAs("on_time") + row.<Long>getAs("late"))
          .as(row.toString())
          .isEqualTo(reported);
      assertThat(row.<Long>getAs("explained"))
          .as(row.toString())
          .isLessThanOrEqualTo(row.<Long>getAs("flagged"));
      boolean isRegistered = !row.getAs("form").equals("BUDGET");
      assertThat(row.<Object>getAs("expected") != null).as(row.toString()).isEqualTo(isRegistered);
      if (isRegistered) {
        assertThat(reported).as(row.toString()).isLessThanOrEqualTo(row.<Long>getAs("expected"));
      }
    }
    assertThat(quality).anyMatch(row -> row.<Long>getAs("late") > 0);
    assertThat(quality)
        .anyMatch(
            row ->
                row.getAs("expected") != null
                    && row.<Long>getAs("expected") > row.<Long>getAs("reported"));
    assertThat(quality).anyMatch(row -> row.getAs("response_size_pct") != null);
  }

  /** Output is fed by industry alone, which asks for estimates here. */
  @Test
  void theCellsSayOfTheirUnitsWhatTheirOnlyFormSays() {
    Catalog catalog = RegisteredCatalog.estimating();
    Map<String, String> ofForm =
        texts(
            quality(observations, refused, catalog)
                .where("form = 'INDUSTRY' AND expected > 0")
                .withColumnRenamed("expected", "units_expected"));
    Map<String, String> ofCells =
        texts(
            Aggregate.indicators(observations, catalog, LATE)
                .where("indicator = 'output' AND sector_code = 'ALL' AND units_expected > 0"));
    assertThat(ofForm).hasSizeGreaterThan(30).isEqualTo(ofCells);
    assertThat(ofForm.values()).anyMatch(text -> !text.endsWith("null"));
  }

  private static Map<String, String> texts(Dataset<Row> rows) {
    Map<String, String> texts = new HashMap<>();
    for (Row row :
        rows.select(
                "township_code",
                "year",
                "quarter",
                "units_expected",
                "response_pct",
                "response_size_pct")
            .collectAsList()) {
      texts.put(
          "%s/%s/%s".formatted(row.get(0), row.get(1), row.get(2)),
          "%s units, %s %%, by size %s".formatted(row.get(3), row.get(4), row.get(5)));
    }
    return texts;
  }

  @Test
  void orderAndPartitionsChangeNothing() {
    assertThat(rows(scattered(observations), scattered(refused)))
        .containsExactlyInAnyOrderElementsOf(quality);
  }

  private static Dataset<Row> scattered(Dataset<Row> rows) {
    SparkSession session = TestSession.get().newSession();
    session.conf().set("spark.sql.shuffle.partitions", "3");
    return RandomReturns.scattered(rows, SEED, session);
  }

  private static List<Row> rows(Dataset<Row> observations, Dataset<Row> refused) {
    return quality(observations, refused, RegisteredCatalog.catalog()).collectAsList();
  }

  private static Dataset<Row> quality(
      Dataset<Row> observations, Dataset<Row> refused, Catalog catalog) {
    return Aggregate.responseQuality(
        observations, refused, new ContributionRows().dataset(), catalog, LATE);
  }

  private static String quarter(Row row) {
    return "%s/%s/%s".formatted(row.getAs("form"), row.getAs("year"), row.getAs("quarter"));
  }
}
