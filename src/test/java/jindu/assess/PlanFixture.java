package jindu.assess;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jindu.TestSession;
import jindu.catalog.Catalog;
import jindu.core.Indicator;
import jindu.core.LampPreset;
import jindu.core.Milestone;
import jindu.core.Place;
import jindu.core.PrimaryRules;
import jindu.core.Quarter;
import jindu.core.Retention;
import jindu.core.Sector;
import jindu.core.Target;
import jindu.table.CellTable;
import jindu.table.IndicatorTable;
import jindu.table.ObservationTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** A small plan with the cells it is held against; each case has an indicator of its own. */
final class PlanFixture {

  static final String DISTRICT = "410311";

  private static final StructType SCHEMA = CellTable.DEFINITION.schema();

  private final List<Place> places =
      new ArrayList<>(List.of(new Place(DISTRICT, "洛龙区", "Luolong", Place.Kind.DISTRICT, "")));
  private final Map<String, Sector> sectors = new LinkedHashMap<>();
  private final Map<String, Indicator> indicators = new LinkedHashMap<>();
  private final List<Target> targets = new ArrayList<>();
  private final List<Row> cells = new ArrayList<>();
  private final Map<String, LampPreset> presets = new LinkedHashMap<>();

  PlanFixture place(String code, Place.Kind kind) {
    places.add(new Place(code, "地", code, kind, ""));
    return this;
  }

  PlanFixture section(String code) {
    sectors.put(code, new Sector(code, Sector.Level.SECTION, "", code, "", "门类", code));
    return this;
  }

  PlanFixture division(String code, String section) {
    sectors.put(code, new Sector(code, Sector.Level.DIVISION, section, section, "P2", "类", code));
    return this;
  }

  /** The name of the case is its indicator's code. */
  PlanFixture indicator(String code, Indicator.Kind kind, Indicator.Direction good, int decimals) {
    return indicator(code, kind, good, decimals, "1", "", "");
  }

  /** The same, read in units of so many base units. */
  PlanFixture indicator(
      String code, Indicator.Kind kind, Indicator.Direction good, int decimals, String factor) {
    return indicator(code, kind, good, decimals, factor, "", "");
  }

  PlanFixture indicator(
      String code,
      Indicator.Kind kind,
      Indicator.Direction good,
      int decimals,
      String numerator,
      String denominator) {
    return indicator(code, kind, good, decimals, "1", numerator, denominator);
  }

  private PlanFixture indicator(
      String code,
      Indicator.Kind kind,
      Indicator.Direction good,
      int decimals,
      String factor,
      String numerator,
      String denominator) {
    indicators.put(
        code,
        new Indicator(
            code,
            "指标",
            code,
            kind,
            "count",
            "个",
            new BigDecimal(factor),
            decimals,
            good,
            Indicator.LowestPlace.TOWNSHIP,
            Indicator.SectorDetail.DIVISION,
            false,
            numerator,
            denominator));
    return this;
  }

  static PlannedTarget target(
      String indicator, Target.Kind kind, Target.Comparator comparator, String value) {
    return new PlannedTarget(indicator, kind, comparator, value);
  }

  PlanFixture add(PlannedTarget target) {
    targets.add(target.target());
    return this;
  }

  PlanFixture preset(LampPreset preset) {
    presets.put(preset.name(), preset);
    return this;
  }

  /** Year-to-date values of a year's quarters; null leaves the quarter out. */
  PlanFixture year(String indicator, int year, String... values) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] != null) {
        cell(indicator, DISTRICT, "ALL", year, i + 1, values[i], null);
      }
    }
    return this;
  }

  /**
   * A cell with its same period; growth is worked out here, null on a base that is not positive.
   */
  PlanFixture cell(
      String indicator,
      String place,
      String sector,
      int year,
      int quarter,
      String value,
      String previous) {
    return cell(indicator, place, sector, year, quarter, value, previous, null, null);
  }

  PlanFixture cell(
      String indicator,
      String place,
      String sector,
      int year,
      int quarter,
      String value,
      String previous,
      String comparable,
      String comparablePrevious) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put(IndicatorTable.INDICATOR, indicator);
    values.put(IndicatorTable.TOWNSHIP_CODE, place);
    values.put(IndicatorTable.SECTOR_CODE, sector);
    values.put(IndicatorTable.YEAR, year);
    values.put(IndicatorTable.QUARTER, quarter);
    values.put(IndicatorTable.VALUE_YTD, number(value));
    values.put(IndicatorTable.PREVIOUS_YTD, number(previous));
    values.put(IndicatorTable.GROWTH_YTD_PCT, growth(value, previous));
    values.put(IndicatorTable.GROWTH_BASE, "reported");
    values.put(IndicatorTable.COMPARABLE_GROWTH_YTD_PCT, growth(comparable, comparablePrevious));
    values.put(CellTable.COMPARABLE_YTD, number(comparable));
    values.put(CellTable.COMPARABLE_PREVIOUS_YTD, number(comparablePrevious));
    Object[] row = new Object[SCHEMA.size()];
    values.forEach((column, content) -> row[SCHEMA.fieldIndex(column)] = content);
    cells.add(RowFactory.create(row));
    return this;
  }

  /** So much of the last cell's year-to-date is estimated. */
  PlanFixture estimated(String percent) {
    Row last = cells.remove(cells.size() - 1);
    Object[] row = new Object[SCHEMA.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = last.get(i);
    }
    row[SCHEMA.fieldIndex(IndicatorTable.ESTIMATED_SHARE_PCT)] = number(percent);
    cells.add(RowFactory.create(row));
    return this;
  }

  Dataset<Row> cells() {
    return TestSession.get().createDataFrame(cells, SCHEMA);
  }

  /** None: what departments deliver for other places is a matter of its own tests. */
  Dataset<Row> observations() {
    return TestSession.get().createDataFrame(List.of(), ObservationTable.DEFINITION.schema());
  }

  Catalog catalog(Quarter... abnormal) {
    return catalog(List.of(), abnormal);
  }

  Catalog catalog(List<Milestone> milestones, Quarter... abnormal) {
    return new Catalog(
        places,
        sectors,
        indicators,
        Map.of(),
        targets,
        milestones,
        presets,
        List.copyOf(indicators.keySet()),
        List.of(),
        List.of(),
        List.of(),
        List.of(abnormal),
        List.of(),
        List.of(),
        List.of(),
        PrimaryRules.DEFAULT,
        Retention.DEFAULT,
        Optional.empty(),
        Map.of());
  }

  private static BigDecimal number(String text) {
    return text == null ? null : new BigDecimal(text).setScale(4);
  }

  private static BigDecimal growth(String value, String previous) {
    if (value == null || previous == null || new BigDecimal(previous).signum() <= 0) {
      return null;
    }
    return new BigDecimal(value)
        .subtract(new BigDecimal(previous))
        .multiply(new BigDecimal(100))
        .divide(new BigDecimal(previous), 4, RoundingMode.HALF_UP);
  }
}
