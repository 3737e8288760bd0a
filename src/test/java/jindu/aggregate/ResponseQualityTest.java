package jindu.aggregate;

import static jindu.aggregate.SmallCatalog.DISTRICT;
import static jindu.aggregate.SmallCatalog.EAST;
import static jindu.aggregate.SmallCatalog.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jindu.catalog.Catalog;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Response figures from returns written out by hand; both forms are due on the 18th day after. */
class ResponseQualityTest {

  private static final String FORM = "INDUSTRY";
  private static final String SECTOR = "1711";
  private static final LocalDate LATE = LocalDate.of(2030, 1, 1);

  private final ObservationRows rows = new ObservationRows();
  private final RefusedRows refused = new RefusedRows();
  private final ContributionRows contributions = new ContributionRows();
  private Catalog catalog = RegisteredCatalog.catalog();

  /** Due on 18 April: the day itself is in time. */
  @Test
  void expectedReportedOnTimeAndLateAddUp() {
    register("A", EAST);
    register("B", EAST);
    register("C", WEST);
    register("SILENT", WEST);
    output("A", EAST, "2020-03", "2020-04-18", "10");
    output("B", EAST, "2020-03", "2020-04-19", "10");
    output("C", WEST, "2020-03", "2020-04-02", "10");
    assertThat(counts())
        .containsOnly(
            Map.entry(key(EAST, 2020, 1), "expected 2 reported 2 on time 1 late 1 pct 100.0000"),
            Map.entry(key(WEST, 2020, 1), "expected 2 reported 1 on time 1 late 0 pct 50.0000"),
            Map.entry(
                key(DISTRICT, 2020, 1), "expected 4 reported 3 on time 2 late 1 pct 75.0000"));
  }

  /** Closed in May: a unit missing in the first quarter, none in the second. */
  @Test
  void aClosedUnitIsNotMissing() {
    register("A", EAST);
    rows.entry("CLOSED", FORM, EAST, SECTOR, "2018-01", "2020-05");
    output("A", EAST, "2020-02", "2020-03-10", "10");
    output("A", EAST, "2020-06", "2020-07-10", "30");
    assertThat(counts())
        .containsEntry(key(EAST, 2020, 1), "expected 2 reported 1 on time 1 late 0 pct 50.0000")
        .containsEntry(key(EAST, 2020, 2), "expected 1 reported 1 on time 1 late 0 pct 100.0000");
  }

  /** Closed in May too, but its April return counts: who reported was expected to. */
  @Test
  void aUnitThatReportedWasExpected() {
    rows.entry("CLOSED", FORM, EAST, SECTOR, "2018-01", "2020-05");
    output("CLOSED", EAST, "2020-04", "2020-05-10", "10");
    assertThat(counts())
        .containsEntry(key(EAST, 2020, 1), "expected 1 reported 0 on time 0 late 0 pct 0.0000")
        .containsEntry(key(EAST, 2020, 2), "expected 1 reported 1 on time 1 late 0 pct 100.0000");
  }

  /**
   * The latest period of the quarter decides. CORRECTED came in time, and again after the due day;
   * WITHDRAWN came in time, was withdrawn, and came again too late; SLOW was in time for February
   * only.
   */
  @Test
  void theFirstReturnForTheLatestPeriodIsOnTimeOrLate() {
    List.of("CORRECTED", "WITHDRAWN", "SLOW").forEach(unit -> register(unit, EAST));
    superseded("CORRECTED", "2020-03", "2020-04-10", "10");
    output("CORRECTED", EAST, "2020-03", "2020-05-10", "11");
    superseded("WITHDRAWN", "2020-03", "2020-04-10", "10");
    superseded("WITHDRAWN", "2020-03", "2020-04-12", null);
    output("WITHDRAWN", EAST, "2020-03", "2020-05-10", "12");
    output("SLOW", EAST, "2020-02", "2020-03-10", "10");
    output("SLOW", EAST, "2020-03", "2020-04-30", "13");
    assertThat(counts())
        .containsEntry(key(EAST, 2020, 1), "expected 3 reported 3 on time 2 late 1 pct 100.0000");
  }

  /** What is withdrawn for good is no return; and a withdrawal in time is none either. */
  @Test
  void aWithdrawalIsNoReturn() {
    List.of("A", "GONE", "EARLY").forEach(unit -> register(unit, EAST));
    output("A", EAST, "2020-03", "2020-04-10", "10");
    superseded("GONE", "2020-03", "2020-04-10", "10");
    superseded("GONE", "2020-03", "2020-04-12", null);
    superseded("EARLY", "2020-03", "2020-04-12", null);
    output("EARLY", EAST, "2020-03", "2020-05-12", "10");
    assertThat(counts())
        .containsEntry(key(EAST, 2020, 1), "expected 3 reported 2 on time 1 late 1 pct 66.6667");
  }

  /**
   * Last year's first half: A 100, B 300; C reported its 600 in the first quarter only, and they
   * stand. D is new and weighs nothing. A and D answer: 100 / 1000 = 10 %. In the first quarter A
   * weighed 40, B 50 and C 600; B alone answers: 50 / 690 = 7.2464 %.
   */
  @Test
  void sizeIsLastYearsAmountOfTheSameQuarter() {
    List.of("A", "B", "C").forEach(unit -> register(unit, EAST));
    rows.entry("D", FORM, EAST, SECTOR, "2020-04", null);
    output("A", EAST, "2019-03", "2019-04-10", "40");
    output("B", EAST, "2019-02", "2019-03-10", "20");
    output("B", EAST, "2019-03", "2019-04-10", "50");
    output("C", EAST, "2019-03", "2019-04-10", "600");
    output("A", EAST, "2019-06", "2019-07-10", "100");
    output("B", EAST, "2019-06", "2019-07-10", "300");
    output("B", EAST, "2020-03", "2020-04-10", "7");
    output("A", EAST, "2020-06", "2020-07-10", "7");
    output("D", EAST, "2020-06", "2020-07-10", "7");
    assertThat(column("response_size_pct"))
        .containsEntry(key(EAST, 2020, 1), "7.2464")
        .containsEntry(key(EAST, 2020, 2), "10.0000")
        .containsEntry(key(DISTRICT, 2020, 2), "10.0000")
        // Nothing is known of 2018.
        .containsEntry(key(EAST, 2019, 1), "null");
    assertThat(column("estimated_share_pct").values()).containsOnly("null");
  }

  /**
   * Last year's first half: A 100; B and C reported 600 and 300 in the first quarter only. B was
   * expected and estimated then: its 600 do not stand. C had left the register: its 300 do. A
   * answers: 100 / 400 = 25 %; 10 % where the form asks for no estimates, and 600 stand.
   */
  @Test
  void whatWasEstimatedLastYearMakesNoUnitLarge() {
    List.of("A", "B").forEach(unit -> register(unit, EAST));
    rows.entry("C", FORM, EAST, SECTOR, "2018-01", "2019-04");
    rows.entry("C", FORM, EAST, SECTOR, "2020-04", null);
    output("A", EAST, "2019-03", "2019-04-10", "40");
    output("B", EAST, "2019-03", "2019-04-10", "600");
    output("C", EAST, "2019-03", "2019-04-10", "300");
    output("A", EAST, "2019-06", "2019-07-10", "100");
    output("A", EAST, "2020-06", "2020-07-10", "7");
    assertThat(column("response_size_pct")).containsEntry(key(EAST, 2020, 2), "10.0000");
    catalog = RegisteredCatalog.estimating();
    assertThat(column("response_size_pct"))
        .containsEntry(key(EAST, 2020, 2), "25.0000")
        .containsEntry(key(DISTRICT, 2020, 2), "25.0000");
  }

  /** 25 of 25 + 60 + 15 are estimated: 25 %; with the 100 of the west, 25 of 200. */
  @Test
  void theEstimatedShareIsOfWhatCounts() {
    register("A", EAST);
    register("B", WEST);
    output("A", EAST, "2020-03", "2020-04-10", "60");
    output("B", WEST, "2020-03", "2020-04-10", "100");
    counted(EAST, 1, "reported", "60");
    counted(EAST, 1, "standing", "15");
    counted(EAST, 1, "estimated", "25");
    counted(WEST, 1, "reported", "100");
    // What counted last year, another item, a quarter that the form has not reached.
    counted(EAST, 1, "base", "1000");
    contributions.add(FORM, "workers", EAST, 2020, 1, "estimated", "1000");
    counted(EAST, 2, "standing", "60");
    assertThat(column("estimated_share_pct"))
        .containsEntry(key(EAST, 2020, 1), "25.0000")
        .containsEntry(key(WEST, 2020, 1), "0.0000")
        .containsEntry(key(DISTRICT, 2020, 1), "12.5000")
        .doesNotContainKey(key(EAST, 2020, 2));
  }

  @Test
  void aValueThatStandsIsNoAnswer() {
    register("A", EAST);
    output("A", EAST, "2020-03", "2020-04-10", "60");
    counted(WEST, 1, "standing", "15");
    assertThat(column("estimated_share_pct")).doesNotContainKey(key(WEST, 2020, 1));
  }

  /** The first item of the form feeds nothing: workers do not make a unit large. */
  @Test
  void sizeIsTakenFromAnItemThatFeedsAnIndicator() {
    List.of("A", "B").forEach(unit -> register(unit, EAST));
    for (String unit : List.of("A", "B")) {
      rows.from(FORM, unit, "2019-03")
          .in(EAST, SECTOR)
          .received("2019-04-01")
          .item("workers", unit.equals("A") ? "1000" : "1", "1")
          .item("output", unit.equals("A") ? "10" : "30", "1");
    }
    output("A", EAST, "2020-03", "2020-04-10", "7");
    assertThat(column("response_size_pct")).containsEntry(key(EAST, 2020, 1), "25.0000");
  }

  /** The form-year ends with the second quarter, and nothing is due of 2021 at all. */
  @Test
  void quartersEndWithTheLastReturnOfTheForm() {
    register("A", EAST);
    output("A", EAST, "2020-06", "2020-07-10", "10");
    superseded("A", "2020-09", "2020-10-10", "15");
    assertThat(counts().keySet())
        .containsExactlyInAnyOrder(
            key(EAST, 2020, 1), key(DISTRICT, 2020, 1), key(EAST, 2020, 2), key(DISTRICT, 2020, 2));
  }

  /** It moved within the year: it is of the west in all quarters, as its figures are. */
  @Test
  void aUnitIsWhereItsLatestReturnOfTheYearIs() {
    register("MOVED", EAST);
    register("SILENT", EAST);
    output("MOVED", EAST, "2020-03", "2020-04-10", "10");
    output("MOVED", WEST, "2020-06", "2020-07-10", "20");
    assertThat(counts())
        .containsEntry(key(WEST, 2020, 1), "expected 1 reported 1 on time 1 late 0 pct 100.0000")
        .containsEntry(key(EAST, 2020, 1), "expected 1 reported 0 on time 0 late 0 pct 0.0000");
  }

  /** The row of an unknown place, and the one that names none, count in the district alone. */
  @Test
  void refusedRowsCountWhereTheySayTheyAreFrom() {
    register("A", EAST);
    output("A", EAST, "2020-06", "2020-07-10", "10");
    refused
        .row(FORM, "2020-06", EAST)
        .row(FORM, "2020-05", " ４１０３１１００１００２ ")
        .row(FORM, "2020-06", "410399001")
        .row(FORM, "2020-06", "41031100")
        .row(FORM, "2020-06", null)
        .row(FORM, "2020-04", WEST)
        .row(FORM, "2020-09", EAST)
        .row(FORM, null, EAST)
        .row("UNKNOWN", "2020-06", EAST);
    assertThat(column("quarantined"))
        .containsOnly(
            Map.entry(key(EAST, 2020, 1), "0"),
            Map.entry(key(DISTRICT, 2020, 1), "0"),
            Map.entry(key(EAST, 2020, 2), "2"),
            Map.entry(key(WEST, 2020, 2), "1"),
            Map.entry(key(DISTRICT, 2020, 2), "6"));
    assertThat(counts())
        .containsEntry(key(WEST, 2020, 2), "expected 0 reported 0 on time 0 late 0 pct null");
  }

  /** Returns are counted, not units: April's finding is explained, June's is not. */
  @Test
  void findingsCountByReturnAndExplanationsOnlyWithThem() {
    List.of("A", "B").forEach(unit -> register(unit, EAST));
    rows.from(FORM, "A", "2020-04")
        .in(EAST, SECTOR)
        .received("2020-05-10")
        .explained("检修")
        .item("workers", "1", "1")
        .flagged("growth")
        .item("output", "10", "1");
    rows.from(FORM, "A", "2020-06")
        .in(EAST, SECTOR)
        .received("2020-07-10")
        .flagged("growth", "falling")
        .item("workers", "1", "1")
        .item("output", "9", "1");
    rows.from(FORM, "A", "2020-05")
        .in(EAST, SECTOR)
        .received("2020-06-10")
        .flagged("growth")
        .superseded()
        .item("output", "99", "1");
    rows.from(FORM, "B", "2020-06")
        .in(EAST, SECTOR)
        .received("2020-07-10")
        .flagged()
        .explained("一切正常")
        .item("output", "9", "9");
    assertThat(column("flagged"))
        .containsEntry(key(EAST, 2020, 2), "2")
        .containsEntry(key(EAST, 2020, 1), "0")
        .containsEntry(key(DISTRICT, 2020, 2), "2");
    assertThat(column("explained")).containsEntry(key(EAST, 2020, 2), "1");
  }

  @Test
  void withoutARegisterNobodyIsExpectedAndTheCountsStay() {
    rows.from("BUDGET", "410311001|vat", "2020-03")
        .in(EAST, null)
        .received("2020-05-10")
        .item("revenue", "10", null);
    refused.row("BUDGET", "2020-03", EAST);
    Row row = rows("BUDGET").get(key(EAST, 2020, 1));
    assertThat(text(row)).isEqualTo("expected null reported 1 on time 0 late 1 pct null");
    assertThat(row.<Object>getAs("response_size_pct")).isNull();
    assertThat(row.<Long>getAs("quarantined")).isEqualTo(1);
  }

  /** Neither the register itself nor what comes as it happens is due in a quarter. */
  @Test
  void formsWithoutPeriodsHaveNoRow() {
    register("A", EAST);
    rows.from(RegisteredCatalog.MILESTONES, "M1", "2020-03")
        .in(EAST, null)
        .received("2020-04-10")
        .item("figure", "1", null);
    output("A", EAST, "2020-03", "2020-04-10", "10");
    assertThat(all()).extracting(row -> row.getAs("form")).containsOnly(FORM);
  }

  @Test
  void quartersThatBeginAfterTheDayHaveNoRow() {
    register("A", EAST);
    output("A", EAST, "2020-03", "2020-04-10", "10");
    output("A", EAST, "2020-06", "2020-07-10", "10");
    Dataset<Row> quality =
        Aggregate.responseQuality(
            rows.dataset(),
            refused.dataset(),
            contributions.dataset(),
            RegisteredCatalog.catalog(),
            LocalDate.of(2020, 3, 31));
    assertThat(quality.collectAsList()).extracting(row -> row.getAs("quarter")).containsOnly(1);
  }

  private void register(String unit, String township) {
    rows.entry(unit, FORM, township, SECTOR, "2018-01", null);
  }

  private void output(String unit, String township, String period, String day, String value) {
    rows.from(FORM, unit, period).in(township, SECTOR).received(day).item("output", value, "1");
  }

  /** Another return, or without value a withdrawal, came later. */
  private void superseded(String unit, String period, String day, String value) {
    rows.from(FORM, unit, period)
        .in(EAST, SECTOR)
        .received(day)
        .superseded()
        .item("output", value, null);
  }

  private void counted(String township, int quarter, String state, String yearToDate) {
    contributions.add(FORM, "output", township, 2020, quarter, state, yearToDate);
  }

  private Map<String, String> counts() {
    return QualityRows.texts(rows(FORM), ResponseQualityTest::text);
  }

  private Map<String, String> column(String name) {
    return QualityRows.texts(rows(FORM), row -> String.valueOf(row.<Object>getAs(name)));
  }

  private static String text(Row row) {
    return "expected %s reported %s on time %s late %s pct %s"
        .formatted(
            row.getAs("expected"),
            row.getAs("reported"),
            row.getAs("on_time"),
            row.getAs("late"),
            row.getAs("response_pct"));
  }

  private Map<String, Row> rows(String form) {
    return QualityRows.byPlaceAndQuarter(all(), form);
  }

  private List<Row> all() {
    return Aggregate.responseQuality(
            rows.dataset(), refused.dataset(), contributions.dataset(), catalog, LATE)
        .collectAsList();
  }

  private static String key(String place, int year, int quarter) {
    return "%s/%d/%d".formatted(place, year, quarter);
  }
}
