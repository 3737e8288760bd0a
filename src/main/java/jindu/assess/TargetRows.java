package jindu.assess;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import jindu.catalog.Catalog;
import jindu.core.HeldVersion;
import jindu.core.Indicator;
import jindu.core.Measure;
import jindu.core.NormalYear;
import jindu.core.Quarter;
import jindu.core.Rounding;
import jindu.core.Target;
import jindu.core.Yardstick;
import jindu.table.PlanProgressTable;
import jindu.table.Types;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The plan as rows: each target with its yardstick, its pace and how its figures are shown. */
final class TargetRows {

  private static final StructType SCHEMA =
      new StructType()
          .add(PlanProgressTable.TARGET_ID, Types.TEXT)
          .add(PlanProgressTable.PLAN_VERSION, Types.DAY)
          .add(PlanProgressTable.YEAR, Types.WHOLE)
          .add(PlanProgressTable.INDICATOR, Types.TEXT)
          .add(PlanProgressTable.TOWNSHIP_CODE, Types.TEXT)
          .add(PlanProgressTable.SECTOR_CODE, Types.TEXT)
          .add(PlanProgressTable.KIND, Types.TEXT)
          .add(PlanProgressTable.COMPARATOR, Types.TEXT)
          .add(PlanProgressTable.TARGET_VALUE, Types.AMOUNT)
          .add(PlanProgressTable.TARGET_UPPER, Types.AMOUNT)
          .add(PlanProgressTable.DEADLINE, Types.DAY)
          .add(PlanProgressTable.DUE_BASIS, Types.TEXT)
          .add(PlanProgressTable.SOURCE, Types.TEXT)
          .add(PlanRow.MEASURE, Types.TEXT)
          .add(PlanRow.SENSE, Types.WHOLE)
          .add(PlanRow.THRESHOLD, Types.AMOUNT)
          .add(PlanRow.BOUND, Types.AMOUNT)
          .add(PlanRow.STRICT, Types.CLAIM)
          .add(PlanRow.ALL_OR_NOTHING, Types.CLAIM)
          .add(PlanRow.STEP, Types.AMOUNT)
          .add(PlanRow.TOLERANCE, Types.AMOUNT)
          .add(PlanRow.COMPARABLE_BASIS, Types.CLAIM)
          .add(PlanRow.FLOW, Types.CLAIM)
          .add(PlanRow.CUMULATIVE, Types.CLAIM)
          .add(PlanRow.SEASONAL, Types.CLAIM)
          .add(PlanRow.STATED_PACE, DataTypes.createArrayType(Types.PERCENT))
          .add(PlanRow.NORMAL_YEARS, DataTypes.createMapType(Types.WHOLE, Types.WHOLE))
          .add(PlanProgressTable.LAMP_PRESET, Types.TEXT)
          .add(PlanRow.DEADLINE_QUARTER, Types.WHOLE)
          .add(PlanRow.ABNORMAL_FROM, Types.WHOLE)
          .add(PlanRow.DISPLAY_FACTOR, Types.AMOUNT)
          .add(PlanRow.DISPLAY_UNIT, Types.TEXT)
          .add(PlanRow.HOLDS_FROM, Types.DAY)
          .add(PlanRow.HOLDS_UNTIL, Types.DAY)
          .add(PlanRow.WITHDRAWN, Types.CLAIM)
          .add(PlanRow.WITHDRAWALS, DataTypes.createArrayType(PlanVersions.DAYS));

  private TargetRows() {}

  /** The targets of every plan version known on the as-of date, with the days on which it holds. */
  static Dataset<Row> of(SparkSession spark, Catalog catalog, LocalDate asOf) {
    List<Row> rows = new ArrayList<>();
    for (List<HeldVersion<Target>> versions : HeldTargets.knownOn(catalog, asOf)) {
      versions.forEach(
          each ->
              rows.add(
                  RowFactory.create(
                      Stream.concat(
                              values(each.value(), catalog), PlanVersions.values(each, versions))
                          .toArray())));
    }
    return spark.createDataFrame(rows, SCHEMA);
  }

  private static Stream<Object> values(Target target, Catalog catalog) {
    Indicator indicator = catalog.indicators().get(target.indicator());
    Yardstick yardstick = Yardstick.of(target, indicator, isFlowRatio(indicator, catalog));
    boolean judged = !target.withdrawn();
    boolean flow = judged && indicator.kind() == Indicator.Kind.FLOW;
    return Stream.of(
        target.id(),
        target.planVersion(),
        target.year(),
        target.indicator(),
        target.place(),
        target.sector(),
        target.kind().code(),
        target.comparator().code(),
        judged ? amount(target.value()) : null,
        judged ? amount(target.upper()) : null,
        target.deadline(),
        target.dueBasis().code(),
        target.source(),
        (judged ? yardstick.measure() : Measure.SCOPE).code(),
        yardstick.sense(),
        judged ? amount(yardstick.threshold()) : null,
        judged ? amount(yardstick.bound()) : null,
        yardstick.strict(),
        yardstick.isAllOrNothing(target.kind()),
        amount(yardstick.step()),
        amount(yardstick.tolerance()),
        target.comparableBasis(),
        flow,
        flow || (judged && indicator.kind() == Indicator.Kind.MEAN),
        flow && target.pace() != Target.Pace.EVEN,
        target.statedPace().isEmpty() ? null : target.statedPace(),
        NormalYear.notTheYearBefore(catalog.abnormalQuarters()),
        target.lampPreset(),
        deadlineQuarter(target),
        abnormalFrom(target.year() - 1, catalog),
        amount(indicator.displayFactor()),
        indicator.displayUnit());
  }

  /** A ratio of two flows has no path through the year: it is as high as the flows so far. */
  private static boolean isFlowRatio(Indicator indicator, Catalog catalog) {
    Indicator numerator = catalog.indicators().get(indicator.numerator());
    return indicator.kind() == Indicator.Kind.RATE
        && numerator != null
        && numerator.kind() == Indicator.Kind.FLOW;
  }

  private static int deadlineQuarter(Target target) {
    return target.deadline().getYear() > target.year() ? 4 : Quarter.of(target.deadline()).number();
  }

  private static Integer abnormalFrom(int year, Catalog catalog) {
    OptionalInt first = NormalYear.firstAbnormalQuarter(year, catalog.abnormalQuarters());
    return first.isPresent() ? first.getAsInt() : null;
  }

  private static BigDecimal amount(BigDecimal value) {
    return value == null ? null : Rounding.round(value, Rounding.VALUE_DECIMALS);
  }
}
