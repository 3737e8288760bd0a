package jindu.assess;

import static jindu.assess.PlanFixture.target;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import jindu.core.Indicator.Direction;
import jindu.core.Indicator.Kind;
import jindu.core.Quarter;
import jindu.core.Target;
import jindu.core.Target.Comparator;
import jindu.table.PaceBacktestTable;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Profiles of the pace tested on closed years, worked out by hand. */
class PaceBacktestTest {

  private static final Map<String, String> ROWS = new TreeMap<>();

  @BeforeAll
  static void test() {
    PlanFixture plan = new PlanFixture();
    plan.indicator("seasonal", Kind.FLOW, Direction.UP, 0)
        .year("seasonal", 2021, "10", "40", "60", "100")
        .year("seasonal", 2022, "11", "44", "66", "110")
        .year("seasonal", 2023, "12", "48", "80", "120")
        .year("seasonal", 2024, "20", "40");
    plan.indicator("level", Kind.FLOW, Direction.UP, 0)
        .year("level", 2021, "10", "20", "30", "100")
        .year("level", 2022, "45", "90", "137", "182.5")
        .add(
            target("level", Target.Kind.LEVEL, Comparator.GE, "200")
                .in(2022)
                .stated("25", "50", "75", "100"));
    plan.indicator("late_start", Kind.FLOW, Direction.UP, 0)
        .year("late_start", 2021, "0", "20", "30", "100")
        .year("late_start", 2022, "2", "20", "30", "100");
    plan.indicator("one_year", Kind.FLOW, Direction.UP, 0)
        .year("one_year", 2022, "11", "44", "66", "110");
    plan.indicator("after_abnormal", Kind.FLOW, Direction.UP, 0)
        .year("after_abnormal", 2018, "25", "50", "75", "100")
        .year("after_abnormal", 2019, "0", "50", "75", "100")
        .year("after_abnormal", 2020, "50", "100", "150", "200");
    plan.indicator("stock", Kind.STOCK, Direction.UP, 0)
        .year("stock", 2021, "10", "40", "60", "100")
        .year("stock", 2022, "11", "44", "66", "110");
    for (Row row :
        Assess.paceBacktest(
                plan.cells(), plan.catalog(new Quarter(2019, 1)), LocalDate.of(2025, 1, 1))
            .collectAsList()) {
      ROWS.put(
          row.getString(0) + " " + row.getString(1) + " " + row.getInt(2),
          row.<Long>getAs(PaceBacktestTable.YEARS)
              + " "
              + row.getAs(PaceBacktestTable.MEAN_ERROR_PCT)
              + " "
              + row.getAs(PaceBacktestTable.LARGEST_ERROR_PCT)
              + " "
              + row.getAs(PaceBacktestTable.BEST));
    }
  }

  @Test
  void theYearThatWentLikeTheOneBeforeIsForetoldByIt() {
    // 2022 went as 2021. 2023 as 2022 but in the third quarter: 80 / (66/110) = 133.3333 for 120.
    assertThat(ROWS)
        .containsEntry("seasonal last_year 1", "2 0.0000 0.0000 true")
        .containsEntry("seasonal last_year 3", "2 5.5556 11.1111 true");
  }

  @Test
  void anEvenPaceIsTestedOnTheSameYears() {
    // 11 / (90/365) = 44.6111 for 110 and 48.6667 for 120: 59.4444 % off both.
    assertThat(ROWS).containsEntry("seasonal even 1", "2 59.4444 59.4444 false");
  }

  @Test
  void theYearUnderWayIsNotTested() {
    assertThat(ROWS.get("seasonal even 2")).startsWith("2 ");
  }

  @Test
  void aStatedPaceIsTestedOnTheYearOfItsPlan() {
    // 45 / 0.25 = 180 for 182.5: 1.3699 %; even 45 / (90/365) = 182.5; like 2021: 450.
    assertThat(ROWS)
        .containsEntry("level stated 1", "1 1.3699 1.3699 false")
        .containsEntry("level even 1", "1 0.0000 0.0000 true")
        .containsEntry("level last_year 1", "1 146.5753 146.5753 false");
  }

  @Test
  void withoutAnEarlierYearNothingIsTested() {
    assertThat(ROWS.keySet()).noneMatch(key -> key.startsWith("one_year"));
  }

  @Test
  void afterAnAbnormalYearTheLastNormalOneIsFollowed() {
    // 2020 follows 2018, not 2019: 50 / 0.25. 2019 follows 2018: 0 / 0.25 = 0 for 100.
    assertThat(ROWS).containsEntry("after_abnormal last_year 1", "2 50.0000 100.0000 true");
  }

  @Test
  void aYearThatShowsNoPaceAtAQuarterTestsNoProfileThere() {
    assertThat(ROWS.keySet()).doesNotContain("late_start even 1", "late_start last_year 1");
    assertThat(ROWS).containsEntry("late_start last_year 2", "1 0.0000 0.0000 true");
  }

  @Test
  void stocksHaveNoPaceOfTheirYears() {
    assertThat(ROWS.keySet()).noneMatch(key -> key.startsWith("stock"));
  }
}
