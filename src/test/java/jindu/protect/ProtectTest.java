package jindu.protect;

import static jindu.protect.CellFixture.DISTRICT;
import static jindu.protect.CellFixture.TOWNSHIP;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import jindu.TableRows;
import jindu.core.PrimaryRule;
import jindu.core.PrimaryRules;
import jindu.protect.pattern.GridCell;
import jindu.protect.pattern.Pattern;
import jindu.table.CellTable;
import jindu.table.IndicatorTable;
import jindu.table.PlanProgressTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Planted leaks: each must leave as an empty cell, and no other (method.md section 8). */
class ProtectTest {

  private static final long SEED = 619L;

  /** What may stay inside though the cell leaves. */
  private static final Set<String> OF_THEIR_OWN =
      Set.of(
          "restated_part",
          "earlier_revised_part",
          "response_size_pct",
          "estimated_share_pct",
          "comparable_growth_ytd_pct");

  private static final LocalDate YEAR_END = LocalDate.of(2021, 12, 31);
  private static final Map<String, Row> CELLS = new HashMap<>();
  private static final Map<String, Row> PLAN = new HashMap<>();

  @BeforeAll
  static void protect() {
    CellFixture cells =
        new CellFixture()
            .cell("output", DISTRICT, "ALL", 60, "1000", "300", "200")
            .cell("output", DISTRICT, "C", 2, "1000", "500", "500")
            .cell("output", DISTRICT, "13", 20, "1000", "860", "20")
            .cell("output", DISTRICT, "14", 5, "1000", "500", "480")
            .cell("output", DISTRICT, "15", 5, "0", "0", "0")
            .cell("output", DISTRICT, "16", 0, null, null, null)
            .cell("output", TOWNSHIP, "ALL", 9, "900", "300", "200")
            .cell("output", TOWNSHIP, "13", 9, "900", "300", "200")
            .cell("output", DISTRICT, "17", 2020, previousOfOneUnit(), 9, "900", "300", "200")
            .cell("output", DISTRICT, "B", 2020, Map.of(), 1, "900", "900", "0")
            .cell("output", DISTRICT, "B", 9, "900", "300", "200")
            .cell("output", DISTRICT, "D", 2021, answered(9L, 8L), 9, "900", "300", "200")
            .cell("output", DISTRICT, "E", 2021, answered(9L, 2L), 9, "900", "300", "200")
            .cell("output", DISTRICT, "F", 2021, answered(9L, 6L), 9, "900", "300", "200")
            .cell("output", DISTRICT, "G", 2021, unnamed(1, "90", "90"), 9, "900", "300", "200")
            .cell("output", DISTRICT, "H", 2021, unnamed(5, "90", "80"), 9, "900", "300", "200")
            .cell("output", DISTRICT, "I", 2021, unnamed(5, "90", "30"), 9, "900", "300", "200")
            .cell("output", DISTRICT, "J", 2021, unnamed(5, "90", "30"), 2, "900", "500", "400")
            .cell("grp", DISTRICT, "D", 2021, answered(9L, 8L), 0, null, null, null)
            .cell("grp", DISTRICT, "ALL", 0, null, null, null)
            .cell("grp", TOWNSHIP, "13", 0, null, null, null)
            .cell("ratio", DISTRICT, "ALL", 0, null, null, null)
            .cell("ratio", DISTRICT, "C", 0, null, null, null)
            .cell("income", DISTRICT, "ALL", 29, "1000", "990", "1")
            .cell("income", DISTRICT, "C", 30, "1000", "990", "1");
    Dataset<Row> open = Protect.indicator(cells.cells(), List.of(pattern()), CellFixture.catalog());
    for (Row row : open.collectAsList()) {
      CELLS.put(key(row), row);
    }
    Dataset<Row> plan =
        Protect.planProgress(
            planRows(List.of("ALL", "C", "B", "unknown"), 1, YEAR_END)
                .unionByName(planRows(List.of("13"), 2, LocalDate.of(2021, 3, 31)))
                .unionByName(planRows(List.of("14"), 2, YEAR_END)),
            open,
            CellFixture.catalog());
    for (Row row : plan.collectAsList()) {
      PLAN.put(row.getAs(PlanProgressTable.SECTOR_CODE), row);
    }
  }

  /** A cell that is not sensitive and would give another. */
  private static Pattern pattern() {
    return new Pattern(
        "output",
        2021,
        "",
        new TreeMap<>(Map.of(new GridCell(TOWNSHIP, "13"), Pattern.Reason.COMPLEMENT)),
        new TreeMap<>(),
        Pattern.Extent.CHOSEN,
        new Pattern.Counts(9, 3, 4, 0, 10));
  }

  private static Map<String, Object> answered(long expected, long reported) {
    return Map.of(IndicatorTable.UNITS_EXPECTED, expected, IndicatorTable.UNITS_REPORTED, reported);
  }

  /** What is left of the year to date without those that are published by name. */
  private static Map<String, Object> unnamed(long units, String total, String largest) {
    String rest = CellTable.unnamed(IndicatorTable.VALUE_YTD);
    return Map.of(
        CellTable.contributors(rest), units,
        CellTable.contributed(rest), CellFixture.amount(total),
        CellTable.largest(rest), CellFixture.amount(largest),
        CellTable.second(rest), CellFixture.amount("5"));
  }

  private static Map<String, Object> previousOfOneUnit() {
    return Map.of(CellTable.PREVIOUS_CONTRIBUTORS, 1L);
  }

  @Test
  void twoContributorsAreWithheld() {
    assertWithheld("output 410311 C 2021");
  }

  @Test
  void aDominatedCellIsWithheld() {
    assertWithheld("output 410311 13 2021");
  }

  @Test
  void aCellThatBoundsItsLargestTooCloselyIsWithheld() {
    assertWithheld("output 410311 14 2021");
  }

  @Test
  void aCellOfZerosIsWithheld() {
    assertWithheld("output 410311 15 2021");
  }

  @Test
  void oneSensitiveFigureClosesTheWholeCell() {
    assertWithheld("output 410311 17 2020");
  }

  /** Many make the cell, and all of them but one, or but what one dominates, are published. */
  @Test
  void aCellOfWhichTheUnnamedRestIsSensitiveIsWithheld() {
    assertWithheld("output 410311 G 2021");
    assertWithheld("output 410311 H 2021");
  }

  /** Five unnamed ones, and two that one group is: named or not, both tests hold. */
  @Test
  void aCellOfWhichTheUnnamedRestIsSafeIsAsSafeAsItWas() {
    assertOpen("output 410311 I 2021");
    assertWithheld("output 410311 J 2021");
  }

  @Test
  void aCellWithManyContributorsIsOpenAndUnchanged() {
    assertOpen("output 410311 ALL 2021");
    assertOpen("output 410311002 ALL 2021");
  }

  /** By last year's total the share of one who is missing, or of two who answered, is a figure. */
  @Test
  void responseBySizeIsNotToldOfOneOrTwo() {
    for (String share : List.of("response_size_pct", "estimated_share_pct")) {
      // Of F nobody is alone; the total less F would be that of the others.
      for (String sector : List.of("D", "E", "F")) {
        Row row = CELLS.get("output 410311 " + sector + " 2021");
        assertThat(row.<Object>getAs(share)).as(sector).isNull();
        assertThat(row.<Object>getAs("value_ytd")).as(sector).isNotNull();
      }
      for (String key : List.of("output 410311 ALL 2021", "output 410311002 ALL 2021")) {
        assertThat(CELLS.get(key).<Object>getAs(share)).as(key).isNotNull();
      }
      assertThat(CELLS.get("grp 410311 D 2021").<Object>getAs(share)).isNotNull();
    }
  }

  /** Its same period, or a two-year growth over it, would repeat what was withheld. */
  @Test
  void aCellWithheldLastYearStaysInsideThisYear() {
    assertWithheld("output 410311 B 2020");
    assertWithheld("output 410311 B 2021");
  }

  @Test
  void aCellOfNobodyAndAnAdministrativeCellAreOpen() {
    assertOpen("output 410311 16 2021");
    assertOpen("grp 410311 ALL 2021");
  }

  @Test
  void whatThePatternClosesIsWithheldAndNothingElse() {
    assertWithheld("output 410311002 13 2021");
    assertOpen("grp 410311002 13 2021");
  }

  @Test
  void aRateIsWithheldWithItsNumerator() {
    assertWithheld("ratio 410311 C 2021");
    assertOpen("ratio 410311 ALL 2021");
  }

  @Test
  void aMeanNeedsThirtyHouseholdsWhoeverDominates() {
    assertWithheld("income 410311 ALL 2021");
    assertThat(CELLS.get("income 410311 C 2021").<Boolean>getAs("withheld")).isFalse();
  }

  /** Value and share of a part together are the total. */
  @Test
  void noPartShowsItsShareOfAWithheldTotal() {
    Row part = CELLS.get("income 410311 C 2021");
    assertThat(part.<Object>getAs("value_ytd")).isNotNull();
    for (String column : List.of("share_pct", "pull_points", "contribution_pct")) {
      assertThat(part.<Object>getAs(column)).as(column).isNull();
      assertThat(CELLS.get("output 410311002 ALL 2021").<Object>getAs(column))
          .as(column)
          .isNotNull();
    }
  }

  @Test
  void noContributorStatisticsLeave() {
    Row row = CELLS.values().iterator().next();
    assertThat(row.schema().fieldNames())
        .containsExactly(IndicatorTable.DEFINITION.schema().fieldNames());
  }

  @Test
  void aPlanRowOfAWithheldCellKeepsOnlyWhatThePlanSays() {
    Row row = PLAN.get("C");
    assertThat(row.<Boolean>getAs("withheld")).isTrue();
    assertThat(row.<String>getAs("lamp")).isEqualTo("grey");
    assertThat(row.<String>getAs("lamp_reason")).contains("不予公布").contains("withheld");
    Set<String> plans =
        Set.of(
            "target_id",
            "township_code",
            "sector_code",
            "year",
            "quarter",
            "indicator",
            "kind",
            "comparator",
            "target_value",
            "allocated",
            "lamp",
            "lamp_reason",
            "deadline",
            "due_basis",
            "source",
            "plan_version",
            "withheld");
    assertOnlyReadable(row, plans);
  }

  @Test
  void aPlanRowThatLooksBackOnAWithheldCellIsWithheldToo() {
    assertThat(PLAN.get("B").<Boolean>getAs("withheld")).isTrue();
  }

  /** The cells of both are withheld in the first quarter; the rows are of the second. */
  @Test
  void aPlanRowBehindItsDeadlineShowsTheCellOfTheDeadlineAndIsWithheldWithIt() {
    assertThat(PLAN.get("13").<Boolean>getAs("withheld")).isTrue();
    assertThat(PLAN.get("14").<Boolean>getAs("withheld")).isFalse();
  }

  @Test
  void otherPlanRowsLeaveAsTheyAre() {
    for (String sector : List.of("ALL", "unknown")) {
      Row row = PLAN.get(sector);
      assertThat(row.<Boolean>getAs("withheld")).isFalse();
      assertThat(row.<String>getAs("lamp")).isEqualTo("red");
      assertThat(row.<BigDecimal>getAs("actual")).isEqualByComparingTo("7");
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theColumnRuleIsTheScalarRuleOfTheIndicator(PrimaryRules rules) {
    Random random = new Random(SEED);
    CellFixture cells = new CellFixture();
    Map<String, Boolean> expected = new HashMap<>();
    for (int i = 0; i < 500; i++) {
      long units = random.nextInt(6);
      BigDecimal largest = BigDecimal.valueOf(random.nextInt(20), 0);
      BigDecimal second = largest.multiply(new BigDecimal(random.nextInt(3))).movePointLeft(1);
      BigDecimal total = largest.add(second).add(BigDecimal.valueOf(random.nextInt(30), 1));
      cells.cell(
          "output",
          DISTRICT,
          "S" + i,
          units,
          total.toPlainString(),
          largest.toPlainString(),
          second.toPlainString());
      expected.put("S" + i, rules.of("output").isSensitive(units, total, largest, second));
    }
    Map<String, Boolean> actual = new HashMap<>();
    for (Row row :
        Protect.indicator(cells.cells(), List.of(), CellFixture.catalog(rules)).collectAsList()) {
      actual.put(row.getAs("sector_code"), row.getAs("withheld"));
    }
    assertThat(expected).containsValue(true).containsValue(false);
    assertThat(actual).as("seed %d", SEED).isEqualTo(expected);
  }

  private static List<PrimaryRules> rules() {
    PrimaryRule strict = new PrimaryRule(5, new BigDecimal("62.5"), new BigDecimal("20"), 30);
    return List.of(
        PrimaryRules.DEFAULT,
        new PrimaryRules(PrimaryRule.STANDARD, Map.of("output", strict)),
        new PrimaryRules(strict, Map.of("grp", PrimaryRule.STANDARD)));
  }

  /** Growth at comparable prices tells of divisions what value added does not: it stays inside. */
  @Test
  void growthAtComparablePricesLeavesForTheTotalAlone() {
    CellFixture cells =
        new CellFixture()
            .cell("comparable", DISTRICT, "ALL", 9, "900", "300", "200")
            .cell("comparable", DISTRICT, "C", 9, "900", "300", "200")
            .cell("comparable", TOWNSHIP, "ALL", 9, "900", "300", "200")
            .cell("output", DISTRICT, "ALL", 9, "900", "300", "200")
            .cell("output", DISTRICT, "C", 9, "900", "300", "200")
            .cell("grp", DISTRICT, "C", 0, null, null, null);
    for (Row row :
        Protect.indicator(cells.cells(), List.of(), CellFixture.catalog()).collectAsList()) {
      String indicator = row.getAs(IndicatorTable.INDICATOR);
      boolean isTotal =
          row.getAs(IndicatorTable.SECTOR_CODE).equals("ALL")
              && row.getAs(IndicatorTable.TOWNSHIP_CODE).equals(DISTRICT);
      boolean leaves = isTotal || indicator.equals("grp");
      assertThat(row.getAs(IndicatorTable.COMPARABLE_GROWTH_YTD_PCT) != null)
          .as(key(row))
          .isEqualTo(leaves);
      // Where the headline is at comparable prices, these tell the same.
      for (String told :
          List.of("two_year_avg_growth_pct", "share_pct", "pull_points", "contribution_pct")) {
        assertThat(row.getAs(told) != null)
            .as(key(row) + " " + told)
            .isEqualTo(leaves || indicator.equals("output"));
      }
      assertThat(row.<BigDecimal>getAs(IndicatorTable.GROWTH_YTD_PCT)).isNotNull();
    }
  }

  private static void assertWithheld(String key) {
    Row row = CELLS.get(key);
    assertThat(row.<Boolean>getAs("withheld")).as(key).isTrue();
    assertOnlyReadable(
        row,
        Set.of(
            "indicator",
            "township_code",
            "sector_code",
            "year",
            "quarter",
            "unit",
            "growth_base",
            "status",
            "withheld"));
  }

  private static void assertOpen(String key) {
    Row row = CELLS.get(key);
    assertThat(row.<Boolean>getAs("withheld")).as(key).isFalse();
    for (String column : row.schema().fieldNames()) {
      if (!OF_THEIR_OWN.contains(column)) {
        assertThat(row.<Object>getAs(column)).as(key + " " + column).isNotNull();
      }
    }
  }

  private static void assertOnlyReadable(Row row, Set<String> columns) {
    List<String> readable = new ArrayList<>();
    for (String column : row.schema().fieldNames()) {
      if (row.getAs(column) != null) {
        readable.add(column);
      }
    }
    assertThat(readable).isSubsetOf(columns);
  }

  private static String key(Row row) {
    return String.join(
        " ",
        row.<String>getAs("indicator"),
        row.<String>getAs("township_code"),
        row.<String>getAs("sector_code"),
        row.<Integer>getAs("year").toString());
  }

  private static Dataset<Row> planRows(List<String> sectors, int quarter, LocalDate deadline) {
    List<Row> rows =
        sectors.stream()
            .map(
                sector ->
                    RowFactory.create(
                        "output",
                        DISTRICT,
                        sector,
                        2021,
                        quarter,
                        deadline,
                        CellFixture.amount("7"),
                        CellFixture.amount("7"),
                        7,
                        "red",
                        "because"))
            .toList();
    return TableRows.of(
        PlanProgressTable.DEFINITION,
        rows,
        PlanProgressTable.INDICATOR,
        PlanProgressTable.TOWNSHIP_CODE,
        PlanProgressTable.SECTOR_CODE,
        PlanProgressTable.YEAR,
        PlanProgressTable.QUARTER,
        PlanProgressTable.DEADLINE,
        PlanProgressTable.ACTUAL,
        PlanProgressTable.PACE_PCT,
        PlanProgressTable.RANK,
        PlanProgressTable.LAMP,
        PlanProgressTable.LAMP_REASON);
  }
}
