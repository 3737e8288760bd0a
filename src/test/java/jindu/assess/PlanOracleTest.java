package jindu.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jindu.catalog.Catalog;
import jindu.core.Code;
import jindu.core.Indicator;
import jindu.core.Quarter;
import jindu.core.Target;
import jindu.run.DuckDb;
import jindu.table.IndicatorTable;
import jindu.table.PlanProgressTable;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Random plans on random figures come out as a second computation of the method has them. */
class PlanOracleTest {

  private static final long SEED = Long.getLong("jindu.seed", 20_261_128L);
  private static final int TARGETS = Integer.getInteger("jindu.targets", 400);

  /** Inside a quarter, so that one is under way. */
  private static final LocalDate AS_OF = LocalDate.of(2023, 11, 15);

  private static final List<Quarter> ABNORMAL = List.of(new Quarter(2020, 1), new Quarter(2020, 2));
  private static final List<String> COLUMNS =
      List.of(
          PlanProgressTable.PACE_PCT,
          PlanProgressTable.ACTUAL,
          PlanProgressTable.COMPLETION_PCT,
          PlanProgressTable.GAP_POINTS,
          PlanProgressTable.REQUIRED_VALUE,
          PlanProgressTable.EXPECTED_VALUE);

  @Test
  void everyRowIsTheOneThatTheMethodGives() throws SQLException {
    PlanFixture plan = RandomPlan.of(SEED, TARGETS);
    Catalog catalog = plan.catalog(ABNORMAL.toArray(Quarter[]::new));
    List<Row> cells = plan.cells().collectAsList();
    Map<String, Row> assessed =
        Assess.planProgress(plan.cells(), plan.observations(), catalog, AS_OF)
            .collectAsList()
            .stream()
            .collect(Collectors.toMap(PlanOracleTest::key, row -> row));
    List<Map<String, Object>> expected = secondComputation(catalog, cells);
    assertThat(expected).as("seed %d", SEED).hasSize(TARGETS * 4);
    assertThat(assessed.keySet())
        .as("seed %d", SEED)
        .isEqualTo(expected.stream().map(PlanOracleTest::key).collect(Collectors.toSet()));
    List<String> differences = new ArrayList<>();
    expected.forEach(row -> compare(row, assessed.get(key(row)), catalog, differences));
    assertThat(differences).as("seed %d", SEED).isEmpty();
    assertThat(expected.stream().map(row -> row.get("measure") + " " + row.get("lamp")).distinct())
        .as("what came into play, seed %d", SEED)
        .hasSizeGreaterThanOrEqualTo(3 * 7);
  }

  private static List<Map<String, Object>> secondComputation(Catalog catalog, List<Row> cells)
      throws SQLException {
    try (DuckDb duck = DuckDb.open()) {
      duck.run(PlanOracleSql.TABLES);
      insert(duck, "targets", catalog.targets().stream().map(PlanOracleTest::values));
      insert(
          duck, "indicators", catalog.indicators().values().stream().map(PlanOracleTest::values));
      insert(duck, "cells", cells.stream().map(PlanOracleTest::values));
      insert(duck, "abnormal", Stream.of(values(ABNORMAL.get(0).year())));
      insert(duck, "as_of", Stream.of(values(AS_OF)));
      return duck.rows(PlanOracleSql.PROGRESS);
    }
  }

  private static void insert(DuckDb duck, String table, Stream<String> rows) throws SQLException {
    duck.run("INSERT INTO " + table + " VALUES " + rows.collect(Collectors.joining(",\n")));
  }

  private static String values(Target target) {
    return values(
        target.id(),
        target.year(),
        target.indicator(),
        target.place(),
        target.sector(),
        target.kind(),
        target.comparator(),
        target.value(),
        target.printedUnit(),
        target.deadline(),
        target.comparableBasis(),
        target.pace(),
        target.statedPace(),
        target.tolerance());
  }

  private static String values(Indicator indicator) {
    return values(
        indicator.code(),
        indicator.kind(),
        indicator.good(),
        indicator.displayDecimals(),
        indicator.displayFactor(),
        indicator.numerator());
  }

  private static String values(Row cell) {
    return values(
        cell.getAs(IndicatorTable.INDICATOR),
        cell.getAs(IndicatorTable.TOWNSHIP_CODE),
        cell.getAs(IndicatorTable.SECTOR_CODE),
        cell.getAs(IndicatorTable.YEAR),
        cell.getAs(IndicatorTable.QUARTER),
        cell.getAs(IndicatorTable.VALUE_YTD),
        cell.getAs(IndicatorTable.GROWTH_YTD_PCT),
        cell.getAs(IndicatorTable.COMPARABLE_GROWTH_YTD_PCT));
  }

  private static String values(Object... values) {
    return Stream.of(values)
        .map(PlanOracleTest::literal)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String literal(Object value) {
    if (value == null || value instanceof Number || value instanceof Boolean) {
      return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
    }
    if (value instanceof List<?> list) {
      return list.isEmpty() ? "NULL" : list.toString();
    }
    return "'" + (value instanceof Code code ? code.code() : value) + "'";
  }

  private static void compare(
      Map<String, Object> expected, Row row, Catalog catalog, List<String> differences) {
    for (String column : COLUMNS) {
      BigDecimal actual = row.getAs(column);
      if (!isSame((Number) expected.get(column), actual)) {
        differences.add(said(expected, row, catalog, column, actual));
      }
    }
    String lamp = row.getAs(PlanProgressTable.LAMP);
    if (!lamp.equals(expected.get(PlanProgressTable.LAMP))) {
      differences.add(said(expected, row, catalog, PlanProgressTable.LAMP, lamp));
    }
  }

  /** The second computation is in doubles: the last decimal may be one off. */
  private static boolean isSame(Number expected, BigDecimal actual) {
    if (expected == null || actual == null) {
      return expected == null && actual == null;
    }
    double off = Math.abs(expected.doubleValue() - actual.doubleValue());
    return off <= 0.00006 + Math.abs(actual.doubleValue()) * 1e-8;
  }

  private static String said(
      Map<String, Object> expected, Row row, Catalog catalog, String column, Object actual) {
    Target target =
        catalog.targets().stream()
            .filter(each -> each.id().equals(expected.get("id")))
            .findFirst()
            .orElseThrow();
    return "%s: expected %s, assessed %s; expected row %s; %s %s; reason %s; %s; %s"
        .formatted(
            column,
            expected.get(column),
            actual,
            expected,
            target.kind(),
            target.comparator(),
            row.getAs(PlanProgressTable.LAMP_REASON),
            target,
            catalog.indicators().get(target.indicator()));
  }

  private static String key(Row row) {
    return row.getAs(PlanProgressTable.TARGET_ID) + "-" + row.getAs(PlanProgressTable.QUARTER);
  }

  private static String key(Map<String, Object> row) {
    return row.get("id") + "-" + row.get("quarter");
  }
}
