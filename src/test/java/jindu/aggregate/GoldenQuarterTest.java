package jindu.aggregate;

import static jindu.aggregate.SmallCatalog.EAST;
import static jindu.aggregate.SmallCatalog.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * One quarter small enough to be checked by hand: an estimate for a missing unit, a correction that
 * restates the quarter before, a move, a value that stands, and a tiny survey. The arithmetic is
 * beside each figure in {@code golden/figures.csv}.
 */
class GoldenQuarterTest {

  private static final LocalDate AS_OF = LocalDate.of(2020, 8, 1);
  private static final String PAPER = "1711";

  private static Cells cells;

  @BeforeAll
  static void aggregate() {
    ObservationRows rows = new ObservationRows();
    register(rows);
    lastYear(rows);
    firstQuarter(rows);
    secondQuarter(rows);
    household(rows, "H1", "1", "2", "20");
    household(rows, "H2", "1", "2", "24");
    household(rows, "H3", "2", "3", "38");
    cells = Cells.of(rows.dataset(), RegisteredCatalog.estimating(), AS_OF);
  }

  private static void register(ObservationRows rows) {
    entry(rows, "A", EAST, "2018-01", null);
    entry(rows, "B", EAST, "2018-01", "2020-05");
    entry(rows, "B", WEST, "2020-06", null);
    entry(rows, "C", WEST, "2018-01", null);
    entry(rows, "D", EAST, "2018-01", "2020-04");
    entry(rows, "E", WEST, "2020-05", null);
  }

  private static void lastYear(ObservationRows rows) {
    output(rows, "A", "2019-06", EAST, "2019-07-10", null, "900", "850");
    output(rows, "B", "2019-06", EAST, "2019-07-10", null, "500", "480");
    output(rows, "C", "2019-06", WEST, "2019-07-10", null, "310", "300");
    output(rows, "D", "2019-06", EAST, "2019-07-10", null, "90", "90");
  }

  /** A's correction came on 20 May, after the due day of 18 April. */
  private static void firstQuarter(ObservationRows rows) {
    rows.from("INDUSTRY", "A", "2020-03")
        .superseded()
        .in(EAST, PAPER)
        .received("2020-04-10")
        .item("output", "400", "400");
    output(rows, "A", "2020-03", EAST, "2020-05-20", null, "420", "400");
    output(rows, "B", "2020-03", EAST, "2020-04-12", null, "200", "210");
    output(rows, "C", "2020-03", WEST, "2020-04-12", null, "150", "140");
    output(rows, "D", "2020-03", EAST, "2020-04-12", null, "100", "80");
  }

  private static void secondQuarter(ObservationRows rows) {
    output(rows, "A", "2020-04", EAST, "2020-05-10", "140", "560", "550");
    output(rows, "A", "2020-05", EAST, "2020-06-10", "160", "720", "700");
    output(rows, "A", "2020-06", EAST, "2020-07-10", "250", "1000", "920");
    output(rows, "B", "2020-04", EAST, "2020-05-10", "70", "270", "280");
    output(rows, "B", "2020-05", EAST, "2020-06-10", "60", "330", "350");
    output(rows, "B", "2020-06", WEST, "2020-07-10", "80", "410", "430");
  }

  private static void entry(
      ObservationRows rows, String unit, String place, String since, String until) {
    rows.entry(unit, "INDUSTRY", place, PAPER, since, until);
  }

  private static void output(
      ObservationRows rows,
      String unit,
      String period,
      String place,
      String received,
      String month,
      String value,
      String previous) {
    rows.from("INDUSTRY", unit, period)
        .in(place, PAPER)
        .received(received)
        .month(month)
        .item("output", value, previous);
  }

  private static void household(
      ObservationRows rows, String unit, String weight, String persons, String income) {
    rows.from("HOUSEHOLDS", unit, "2020-06")
        .in(EAST, null)
        .received("2020-07-10")
        .weight(weight)
        .item("income", income, null)
        .item("persons", persons, null);
  }

  @ParameterizedTest(name = "{0} {1} = {2}: {3}")
  @CsvFileSource(resources = "/golden/figures.csv", delimiter = '|')
  void theFigureIsTheOneComputedByHand(String cell, String column, String figure, String why) {
    assertThat(cells.text(cell, column)).as(why).isEqualTo(figure);
  }
}
