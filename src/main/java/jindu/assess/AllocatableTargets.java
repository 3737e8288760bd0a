package jindu.assess;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jindu.catalog.Catalog;
import jindu.core.HeldVersion;
import jindu.core.Indicator;
import jindu.core.Place;
import jindu.core.Quarter;
import jindu.core.Rounding;
import jindu.core.Target;
import jindu.table.PlanProgressTable;
import jindu.table.Types;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructType;

/**
 * Which district targets are allocated, to which places, until when and in what units (method.md
 * section 7): those that add up or are growth, of indicators that have townships, as long as the
 * plan itself states nothing for a township.
 */
final class AllocatableTargets {

  static final String PLACE = "allocated_place";

  /** The first day on which the plan states a part of the target; null where it never does. */
  static final String UNTIL = "allocated_until";

  /** Whether the place is the remainder, which counts only where the indicator has one. */
  static final String OF_REMAINDER = "allocated_to_remainder";

  /** What is handed out whole, in base units. */
  static final String UNIT = "allocation_unit";

  /** Whole units in the district's figure. */
  static final String UNITS = "allocation_units";

  /** What the district's figure holds beyond whole units. */
  static final String REST = "allocation_rest";

  /** Wide enough for units, so that units × weight is exact in 38 digits. */
  static final DecimalType WHOLE_UNITS = DataTypes.createDecimalType(17, 0);

  private static final BigDecimal SMALLEST_UNIT =
      BigDecimal.ONE.scaleByPowerOfTen(-Rounding.VALUE_DECIMALS);

  private static final StructType SCHEMA =
      new StructType()
          .add(PlanProgressTable.TARGET_ID, Types.TEXT)
          .add(PlanProgressTable.PLAN_VERSION, Types.DAY)
          .add(PLACE, Types.TEXT)
          .add(UNTIL, Types.DAY)
          .add(OF_REMAINDER, Types.CLAIM)
          .add(UNIT, Types.AMOUNT)
          .add(UNITS, WHOLE_UNITS)
          .add(REST, Types.AMOUNT);

  private AllocatableTargets() {}

  /** One row a target and place; of targets known on the as-of date. */
  static Dataset<Row> of(SparkSession spark, Catalog catalog, LocalDate asOf) {
    List<HeldVersion<Target>> known =
        HeldTargets.knownOn(catalog, asOf).stream().flatMap(List::stream).toList();
    List<Row> rows = new ArrayList<>();
    for (HeldVersion<Target> each : known) {
      Target target = each.value();
      Optional<LocalDate> stated = firstStated(known, target);
      boolean isEverAllocated = stated.isEmpty() || stated.get().isAfter(firstDay(target));
      if (isAllocatable(target, catalog) && isEverAllocated) {
        catalog.places().stream()
            .filter(place -> place.kind() != Place.Kind.DISTRICT)
            .forEach(place -> rows.add(row(target, stated.orElse(null), place, catalog)));
      }
    }
    return spark.createDataFrame(rows, SCHEMA);
  }

  /** The first day on which the plan states a part of the target. */
  private static Optional<LocalDate> firstStated(List<HeldVersion<Target>> known, Target target) {
    return known.stream()
        .filter(other -> isPartOf(other.value(), target))
        .map(other -> other.from() == null ? firstDay(target) : other.from())
        .min(Comparator.naturalOrder());
  }

  private static LocalDate firstDay(Target target) {
    return new Quarter(target.year(), 1).firstDay();
  }

  private static boolean isAllocatable(Target target, Catalog catalog) {
    Indicator indicator = catalog.indicators().get(target.indicator());
    boolean toPlaces =
        target.place().equals(catalog.district().code())
            && indicator.lowestPlace() == Indicator.LowestPlace.TOWNSHIP
            && target.value() != null
            && !target.withdrawn();
    return toPlaces
        && switch (target.kind()) {
          case GROWTH, REDUCTION -> true;
          case LEVEL -> indicator.kind().isAdditive() && isCountable(target, indicator);
          case POINTS, SHARE, RANK, SCOPE -> false;
        };
  }

  /** A figure below zero has no parts by weight. */
  private static boolean isCountable(Target target, Indicator indicator) {
    return target.value().signum() >= 0
        && units(target, indicator).precision() <= WHOLE_UNITS.precision();
  }

  /** Whether the plan states a figure of the same kind for a place within the target's. */
  private static boolean isPartOf(Target stated, Target target) {
    return !stated.place().equals(target.place())
        && stated.year() == target.year()
        && stated.indicator().equals(target.indicator())
        && stated.sector().equals(target.sector())
        && stated.kind() == target.kind();
  }

  private static Row row(Target target, LocalDate until, Place place, Catalog catalog) {
    Indicator indicator = catalog.indicators().get(target.indicator());
    BigDecimal unit = unit(target, indicator);
    boolean isLevel = target.kind() == Target.Kind.LEVEL;
    return RowFactory.create(
        target.id(),
        target.planVersion(),
        place.code(),
        until,
        place.kind() == Place.Kind.REMAINDER,
        isLevel ? Rounding.round(unit, Rounding.VALUE_DECIMALS) : null,
        isLevel ? units(target, indicator) : null,
        isLevel ? Rounding.round(target.value().remainder(unit), Rounding.VALUE_DECIMALS) : null);
  }

  private static BigDecimal units(Target target, Indicator indicator) {
    return target.value().divideToIntegralValue(unit(target, indicator)).setScale(0);
  }

  /** The last digit printed; one thing where people read whole things, however it is printed. */
  private static BigDecimal unit(Target target, Indicator indicator) {
    boolean isCount =
        indicator.displayDecimals() == 0
            && indicator.displayFactor().compareTo(BigDecimal.ONE) == 0;
    return isCount ? BigDecimal.ONE : target.printedUnit().max(SMALLEST_UNIT);
  }
}
