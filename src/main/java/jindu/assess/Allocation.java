package jindu.assess;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.Map;
import jindu.catalog.Catalog;
import jindu.core.Measure;
import jindu.core.Target;
import jindu.table.IndicatorTable;
import jindu.table.PlanProgressTable;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;

/**
 * District targets handed down to townships (method.md section 7): growth at the same rate, levels
 * by last year's value and largest remainder, so that the parts are the district's figure exactly.
 *
 * <p>Quotas are compared as whole units and remainders of units × weight, never as quotients: equal
 * remainders are equal, and go to the lower township code.
 */
final class Allocation {

  private static final String WEIGHT = "weight";
  private static final String ALL_WEIGHTS = "all_weights";
  private static final String REMAINDER = "quota_remainder";
  private static final String WHOLE = "whole_units";
  private static final String SHARE = "allocated_share";

  /** Units of 17 digits × a weight of 20 are exact in 38. */
  private static final DecimalType WEIGHTS = DataTypes.createDecimalType(20, 4);

  private static final String[] TARGET = {
    PlanProgressTable.TARGET_ID, PlanProgressTable.PLAN_VERSION
  };

  private static final WindowSpec PARTS =
      Window.partitionBy(
          PlanProgressTable.TARGET_ID, PlanProgressTable.PLAN_VERSION, PlanProgressTable.ALLOCATED);

  private Allocation() {}

  /** The targets, and beside each that is allocated one row for every place it may go to. */
  static Dataset<Row> beside(Dataset<Row> targets, Catalog catalog, LocalDate asOf) {
    Dataset<Row> places = AllocatableTargets.of(targets.sparkSession(), catalog, asOf);
    Dataset<Row> allocated =
        targets
            // Several places a target on the right: it is meant to become one row for each.
            .join(broadcast(places), TARGET, "inner")
            .withColumn(PlanProgressTable.TOWNSHIP_CODE, col(AllocatableTargets.PLACE))
            .withColumn(PlanProgressTable.ALLOCATED, lit(true))
            .drop(AllocatableTargets.PLACE);
    return targets.withColumn(PlanProgressTable.ALLOCATED, lit(false)).unionByName(allocated, true);
  }

  /**
   * The figures of the allocated rows.
   *
   * @param targets the result of {@link #beside} with {@link PlanRow#HISTORY}
   */
  static Dataset<Row> shared(Dataset<Row> targets) {
    return targets
        .filter(not(isRemainderWithoutCells()))
        .withColumn(WEIGHT, when(isLevel(), weight()))
        .withColumn(ALL_WEIGHTS, nullif(sum(col(WEIGHT)).over(PARTS), lit(0)))
        .withColumn(REMAINDER, product().mod(col(ALL_WEIGHTS)))
        .withColumn(WHOLE, wholeUnits())
        .withColumn(SHARE, share().try_cast(Types.AMOUNT))
        .transform(Allocation::withFigures);
  }

  /** The remainder (区本级) counts in the sums of the indicators that have one, and in no other. */
  private static Column isRemainderWithoutCells() {
    return coalesce(col(AllocatableTargets.OF_REMAINDER), lit(false))
        .and(col(PlanRow.HISTORY).isNull());
  }

  private static Column isLevel() {
    return col(PlanProgressTable.ALLOCATED).and(Figure.isKind(Target.Kind.LEVEL));
  }

  /** Last year's value: of a flow its total, of a stock its end; nothing below zero. */
  private static Column weight() {
    Column lastYear = CellHistory.at(col(PlanProgressTable.YEAR).minus(lit(1)), lit(4));
    Column value = coalesce(lastYear.getField(IndicatorTable.VALUE_YTD), lit(0));
    return greatest(value, lit(0)).try_cast(WEIGHTS);
  }

  private static Column product() {
    return col(AllocatableTargets.UNITS).multiply(col(WEIGHT));
  }

  private static Column wholeUnits() {
    return try_divide(product().minus(col(REMAINDER)), col(ALL_WEIGHTS))
        .try_cast(AllocatableTargets.WHOLE_UNITS);
  }

  /** Whole units first, the missing ones by remainder; what is less than a unit to the next. */
  private static Column share() {
    Column missing = col(AllocatableTargets.UNITS).minus(sum(col(WHOLE)).over(PARTS));
    Column turn =
        row_number()
            .over(
                PARTS.orderBy(
                    col(REMAINDER).desc(),
                    col(WEIGHT).gt(0).desc(),
                    col(PlanProgressTable.TOWNSHIP_CODE).asc()));
    Column units = col(WHOLE).plus(when(turn.leq(missing), lit(1)).otherwise(lit(0)));
    Column rest = when(turn.equalTo(missing.plus(lit(1))), col(AllocatableTargets.REST));
    return units.multiply(col(AllocatableTargets.UNIT)).plus(coalesce(rest, lit(0)));
  }

  /** "About" is said of what is printed: a part is met at its own figure. */
  private static Dataset<Row> withFigures(Dataset<Row> rows) {
    Column capOfZero = Gap.is(Measure.STOCK_CAP).and(col(SHARE).equalTo(lit(0)));
    return rows.withColumns(
            Map.of(
                PlanProgressTable.TARGET_VALUE,
                instead(col(SHARE), PlanProgressTable.TARGET_VALUE),
                PlanProgressTable.TARGET_UPPER,
                when(not(col(PlanProgressTable.ALLOCATED)), col(PlanProgressTable.TARGET_UPPER)),
                PlanRow.THRESHOLD,
                instead(col(SHARE), PlanRow.THRESHOLD),
                PlanRow.BOUND,
                instead(col(SHARE), PlanRow.BOUND),
                PlanRow.ALL_OR_NOTHING,
                instead(coalesce(capOfZero, lit(false)), PlanRow.ALL_OR_NOTHING),
                PlanRow.WITHOUT_WEIGHTS,
                isLevel().and(col(SHARE).isNull())))
        .drop(WEIGHT, ALL_WEIGHTS, REMAINDER, WHOLE, SHARE);
  }

  private static Column instead(Column ofLevel, String column) {
    return when(isLevel(), ofLevel).otherwise(col(column));
  }
}
