package jindu.aggregate;

import static jindu.aggregate.SmallCatalog.DISTRICT;
import static jindu.aggregate.SmallCatalog.EAST;
import static jindu.table.EntryExitTable.BASE_RESTATEMENT;
import static jindu.table.EntryExitTable.LINE_AMOUNT;
import static jindu.table.EntryExitTable.MOVE;
import static jindu.table.EntryExitTable.POINTS;
import static jindu.table.EntryExitTable.UNITS;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import jindu.TestSession;
import jindu.catalog.Catalog;
import jindu.core.RegisterForm;
import jindu.table.IndicatorTable;
import jindu.table.ObservationTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What holds for every bridge, on random returns of units that the register half knows. */
class EntryExitLawTest {

  private static final long SEED = 20261125L;
  private static final LocalDate LATE = LocalDate.of(2030, 1, 1);
  private static final Catalog CATALOG = RegisteredCatalog.estimating();
  private static final BigDecimal HALF_A_DIGIT = new BigDecimal("0.00005");
  private static final int REGISTERED = 12;

  private static Dataset<Row> observations;
  private static Map<String, Row> cells;
  private static Map<String, Map<String, Row>> bridges;

  @BeforeAll
  static void aggregate() {
    System.out.println("EntryExitLawTest seed " + SEED);
    ObservationRows rows = RandomReturns.of(SEED);
    for (int unit = 0; unit < REGISTERED; unit++) {
      rows.entryOf("I" + unit, "INDUSTRY", EAST, "1711", "2019-01", null)
          .attribute(RegisterForm.REASON, unit % 2 == 0 ? "小升规" : "新投产")
          .registered();
    }
    observations =
        TestSession.get().createDataFrame(rows.rows(), ObservationTable.DEFINITION.schema());
    cells = Cells.of(observations, CATALOG, LATE).rows();
    bridges = Bridge.of(observations, CATALOG, LATE).lines();
    assertThat(bridges).hasSizeGreaterThan(300);
  }

  @Test
  void everyLineIsThere() {
    Set<String> parts = new HashSet<>();
    bridges.values().forEach(lines -> parts.addAll(lines.keySet()));
    assertThat(parts)
        .containsExactlyInAnyOrder(
            "continuing",
            "newly_above_threshold",
            "newly_opened",
            "exit",
            "move",
            "estimate",
            "base_restatement");
  }

  @Test
  void theLinesOfACellAddUpToItsChange() {
    int checked = 0;
    for (Map.Entry<String, Row> cell : cells.entrySet()) {
      BigDecimal value = cell.getValue().getAs(IndicatorTable.VALUE_YTD);
      BigDecimal previous = cell.getValue().getAs(IndicatorTable.PREVIOUS_YTD);
      boolean isAdded = CATALOG.indicators().get(cell.getValue().getString(0)).kind().isAdditive();
      if (!isAdded || cell.getValue().getInt(3) == 2019 || value == null || previous == null) {
        continue;
      }
      Collection<Row> lines = bridges.getOrDefault(cell.getKey(), Map.of()).values();
      BigDecimal change = sum(lines, LINE_AMOUNT);
      if (change == null) {
        // A unit's last year may lie where no rate is known, in another year or another division.
        assertThat(cell.getKey()).startsWith("value_added/");
        continue;
      }
      assertThat(change).as(cell.getKey()).isEqualByComparingTo(value.subtract(previous));
      checked++;
    }
    assertThat(checked).isGreaterThan(300);
  }

  @Test
  void aCellWithABridgeIsACellOfAFlowOrStockAndHasALastYear() {
    for (String cell : bridges.keySet()) {
      assertThat(cells).containsKey(cell);
      assertThat(cell).doesNotContain("/2019/");
    }
  }

  /** Only what is not known leaves a line without amount: a factor, or a same period. */
  @Test
  void aLineWithoutAmountStandsWhereAValueIsNotKnown() {
    int unknown = 0;
    for (Map.Entry<String, Map<String, Row>> bridge : bridges.entrySet()) {
      if (sum(bridge.getValue().values(), LINE_AMOUNT) == null) {
        assertThat(bridge.getKey()).startsWith("value_added/");
        unknown++;
      }
    }
    assertThat(unknown).isPositive();
  }

  @Test
  void moveIsNoLineOfTheDistrictAndItsTownshipsAndSectionsMoveNothingTogether() {
    Map<String, BigDecimal> moved = new HashMap<>();
    int moves = 0;
    for (Map<String, Row> lines : bridges.values()) {
      Row move = lines.get(MOVE);
      if (move == null || move.isNullAt(move.fieldIndex(LINE_AMOUNT))) {
        continue;
      }
      boolean isDistrict = move.getString(1).equals(DISTRICT);
      boolean isAll = move.getString(2).equals("ALL");
      assertThat(isDistrict && isAll).as(move.toString()).isFalse();
      boolean isSection = move.getString(2).matches("[A-T]");
      if (isAll || (isDistrict && isSection)) {
        String total = "%s %s %s %s".formatted(isAll, move.get(0), move.get(3), move.get(4));
        moved.merge(total, move.getAs(LINE_AMOUNT), BigDecimal::add);
        moves++;
      }
    }
    assertThat(moves).isGreaterThan(30);
    assertThat(moved)
        .allSatisfy((total, amount) -> assertThat(amount).as(total).isEqualByComparingTo("0"));
  }

  @Test
  void thePointsAddUpToTheGrowthWithinHalfADigitALine() {
    int checked = 0;
    for (Map.Entry<String, Map<String, Row>> bridge : bridges.entrySet()) {
      BigDecimal points = sum(bridge.getValue().values(), POINTS);
      BigDecimal growth = cells.get(bridge.getKey()).getAs(IndicatorTable.GROWTH_YTD_PCT);
      if (points == null || growth == null) {
        continue;
      }
      assertThat(points.subtract(growth).abs())
          .as(bridge.getKey())
          .isLessThanOrEqualTo(HALF_A_DIGIT.multiply(BigDecimal.valueOf(bridge.getValue().size())));
      checked++;
    }
    assertThat(checked).isGreaterThan(100);
  }

  @Test
  void everyLineButTheRestatementIsOfUnits() {
    for (Map<String, Row> lines : bridges.values()) {
      lines.forEach(
          (part, row) -> {
            Long units = row.getAs(UNITS);
            if (part.equals(BASE_RESTATEMENT)) {
              assertThat(units).isNull();
            } else {
              assertThat(units).as(row.toString()).isPositive();
            }
          });
    }
  }

  @Test
  void orderAndPartitionsOfTheObservationsChangeNothing() {
    Dataset<Row> scattered = RandomReturns.scattered(observations, SEED, TestSession.get());
    assertThat(Bridge.of(scattered, CATALOG, LATE).lines()).isEqualTo(bridges);
  }

  @Test
  void aBridgeNeedsOneExchangeBesideThoseOfTheContributions() {
    SparkSession session = TestSession.get().newSession();
    session.conf().set("spark.sql.shuffle.partitions", "4");
    Dataset<Row> rows =
        session.createDataFrame(observations.collectAsList(), observations.schema());
    Dataset<Row> known =
        session.createDataFrame(
            List.copyOf(cells.values()), cells.values().iterator().next().schema());
    Dataset<Row> contributions = Aggregate.contributions(rows, CATALOG, LATE);
    Dataset<Row> lines = Aggregate.entryExit(contributions, known, CATALOG);
    assertThat(exchanges(lines)).isEqualTo(exchanges(contributions) + 1);
  }

  private static long exchanges(Dataset<Row> rows) {
    String plan = rows.queryExecution().executedPlan().toString();
    return Pattern.compile("- Exchange ").matcher(plan).results().count();
  }

  /** Null where a line has none. */
  private static BigDecimal sum(Collection<Row> lines, String column) {
    List<BigDecimal> amounts = new ArrayList<>();
    lines.forEach(line -> amounts.add(line.getAs(column)));
    return amounts.stream().anyMatch(Objects::isNull)
        ? null
        : amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
