package jindu.publish.workbook;

import java.math.BigDecimal;
import java.util.Set;
import jindu.core.Target;
import jindu.table.IndicatorDimensionTable;
import jindu.table.IndicatorTable;
import org.apache.spark.sql.Row;

/** How the figures of an indicator are read: unit, factor and decimals, as the catalog says. */
final class Reading {

  /** Targets in percent or points, whatever the unit of their indicator. */
  private static final Set<String> IN_PERCENT =
      Set.of(Target.Kind.GROWTH.code(), Target.Kind.REDUCTION.code(), Target.Kind.POINTS.code());

  private static final String COMPARABLE = "comparable";

  private final Row indicator;

  /**
   * @param indicator row of dim_indicator; null where the publication has none of the indicator
   */
  Reading(Row indicator) {
    this.indicator = indicator;
  }

  String unit() {
    return indicator == null ? "" : indicator.getAs(IndicatorDimensionTable.DISPLAY_UNIT);
  }

  BigDecimal factor() {
    return indicator == null
        ? BigDecimal.ONE
        : indicator.getAs(IndicatorDimensionTable.DISPLAY_FACTOR);
  }

  String format() {
    return CellFormat.decimals(
        indicator == null ? 0 : indicator.<Integer>getAs(IndicatorDimensionTable.DISPLAY_DECIMALS));
  }

  /** The column of {@link IndicatorTable} that is the indicator's headline growth. */
  String growth() {
    boolean comparable =
        indicator != null
            && COMPARABLE.equals(indicator.getAs(IndicatorDimensionTable.HEADLINE_BASIS));
    return comparable ? IndicatorTable.COMPARABLE_GROWTH_YTD_PCT : IndicatorTable.GROWTH_YTD_PCT;
  }

  /** Base units in one unit of a target of a kind. */
  BigDecimal factor(String kind) {
    return isInPercent(kind) ? BigDecimal.ONE : factor();
  }

  String format(String kind) {
    return isInPercent(kind) ? CellFormat.PERCENT : format();
  }

  static boolean isInPercent(String kind) {
    return kind != null && IN_PERCENT.contains(kind);
  }
}
