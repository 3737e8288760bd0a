package jindu.aggregate;

import static jindu.aggregate.SmallCatalog.DISTRICT;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jindu.TestSession;
import jindu.catalog.Catalog;
import jindu.core.Indicator;
import jindu.table.CellTable;
import jindu.table.ObservationTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.QueryExecution;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The identities of method.md section 5, on random returns, to the last digit. */
class LawsTest {

  private static final long SEED = 20261126L;
  private static final LocalDate LATE = LocalDate.of(2030, 1, 1);
  private static final Catalog CATALOG = SmallCatalog.catalog();
  private static final List<String> VALUES =
      List.of(
          "value",
          "value_ytd",
          "previous",
          "previous_ytd",
          "comparable_ytd",
          "comparable_previous_ytd");
  private static final Pattern SECTION = Pattern.compile("[A-T]");
  private static final Pattern STRATA = Pattern.compile("P[1-3]");
  private static final Pattern DIVISION = Pattern.compile("\\d{2}");

  private static Dataset<Row> observations;
  private static Map<String, Row> cells;

  @BeforeAll
  static void aggregate() {
    System.out.println("LawsTest seed " + SEED);
    List<Row> rows = RandomReturns.of(SEED).rows();
    observations = TestSession.get().createDataFrame(rows, ObservationTable.DEFINITION.schema());
    cells = Cells.of(observations, CATALOG, LATE).rows();
    assertThat(cells).hasSizeGreaterThan(500);
  }

  @Test
  void placesAddUpToTheDistrict() {
    int checked = 0;
    for (Row total : cells.values()) {
      if (!isAdditive(total) || !total.getString(1).equals(DISTRICT) || isDistrictOnly(total)) {
        continue;
      }
      checked +=
          assertSums(total, matching(row -> !row.getString(1).equals(DISTRICT), total, true));
    }
    assertThat(checked).isGreaterThan(500);
  }

  @Test
  void sectionsAndStrataAndDivisionsEachAddUpToAll() {
    int checked = 0;
    for (Row total : cells.values()) {
      if (!isAdditive(total) || !total.getString(2).equals("ALL") || !hasSectors(total)) {
        continue;
      }
      for (Pattern level : List.of(SECTION, STRATA, DIVISION)) {
        checked +=
            assertSums(
                total, matching(row -> level.matcher(row.getString(2)).matches(), total, false));
      }
    }
    assertThat(checked).isGreaterThan(500);
  }

  @Test
  void quartersAddUpToTheYearToDate() {
    Map<String, Map<String, BigDecimal>> running = new HashMap<>();
    List<Row> ordered = new ArrayList<>(cells.values());
    ordered.sort((left, right) -> Integer.compare(left.getInt(4), right.getInt(4)));
    int checked = 0;
    for (Row cell : ordered) {
      if (kind(cell) != Indicator.Kind.FLOW) {
        continue;
      }
      for (String side : List.of("value", "previous")) {
        String key = "%s/%s/%s/%s".formatted(cell.get(0), cell.get(1), cell.get(2), cell.get(3));
        Map<String, BigDecimal> sums = running.computeIfAbsent(key, missing -> new HashMap<>());
        if (amount(cell, side) == null) {
          continue;
        }
        BigDecimal sum = sums.merge(side, amount(cell, side), BigDecimal::add);
        assertThat(amount(cell, side + "_ytd")).as(Cells.key(cell)).isEqualByComparingTo(sum);
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(500);
  }

  @Test
  void pullsAddUpToTheGrowthOfTheTotalWithinRounding() {
    int checked = 0;
    for (Row total : cells.values()) {
      if (!total.getString(1).equals(DISTRICT)
          || !total.getString(2).equals("ALL")
          || amount(total, "pull_points") == null
          || isDistrictOnly(total)) {
        continue;
      }
      List<Row> parts = matching(row -> !row.getString(1).equals(DISTRICT), total, true);
      BigDecimal sum =
          parts.stream()
              .map(row -> amount(row, "pull_points"))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      BigDecimal tolerance = new BigDecimal("0.00005").multiply(new BigDecimal(parts.size() + 1));
      assertThat(sum.subtract(amount(total, "pull_points")).abs())
          .as(Cells.key(total))
          .isLessThanOrEqualTo(tolerance);
      checked++;
    }
    assertThat(checked).isGreaterThan(20);
  }

  @Test
  void orderAndPartitionsOfTheObservationsChangeNothing() {
    Dataset<Row> scattered = RandomReturns.scattered(observations, SEED, TestSession.get());
    assertThat(Cells.of(scattered, CATALOG, LATE).rows()).isEqualTo(cells);
  }

  @Test
  void thePlanHoldsNoFunctionOfOurOwnAndFourExchangesOfAllRows() {
    SparkSession session = TestSession.get().newSession();
    session.conf().set("spark.sql.shuffle.partitions", "4");
    Dataset<Row> rows =
        session.createDataFrame(observations.collectAsList(), observations.schema());
    QueryExecution execution = Aggregate.indicators(rows, CATALOG, LATE).queryExecution();
    assertThat(execution.optimizedPlan().treeString(true, false, Integer.MAX_VALUE, false, false))
        .doesNotContain("UDF", "Python", "MapElements", "MapPartitions", "DeserializeToObject");
    // By unit; by group; by cell; by indicator. And of the projects that are published by name, a
    // few hundred rows: by project and year; by year; by project.
    assertThat(exchanges(execution.executedPlan().toString())).isEqualTo(4 + 3);
  }

  private static long exchanges(String plan) {
    return Pattern.compile("- Exchange ").matcher(plan).results().count();
  }

  private interface Choice {
    boolean holds(Row row);
  }

  /** The cells of the same indicator and quarter, and the same sector or else the same place. */
  private static List<Row> matching(Choice choice, Row total, boolean sameSector) {
    int same = sameSector ? 2 : 1;
    return cells.values().stream()
        .filter(row -> row.get(0).equals(total.get(0)))
        .filter(row -> row.getInt(3) == total.getInt(3) && row.getInt(4) == total.getInt(4))
        .filter(row -> row.get(same).equals(total.get(same)))
        .filter(choice::holds)
        .toList();
  }

  /** Null parts count nothing; a null total (a factor is missing) is no sum. */
  private static int assertSums(Row total, List<Row> parts) {
    int checked = 0;
    for (String column : VALUES) {
      BigDecimal expected = amount(total, column);
      if (expected == null) {
        continue;
      }
      BigDecimal sum = BigDecimal.ZERO;
      for (Row part : parts) {
        BigDecimal value = amount(part, column);
        sum = value == null ? sum : sum.add(value);
      }
      assertThat(sum).as("%s %s", Cells.key(total), column).isEqualByComparingTo(expected);
      checked++;
    }
    return checked;
  }

  private static BigDecimal amount(Row row, String column) {
    return row.getDecimal(CellTable.DEFINITION.schema().fieldIndex(column));
  }

  private static Indicator.Kind kind(Row cell) {
    return CATALOG.indicators().get(cell.getString(0)).kind();
  }

  private static boolean isAdditive(Row cell) {
    return kind(cell).isAdditive();
  }

  private static boolean isDistrictOnly(Row cell) {
    return CATALOG.indicators().get(cell.getString(0)).lowestPlace()
        == Indicator.LowestPlace.DISTRICT;
  }

  private static boolean hasSectors(Row cell) {
    return CATALOG.indicators().get(cell.getString(0)).sectorDetail()
        == Indicator.SectorDetail.DIVISION;
  }
}
