package jindu.assess;

import static jindu.assess.PlanFixture.DISTRICT;
import static jindu.assess.PlanFixture.target;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jindu.TestSession;
import jindu.core.Indicator.Direction;
import jindu.core.Indicator.Kind;
import jindu.core.Place;
import jindu.core.Target;
import jindu.core.Target.Comparator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** District targets handed down to townships, by hand and by law (method.md section 7). */
class AllocationTest {

  private static final LocalDate AS_OF = LocalDate.of(2024, 1, 20);
  private static final String EAST = "410311002";
  private static final String WEST = "410311004";
  private static final String SOUTH = "410311005";
  private static final String REMAINDER = "410311000";
  private static final List<String> PLACES = List.of(REMAINDER, EAST, WEST, SOUTH);
  private static final int RANDOM_TARGETS = 60;
  private static final long SEED = 20211L;

  private static final Map<String, Row> ROWS = new TreeMap<>();
  private static final Map<String, BigDecimal> RANDOM_VALUES = new TreeMap<>();

  @BeforeAll
  static void assess() {
    PlanFixture plan = fixture();
    cases(plan);
    random(plan);
    ROWS.putAll(rows(plan, plan.cells()));
  }

  private static PlanFixture fixture() {
    return new PlanFixture()
        .place(EAST, Place.Kind.TOWNSHIP)
        .place(WEST, Place.Kind.TOWNSHIP)
        .place(SOUTH, Place.Kind.TOWNSHIP)
        .place(REMAINDER, Place.Kind.REMAINDER);
  }

  private static void cases(PlanFixture plan) {
    flow(plan, "thirds", level("thirds", "100", "1"));
    lastYear(plan, "thirds", null, "5", "5", "5");
    plan.cell("thirds", EAST, "ALL", 2023, 4, "34", null)
        .cell("thirds", WEST, "ALL", 2023, 4, "32", null);

    flow(plan, "remainders", level("remainders", "10", "1"));
    lastYear(plan, "remainders", "26", "35", "39", "0");

    flow(plan, "negative", level("negative", "10", "1"));
    lastYear(plan, "negative", null, "-40", "30", "10");

    flow(plan, "nothing", level("nothing", "10", "1"));
    lastYear(plan, "nothing", null, "0", "-3", null);

    plan.indicator("yuan", Kind.FLOW, Direction.UP, 1, "100000000");
    plan.add(level("yuan", "28300000000", "100000000"));
    lastYear(plan, "yuan", "1000000000.0001", "2000000000", "3000000000", "4000000000");

    plan.indicator("uneven", Kind.FLOW, Direction.UP, 1, "1000");
    plan.add(level("uneven", "2500", "1000"));
    lastYear(plan, "uneven", null, "0", "1", "1");

    flow(plan, "things", level("things", "1500", "100"));
    lastYear(plan, "things", null, "1", "1", "2");

    plan.indicator("stock", Kind.STOCK, Direction.UP, 0).add(level("stock", "200", "1"));
    lastYear(plan, "stock", null, "40", "60", "0");
    plan.cell("stock", EAST, "ALL", 2023, 2, "60", null);

    flow(plan, "growth", target("growth", Target.Kind.GROWTH, Comparator.GE, "9"));
    lastYear(plan, "growth", null, "100", "200", "300");
    plan.cell("growth", EAST, "ALL", 2023, 4, "108", "100")
        .cell("growth", WEST, "ALL", 2023, 4, "220", "200");

    flow(plan, "stated", level("stated", "100", "1"));
    lastYear(plan, "stated", null, "1", "1", "1");
    plan.add(target("stated", Target.Kind.LEVEL, Comparator.GE, "30").at(EAST, "ALL"));

    flow(plan, "scope", target("scope", Target.Kind.SCOPE, Comparator.EQ, "161"));
    lastYear(plan, "scope", null, "1", "1", "1");

    plan.indicator("share", Kind.LEVEL, Direction.UP, 2)
        .add(target("share", Target.Kind.SHARE, Comparator.EQ, "65"));
    lastYear(plan, "share", null, "60", "60", "60");
  }

  private static void random(PlanFixture plan) {
    Random random = new Random(SEED);
    for (int number = 0; number < RANDOM_TARGETS; number++) {
      String code = "random" + number;
      BigDecimal unit = BigDecimal.TEN.pow(random.nextInt(4));
      BigDecimal value =
          unit.multiply(BigDecimal.valueOf(random.nextInt(2000)))
              .add(new BigDecimal(random.nextInt(3)));
      plan.indicator(code, Kind.FLOW, Direction.UP, 1, "1000");
      plan.add(level(code, value.toPlainString(), unit.toPlainString()));
      lastYear(plan, code, weight(random), weight(random), weight(random), weight(random));
      RANDOM_VALUES.put(code, value);
    }
  }

  /** Few different values, so that ties and zeros are common. */
  private static String weight(Random random) {
    return BigDecimal.valueOf(random.nextInt(7) - 1L, random.nextInt(3)).toPlainString();
  }

  @Test
  void equalRemaindersGoToTheLowerCode() {
    assertParts("thirds", null, "34", "33", "33");
  }

  @Test
  void anAllocatedRowIsMarkedAndJudgedLikeAnyOther() {
    Row east = ROWS.get("thirds " + EAST + " 4");
    assertThat(east.<Boolean>getAs("allocated")).isTrue();
    assertThat(east.<String>getAs("target_id")).isEqualTo("T-thirds");
    assertThat(east.<String>getAs("lamp")).isEqualTo("green");
    assertThat(ROWS.get("thirds " + WEST + " 4").<String>getAs("lamp")).isEqualTo("red");
    assertThat(decimal(ROWS.get("thirds " + WEST + " 4"), "completion_pct")).isEqualTo("96.9697");
    Row district = ROWS.get("thirds " + DISTRICT + " 4");
    assertThat(district.<Boolean>getAs("allocated")).isFalse();
    assertThat(decimal(district, "target_value")).isEqualTo("100.0000");
  }

  /** Quotas 2.6, 3.5, 3.9 and 0: two of the ten are left, for 3.9 and 2.6. */
  @Test
  void theLargestRemaindersComeFirstAndTheDistrictLevelHasItsPart() {
    assertParts("remainders", "3", "3", "4", "0");
  }

  /** Weights 0, 30 and 10: quotas 7.5 and 2.5, and the tie goes to the lower code. */
  @Test
  void aNegativeValueOfLastYearWeighsNothing() {
    assertParts("negative", null, "0", "8", "2");
  }

  @Test
  void withoutAnyWeightNothingIsAllocatedAndTheReasonIsSaid() {
    Row east = ROWS.get("nothing " + EAST + " 4");
    assertThat(east.<Object>getAs("target_value")).isNull();
    assertThat(east.<Boolean>getAs("allocated")).isTrue();
    assertThat(east.<String>getAs("lamp")).isEqualTo("grey");
    assertThat(east.<String>getAs("lamp_reason"))
        .contains("无法分解")
        .contains("no place had a value last year");
  }

  /** 283 units of 10^8 by 1 : 2 : 3 : 4 are 28.3, 56.6, 84.9 and 113.2: two left, for .9 and .6. */
  @Test
  void yuanAreHandedOutInThePrintedUnit() {
    assertParts("yuan", "2800000000", "5700000000", "8500000000", "11300000000");
  }

  /** Two units of 1,000 and 500 beyond: one each, and the 500 to the first that has a weight. */
  @Test
  void whatTheFigureHoldsBeyondPrintedUnitsIsNotLost() {
    assertParts("uneven", null, "0", "1500", "1000");
  }

  /** Printed to hundreds, but things are handed out one by one. */
  @Test
  void thingsAreHandedOutWhole() {
    assertParts("things", null, "375", "375", "750");
  }

  /** 80 from 40: (60 − 40) / (80 − 40) = 50 %. */
  @Test
  void aStockGoesFromItsOwnBase() {
    assertParts("stock", null, "80", "120", "0");
    assertThat(decimal(ROWS.get("stock " + EAST + " 2"), "completion_pct")).isEqualTo("50.0000");
  }

  @Test
  void growthIsTheSameRateOnEachTownshipsOwnBase() {
    assertParts("growth", null, "9", "9", "9");
    assertThat(ROWS.get("growth " + EAST + " 4").<String>getAs("lamp")).isEqualTo("red");
    assertThat(ROWS.get("growth " + WEST + " 4").<String>getAs("lamp")).isEqualTo("green");
  }

  @Test
  void whatThePlanStatesForTownshipsIsNotAllocated() {
    assertThat(ROWS.keySet()).contains("stated " + EAST + " 4", "stated " + DISTRICT + " 4");
    assertThat(ROWS.keySet()).doesNotContain("stated " + WEST + " 4");
    assertThat(ROWS.get("stated " + EAST + " 4").<Boolean>getAs("allocated")).isFalse();
  }

  @Test
  void whatDoesNotAddUpIsNotAllocated() {
    assertThat(ROWS.keySet()).noneMatch(key -> key.matches("(scope|share) 410311\\d+ .*"));
  }

  @Test
  void thePartsOfEveryLevelAreTheDistrictsFigureExactly() {
    int allocated = 0;
    for (Map.Entry<String, BigDecimal> district : RANDOM_VALUES.entrySet()) {
      List<BigDecimal> parts =
          PLACES.stream()
              .map(place -> ROWS.get(district.getKey() + " " + place + " 4"))
              .map(row -> row.<BigDecimal>getAs("target_value"))
              .filter(part -> part != null)
              .toList();
      BigDecimal sum = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
      if (!parts.isEmpty()) {
        allocated++;
        assertThat(sum).as("%s, seed %d", district, SEED).isEqualByComparingTo(district.getValue());
      }
    }
    assertThat(allocated).isGreaterThan(RANDOM_TARGETS / 2);
  }

  @Test
  void theOrderOfCellsAndPlacesDoesNotMatter() {
    PlanFixture shuffled =
        new PlanFixture()
            .place(REMAINDER, Place.Kind.REMAINDER)
            .place(SOUTH, Place.Kind.TOWNSHIP)
            .place(EAST, Place.Kind.TOWNSHIP)
            .place(WEST, Place.Kind.TOWNSHIP);
    cases(shuffled);
    random(shuffled);
    List<Row> cells = new ArrayList<>(shuffled.cells().collectAsList());
    Collections.shuffle(cells, new Random(SEED));
    Map<String, Row> again =
        rows(shuffled, TestSession.get().createDataFrame(cells, shuffled.cells().schema()));
    assertThat(again).isEqualTo(ROWS);
  }

  private static Map<String, Row> rows(PlanFixture plan, Dataset<Row> cells) {
    return Assess.planProgress(cells, plan.observations(), plan.catalog(), AS_OF)
        .collectAsList()
        .stream()
        .collect(
            Collectors.toMap(
                row ->
                    row.<String>getAs("indicator")
                        + " "
                        + row.<String>getAs("township_code")
                        + " "
                        + row.<Integer>getAs("quarter"),
                row -> row,
                (first, second) -> first,
                TreeMap::new));
  }

  private static void flow(PlanFixture plan, String code, PlannedTarget target) {
    plan.indicator(code, Kind.FLOW, Direction.UP, 0).add(target);
  }

  private static PlannedTarget level(String code, String value, String printedUnit) {
    return target(code, Target.Kind.LEVEL, Comparator.GE, value).printedTo(printedUnit);
  }

  /** Values of 2022 at its end; null leaves a place without any cell. */
  private static void lastYear(PlanFixture plan, String code, String... values) {
    for (int place = 0; place < values.length; place++) {
      if (values[place] != null) {
        plan.cell(code, PLACES.get(place), "ALL", 2022, 4, values[place], null);
      }
    }
    plan.cell(code, DISTRICT, "ALL", 2023, 2, "1", null)
        .cell(code, DISTRICT, "ALL", 2023, 4, "1", null);
  }

  /** Targets by place; null where the place has no row. */
  private static void assertParts(String code, String... expected) {
    for (int place = 0; place < expected.length; place++) {
      Row row = ROWS.get(code + " " + PLACES.get(place) + " 4");
      if (expected[place] == null) {
        assertThat(row).as(code + " " + PLACES.get(place)).isNull();
      } else {
        assertThat(row).as(code + " " + PLACES.get(place)).isNotNull();
        assertThat(row.<BigDecimal>getAs("target_value"))
            .as(code + " " + PLACES.get(place))
            .isEqualByComparingTo(expected[place]);
      }
    }
  }

  private static String decimal(Row row, String column) {
    return row.<BigDecimal>getAs(column).toPlainString();
  }
}
