package jindu.core;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * An indicator as the catalog describes it.
 *
 * @param unit the base unit of stored values: yuan, count, persons, percent, …
 * @param displayUnit what people read, e.g. 亿元
 * @param displayFactor base units in one display unit; 1 for percentages
 * @param displayDecimals decimals people read; growth always has one
 * @param numerator the indicator above the line of a rate, empty otherwise
 * @param denominator the indicator below the line of a rate, empty otherwise
 * @param comparable whether the headline growth is the one at comparable prices (可比价)
 */
public record Indicator(
    String code,
    String titleZh,
    String titleEn,
    Kind kind,
    String unit,
    String displayUnit,
    BigDecimal displayFactor,
    int displayDecimals,
    Direction good,
    LowestPlace lowestPlace,
    SectorDetail sectorDetail,
    boolean comparable,
    String numerator,
    String denominator)
    implements Serializable {

  /** The base unit of percentages. */
  private static final String PERCENT = "percent";

  /** Whether growth is defined: a ratio or a delivered level changes by points. */
  public boolean hasGrowth() {
    return kind != Kind.RATE && kind != Kind.LEVEL;
  }

  /** Whether its value is itself in percent, so that two places differ by points. */
  public boolean isPercentage() {
    return !hasGrowth() && unit.equals(PERCENT);
  }

  /** How values of several units and quarters combine (method.md section 3). */
  public enum Kind implements Code {
    /** Year-to-date values that grow; quarters are their differences. */
    FLOW,
    /** The value at the period's end. */
    STOCK,
    /** A ratio of two sums, in percent; never added. */
    RATE,
    /** A weighted mean of a survey; year-to-date only. */
    MEAN,
    /** A delivered percentage, rank or grade: one value a place, never added. */
    LEVEL;

    /** Whether places and sectors add up. */
    public boolean isAdditive() {
      return this == FLOW || this == STOCK;
    }
  }

  /** Which way is good. */
  public enum Direction implements Code {
    UP,
    DOWN
  }

  /** The lowest place that has rows of its own. */
  public enum LowestPlace implements Code {
    DISTRICT,
    TOWNSHIP
  }

  /** The finest sector that has rows of its own. */
  public enum SectorDetail implements Code {
    NONE,
    SECTION,
    DIVISION
  }
}
