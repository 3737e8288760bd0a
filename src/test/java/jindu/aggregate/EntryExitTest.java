package jindu.aggregate;

import static jindu.aggregate.SmallCatalog.EAST;
import static jindu.aggregate.SmallCatalog.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jindu.core.RegisterForm;
import jindu.table.EntryExitTable;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Bridges added up by hand; each line is units, amount, points.
 *
 * <p>Industry in the first quarter (division 10 lies in section B, 17 in C, both in P2):
 *
 * <pre>
 * unit        last year     this year     same period   is
 * A           100 east 17   120 east 17   100           continuing, 20
 * B            50 east 17    60 west 17    50           continuing, 10, and moved 50 to the west
 * C            30 east 17    33 east 10    31           continuing, 3, and moved 30 to division 10
 * D            40 east 17     -             -           gone
 * E             -            25 east 17    20           grown above the threshold
 * F             -            15 west 17     0           opened
 * G            80 west 17    96 west 17    80           estimated: 80 × (120 + 60) / (100 + 50)
 * total       300           349           281
 * </pre>
 */
class EntryExitTest {

  private static final LocalDate LATE = LocalDate.of(2030, 1, 1);

  private static Bridge bridge;

  @BeforeAll
  static void aggregate() {
    ObservationRows rows = new ObservationRows();
    rows.entryOf("E", "INDUSTRY", EAST, "1711", "2021-01", null)
        .attribute(RegisterForm.REASON, "小升规")
        .registered();
    rows.entryOf("F", "INDUSTRY", WEST, "1711", "2021-01", null)
        .attribute(RegisterForm.REASON, "新投产")
        .registered();
    rows.entry("G", "INDUSTRY", WEST, "1711", "2019-01", null);
    output(rows, "A", "2020-03", EAST, "1711", "100", "90");
    output(rows, "B", "2020-03", EAST, "1711", "50", "45");
    output(rows, "C", "2020-03", EAST, "1711", "30", "25");
    output(rows, "D", "2020-03", EAST, "1711", "40", "35");
    output(rows, "G", "2020-03", WEST, "1711", "80", "75");
    output(rows, "A", "2021-03", EAST, "1711", "120", "100");
    output(rows, "B", "2021-03", WEST, "1711", "60", "50");
    output(rows, "C", "2021-03", EAST, "1011", "33", "31");
    output(rows, "E", "2021-03", EAST, "1711", "25", "20");
    output(rows, "F", "2021-03", WEST, "1711", "15", "0");
    bridge = Bridge.of(rows.dataset(), RegisteredCatalog.estimating(), LATE);
  }

  /** 349 − 281 = 68. In points of 300; 68 / 281 = 24.1993 %, and 49 / 300 = 16.3333 %. */
  @Test
  void nobodyMovesInTheDistrict() {
    String lines =
        """
        base_restatement: -, 19, 7.866
        continuing: 3, 33, 11
        estimate: 1, 16, 5.3333
        exit: 1, -40, -13.3333
        newly_above_threshold: 1, 25, 8.3333
        newly_opened: 1, 15, 5""";
    assertThat(bridge.text("output/410311/ALL/2021/1")).isEqualTo(lines);
    assertThat(bridge.text("output/410311/P2/2021/1")).isEqualTo(lines);
  }

  /** Continuing are A with 20, B with 10 and C with 3; what goes counts without its sign. */
  @Test
  void whatEachRespondentBringsToALineStandsBesideIt() {
    for (String groups : List.of(EntryExitTable.RESPONDENTS, EntryExitTable.UNNAMED_RESPONDENTS)) {
      assertThat(brought("continuing", groups)).isEqualTo("3, 33, 20, 10");
      assertThat(brought("exit", groups)).isEqualTo("1, 40, 40, -");
      assertThat(brought("base_restatement", groups)).isEqualTo("0, -, -, -");
    }
  }

  private static String brought(String part, String groups) {
    Row line = bridge.lines().get("output/410311/ALL/2021/1").get(part);
    return Stream.of(
            groups,
            EntryExitTable.contributed(groups),
            EntryExitTable.largest(groups),
            EntryExitTable.second(groups))
        .map(column -> Bridge.plain(line.getAs(column)))
        .collect(Collectors.joining(", "));
  }

  /** 178 − 151 = 27. In points of 220; 27 / 151 = 17.8808 %, and −42 / 220 = −19.0909 %. */
  @Test
  void whoLeavesATownshipTakesItsLastYearAlong() {
    assertThat(bridge.text("output/410311001/ALL/2021/1"))
        .isEqualTo(
            """
            base_restatement: -, 69, 36.9717
            continuing: 2, 23, 10.4545
            exit: 1, -40, -18.1818
            move: 1, -50, -22.7273
            newly_above_threshold: 1, 25, 11.3636""");
  }

  /** 171 − 130 = 41. In points of 80; 41 / 130 = 31.5385 %, and 91 / 80 = 113.75 %. */
  @Test
  void whoComesToATownshipBringsItsLastYear() {
    assertThat(bridge.text("output/410311002/ALL/2021/1"))
        .isEqualTo(
            """
            base_restatement: -, -50, -82.2115
            continuing: 1, 10, 12.5
            estimate: 1, 16, 20
            move: 1, 50, 62.5
            newly_opened: 1, 15, 18.75""");
  }

  /** 316 − 250 = 66. In points of 300; 66 / 250 = 26.4 %, and 16 / 300 = 5.3333 %. */
  @Test
  void whoLeavesADivisionMovesInTheWholeDistrict() {
    String lines =
        """
        base_restatement: -, 50, 21.0667
        continuing: 2, 30, 10
        estimate: 1, 16, 5.3333
        exit: 1, -40, -13.3333
        move: 1, -30, -10
        newly_above_threshold: 1, 25, 8.3333
        newly_opened: 1, 15, 5""";
    assertThat(bridge.text("output/410311/17/2021/1")).isEqualTo(lines);
    assertThat(bridge.text("output/410311/C/2021/1")).isEqualTo(lines);
  }

  /** 33 − 31 = 2. */
  @Test
  void withoutATotalOfLastYearThereAreNoPoints() {
    assertThat(bridge.text("output/410311001/10/2021/1"))
        .isEqualTo(
            """
            base_restatement: -, -31, -
            continuing: 1, 3, -
            move: 1, 30, -""");
  }

  @Test
  void theFirstYearHasNoBridgeAndNeitherHasAQuarterThatIsNotInPlay() {
    assertThat(bridge.lines().keySet()).noneMatch(cell -> cell.contains("/2020/"));
    assertThat(bridge.lines().keySet()).noneMatch(cell -> cell.endsWith("/2021/2"));
    assertThat(bridge.text("output/410311/ALL/2021/1")).isNotEmpty();
  }

  /**
   * 2020: 100 + 60 = 160, and × the factor 0.9 it is 144. 150 − 144 = 6; 6 / 144 = 4.1667 %, and
   * −10 / 160 = −6.25 %.
   */
  @Test
  void aFactorOfTheBaseIsARestatement() {
    ObservationRows rows = new ObservationRows();
    rows.from("INVESTMENT", "P", "2020-03").in(EAST, "1711").item("done", "100", null);
    rows.from("INVESTMENT", "Q", "2020-03").in(WEST, "5211").item("done", "60", null);
    rows.from("INVESTMENT", "P", "2021-03").in(EAST, "1711").item("done", "150", null);
    Bridge projects = Bridge.of(rows.dataset(), SmallCatalog.catalog(), LATE);
    assertThat(projects.text("investment/410311/ALL/2021/1"))
        .isEqualTo(
            """
            base_restatement: -, 16, 10.4167
            continuing: 1, 50, 31.25
            exit: 1, -60, -37.5""");
    // Nobody is left in the west: no year to date, and no growth.
    assertThat(projects.text("investment/410311002/ALL/2021/1"))
        .isEqualTo(
            """
            base_restatement: -, 6, -
            exit: 1, -60, -100""");
  }

  /** The entry stands in the second quarter: 40 − 0. The other unit returned 100 and then 130. */
  @Test
  void whatStandsOnEitherSideIsNoNewsOfItsUnit() {
    ObservationRows rows = new ObservationRows();
    for (String month : new String[] {"2020-03", "2020-06"}) {
      output(rows, "A", month, EAST, "1711", "100", "90");
    }
    output(rows, "S", "2020-03", EAST, "1711", "70", "60");
    output(rows, "A", "2021-06", EAST, "1711", "130", "100");
    output(rows, "S", "2021-06", EAST, "1711", "75", "70");
    output(rows, "N", "2021-03", EAST, "1711", "40", "0");
    Bridge stands = Bridge.of(rows.dataset(), SmallCatalog.catalog(), LATE);
    assertThat(stands.text("output/410311/ALL/2021/2"))
        .isEqualTo(
            """
            continuing: 1, 30, 17.6471
            estimate: 2, 45, 26.4706""");
  }

  /** 17: 25 − 20 on a rate of 0.25. Division 43 has no rate in 2021, so the total has none. */
  @Test
  void whatIsNotKnownIsNullAndTheLinesBesideItStay() {
    ObservationRows rows = new ObservationRows();
    output(rows, "A", "2020-03", EAST, "1711", "80", "70");
    output(rows, "X", "2020-03", EAST, "4311", "30", "20");
    output(rows, "D", "2020-03", EAST, "1711", "40", "20");
    output(rows, "A", "2021-03", EAST, "1711", "100", "80");
    output(rows, "X", "2021-03", EAST, "4311", "40", "30");
    Bridge unknown = Bridge.of(rows.dataset(), SmallCatalog.catalog(), LATE);
    assertThat(unknown.text("value_added/410311/17/2021/1"))
        .isEqualTo(
            """
            base_restatement: -, 10, 41.6667
            continuing: 1, 5, 16.6667
            exit: 1, -10, -33.3333""");
    // 80 × 0.25 + 40 × 0.25 + 30 × 0.3333 = 39.999, and 10 / 39.999 = 25.0006 %.
    assertThat(unknown.text("value_added/410311/ALL/2021/1"))
        .isEqualTo(
            """
            base_restatement: -, -, -
            continuing: 2, -, -
            exit: 1, -10, -25.0006""");
  }

  /** Meals 10 then 12, goods none then 5: 17 − 10. The same period is 10 + 4. */
  @Test
  void aUnitIsOneWhateverItsItems() {
    ObservationRows rows = new ObservationRows();
    rows.from("TRADE", "T", "2020-03").in(EAST, "5211").item("meals", "10", "9");
    rows.from("TRADE", "T", "2021-03")
        .in(EAST, "5211")
        .item("meals", "12", "10")
        .item("goods", "5", "4");
    Bridge trade = Bridge.of(rows.dataset(), SmallCatalog.catalog(), LATE);
    // 3 / 14 = 21.4286 %, less 7 / 10 = 70 %.
    assertThat(trade.text("retail/410311/ALL/2021/1"))
        .isEqualTo(
            """
            base_restatement: -, -4, -48.5714
            continuing: 1, 7, 70""");
  }

  private static void output(
      ObservationRows rows,
      String unit,
      String period,
      String township,
      String sector,
      String value,
      String previous) {
    rows.from("INDUSTRY", unit, period).in(township, sector).item("output", value, previous);
  }
}
