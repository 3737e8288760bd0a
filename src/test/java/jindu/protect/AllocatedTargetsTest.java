package jindu.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jindu.TableRows;
import jindu.table.IndicatorTable;
import jindu.table.PlanProgressTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An allocated share is last year's value in other words: it goes where that goes. */
class AllocatedTargetsTest {

  private static final int YEAR = 2023;
  private static final LocalDate FIRST = LocalDate.of(YEAR, 1, 1);
  private static final LocalDate SECOND = LocalDate.of(YEAR, 7, 1);
  private static final Map<String, Row> ROWS = new TreeMap<>();

  private static final List<Row> plan = new ArrayList<>();
  private static final List<Row> cells = new ArrayList<>();

  @BeforeAll
  static void protect() {
    // One of four is withheld; 40 is the smallest share that is not below its 30.
    allocated("one", "level", "30", "10", "40", "50");
    withheld("one", 1, YEAR - 1);
    // The one withheld is the largest.
    allocated("largest", "level", "60", "10", "20", "10");
    withheld("largest", 1, YEAR - 1);
    allocated("two", "level", "30", "10", "40", "20");
    withheld("two", 1, YEAR - 1);
    withheld("two", 2, YEAR - 1);
    allocated("growth", "growth", "9", "9", "9", "9");
    withheld("growth", 1, YEAR - 1);
    // This year's figures are withheld; the share is of last year's, which is open.
    allocated("this_year", "level", "30", "10", "40", "20");
    withheld("this_year", 1, YEAR);
    allocated("open", "level", "30", "10", "40", "20");
    // By its own rounded shares the first version would withhold the second place, 3 beside 3.
    allocated("versions", "level", FIRST, "3", "3", "4", "5");
    allocated("versions", "level", SECOND, "31", "29", "40", "50");
    withheld("versions", 1, YEAR - 1);
    for (Row row :
        Protect.planProgress(planRows(), cellRows(), CellFixture.catalog()).collectAsList()) {
      String place = row.getAs(PlanProgressTable.TOWNSHIP_CODE);
      String number = place.equals(CellFixture.DISTRICT) ? "" : place.substring(8);
      String version =
          row.<Date>getAs(PlanProgressTable.PLAN_VERSION).toLocalDate().equals(FIRST) ? "" : "'";
      ROWS.put(row.<String>getAs(PlanProgressTable.INDICATOR) + version + number, row);
    }
  }

  @Test
  void theShareOfAWithheldPlaceIsWithheldAndASecondOneWithIt() {
    assertTargets("one", null, "10", null, "50");
    assertThat(ROWS.get("one3").<Boolean>getAs(PlanProgressTable.WITHHELD)).isTrue();
    assertThat(ROWS.get("one3").<Object>getAs(PlanProgressTable.ACTUAL)).isNull();
    assertThat(ROWS.get("one2").<Boolean>getAs(PlanProgressTable.WITHHELD)).isFalse();
    assertThat(ROWS.get("one2").<Object>getAs(PlanProgressTable.ACTUAL)).isNotNull();
  }

  @Test
  void besideTheLargestTheNextLargestIsWithheld() {
    assertTargets("largest", null, "10", null, "10");
  }

  @Test
  void twoWithheldNeedNoThird() {
    assertTargets("two", null, null, "40", "20");
  }

  @Test
  void theRateOfGrowthIsTheDistrictsAndStays() {
    assertTargets("growth", "9", "9", "9", "9");
    assertThat(ROWS.get("growth1").<Boolean>getAs(PlanProgressTable.WITHHELD)).isTrue();
    assertThat(ROWS.get("growth2").<Boolean>getAs(PlanProgressTable.WITHHELD)).isFalse();
  }

  @Test
  void whatIsWithheldThisYearSaysNothingOfTheShare() {
    assertTargets("this_year", "30", "10", "40", "20");
    assertThat(ROWS.get("this_year1").<Boolean>getAs(PlanProgressTable.WITHHELD)).isTrue();
    assertThat(ROWS.get("this_year2").<Boolean>getAs(PlanProgressTable.WITHHELD)).isFalse();
  }

  @Test
  void theSecondIsTheSameInEveryVersion() {
    assertTargets("versions", null, "3", null, "5");
    assertTargets("versions'", null, "29", null, "50");
  }

  @Test
  void openSharesStay() {
    assertTargets("open", "30", "10", "40", "20");
  }

  private static void assertTargets(String indicator, String... expected) {
    for (int place = 1; place <= expected.length; place++) {
      Object target = ROWS.get(indicator + place).getAs(PlanProgressTable.TARGET_VALUE);
      assertThat(target).as(indicator + place).isEqualTo(CellFixture.amount(expected[place - 1]));
    }
  }

  private static void allocated(String indicator, String kind, String... shares) {
    allocated(indicator, kind, FIRST, shares);
  }

  private static void allocated(
      String indicator, String kind, LocalDate version, String... shares) {
    plan.add(row(indicator, version, CellFixture.DISTRICT, kind, false, "130"));
    for (int place = 1; place <= shares.length; place++) {
      plan.add(row(indicator, version, place(place), kind, true, shares[place - 1]));
    }
  }

  private static Row row(
      String indicator,
      LocalDate version,
      String place,
      String kind,
      boolean allocated,
      String target) {
    return RowFactory.create(
        "T-" + indicator,
        Date.valueOf(version),
        indicator,
        place,
        "ALL",
        YEAR,
        2,
        kind,
        allocated,
        CellFixture.amount(target),
        CellFixture.amount("7"),
        "red",
        "because");
  }

  private static String place(int number) {
    return "41031100" + number;
  }

  private static void withheld(String indicator, int place, int year) {
    cells.add(RowFactory.create(indicator, place(place), "ALL", year, 2, true));
  }

  private static Dataset<Row> planRows() {
    return TableRows.of(
        PlanProgressTable.DEFINITION,
        plan,
        PlanProgressTable.TARGET_ID,
        PlanProgressTable.PLAN_VERSION,
        PlanProgressTable.INDICATOR,
        PlanProgressTable.TOWNSHIP_CODE,
        PlanProgressTable.SECTOR_CODE,
        PlanProgressTable.YEAR,
        PlanProgressTable.QUARTER,
        PlanProgressTable.KIND,
        PlanProgressTable.ALLOCATED,
        PlanProgressTable.TARGET_VALUE,
        PlanProgressTable.ACTUAL,
        PlanProgressTable.LAMP,
        PlanProgressTable.LAMP_REASON);
  }

  private static Dataset<Row> cellRows() {
    return TableRows.of(
        IndicatorTable.DEFINITION,
        cells,
        IndicatorTable.INDICATOR,
        IndicatorTable.TOWNSHIP_CODE,
        IndicatorTable.SECTOR_CODE,
        IndicatorTable.YEAR,
        IndicatorTable.QUARTER,
        IndicatorTable.WITHHELD);
  }
}
