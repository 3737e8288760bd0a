package jindu.check;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.forall;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import jindu.core.CheckRule.Kind;
import jindu.core.Rounding;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;

/**
 * The relations that checks state ({@link Kind}), multiplied out so that no quotient is rounded.
 */
final class Relations {

  /** The figure judged. */
  static final String LEFT = "left";

  /** The sum of the figures that it is compared with; null when there is none of them. */
  static final String RIGHT = "right";

  /** The figures of which {@link #RIGHT} is the sum, null where there is none. */
  private static final String AMOUNTS = "amounts";

  private static final String COMPLETE = "complete";

  /** Whether the last return is that of the month before. */
  private static final String IS_NEXT_MONTH = "is_next_month";

  private static final String NOW = "now";
  private static final String THEN = "then";
  private static final String RESCALED = "rescaled";
  private static final DecimalType WIDE = Multiples.WIDE;
  private static final DecimalType SUM =
      DataTypes.createDecimalType(Types.AMOUNT.precision() + 10, Types.AMOUNT.scale());
  private static final int PERCENT = 100;

  private Relations() {}

  /**
   * The checks with their figures as fields, without those of which a figure is absent.
   *
   * <p>Each step adds fields and the next refers to them: an expression written out twice in a
   * lambda is planned and computed twice, and a figure is searched for among all of the row's.
   */
  static Column measured(Column checks, Figures figures) {
    Column found = transform(checks, check -> found(check, figures));
    Column summed = transform(found, check -> check.withField(RIGHT, sum(check)));
    Column present =
        filter(
            summed,
            check -> check.getField(LEFT).isNotNull().and(check.getField(RIGHT).isNotNull()));
    Column footed = transform(present, check -> footed(check, figures));
    return transform(footed, check -> check.withField(RESCALED, rescaled(check)));
  }

  /** Of a measured check; null where what it compares is absent. */
  static Column isFailed(Column check) {
    Column left = check.getField(LEFT);
    Column right = check.getField(RIGHT);
    Column complete = check.getField(COMPLETE);
    return when(
            is(check, Kind.PARTS_EQUAL_TOTAL),
            right.gt(left).or(complete.and(right.notEqual(left))))
        .when(is(check, Kind.PARTS_WITHIN_TOTAL), right.gt(left))
        .when(is(check, Kind.MONTH_WITHIN_YTD), right.gt(left))
        .when(is(check, Kind.GROWTH_WITHIN), isBelow(check).or(isAbove(check)))
        .when(is(check, Kind.YTD_NOT_FALLING), right.gt(left))
        .when(
            is(check, Kind.MONTHS_ADD_UP),
            complete.and(check.getField(IS_NEXT_MONTH)).and(right.notEqual(left)))
        .when(is(check, Kind.PREVIOUS_AS_FILED), differs(check))
        .when(is(check, Kind.SAME_UNIT_OF_MEASURE), check.getField(RESCALED).isNotNull())
        .when(is(check, Kind.NOT_REPEATED), right.equalTo(left).and(left.notEqual(0)));
  }

  /** The nearest figure with which a failed check would hold; null for a figure repeated. */
  static Column expected(Column check) {
    Column base = check.getField(RIGHT);
    return when(is(check, Kind.GROWTH_WITHIN), bound(base, nearest(check)))
        .when(is(check, Kind.SAME_UNIT_OF_MEASURE), check.getField(RESCALED))
        .when(is(check, Kind.NOT_REPEATED), lit(null))
        .otherwise(base)
        .try_cast(Types.AMOUNT);
  }

  private static Column is(Column check, Kind kind) {
    return check.getField(CheckFacts.KIND).equalTo(kind.code());
  }

  private static Column sum(Column check) {
    Column parts = check.getField(AMOUNTS);
    Column zero = lit(0).cast(SUM);
    Column sum =
        aggregate(parts, zero, (total, part) -> total.plus(coalesce(part, lit(0))).cast(SUM));
    return when(exists(parts, Column::isNotNull), sum);
  }

  /** A base of 0 or less has no growth. */
  private static Column isBelow(Column check) {
    Column minimum = check.getField(CheckFacts.MINIMUM);
    return coalesce(
        base(check).gt(0).and(change(check).lt(base(check).multiply(minimum))), lit(false));
  }

  private static Column isAbove(Column check) {
    Column maximum = check.getField(CheckFacts.MAXIMUM);
    return coalesce(
        base(check).gt(0).and(change(check).gt(base(check).multiply(maximum))), lit(false));
  }

  private static Column base(Column check) {
    return check.getField(RIGHT).cast(Types.AMOUNT);
  }

  private static Column change(Column check) {
    return check.getField(LEFT).minus(base(check)).multiply(lit(PERCENT));
  }

  private static Column nearest(Column check) {
    return when(isBelow(check), check.getField(CheckFacts.MINIMUM))
        .otherwise(check.getField(CheckFacts.MAXIMUM));
  }

  private static Column bound(Column base, Column percent) {
    Column hundredfold = base.cast(Types.AMOUNT).multiply(percent.plus(lit(PERCENT)));
    return round(hundredfold.multiply(lit(new BigDecimal("0.01"))), Rounding.VALUE_DECIMALS);
  }

  private static Column differs(Column check) {
    Column right = base(check);
    Column difference = abs(check.getField(LEFT).minus(right)).multiply(lit(PERCENT));
    return difference.gt(abs(right).multiply(check.getField(CheckFacts.MAXIMUM)));
  }

  private static Column found(Column check, Figures figures) {
    return check
        .withField(LEFT, figures.amount(check.getField(CheckFacts.TOTAL)))
        .withField(AMOUNTS, transform(check.getField(CheckFacts.PARTS), figures::amount));
  }

  /**
   * The figure and its history by the same number of months: the last period's, else last year's.
   */
  private static Column footed(Column check, Figures figures) {
    Column parts = check.getField(AMOUNTS);
    Column last = try_element_at(parts, lit(1));
    Column yearAgo = try_element_at(parts, lit(2));
    Column left = check.getField(LEFT);
    Column ofLast = left.multiply(figures.lastMonths());
    Column measures = is(check, Kind.SAME_UNIT_OF_MEASURE);
    return check
        .withField(COMPLETE, forall(parts, Column::isNotNull))
        .withField(
            NOW, when(measures, coalesce(when(last.isNotNull(), ofLast), left)).try_cast(WIDE))
        .withField(
            THEN, when(measures, coalesce(last.multiply(figures.months()), yearAgo)).try_cast(WIDE))
        .withField(
            IS_NEXT_MONTH,
            when(
                is(check, Kind.MONTHS_ADD_UP),
                figures.months().minus(figures.lastMonths()).equalTo(1)));
  }

  private static Column rescaled(Column check) {
    return Multiples.rescaled(
        check.getField(LEFT),
        check.getField(NOW),
        check.getField(THEN),
        check.getField(CheckFacts.MAXIMUM));
  }
}
