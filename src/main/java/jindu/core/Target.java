package jindu.core;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A target of the annual plan (method.md section 7).
 *
 * @param id the fact id of the report, e.g. {@code P2021-001}
 * @param place the district's or a township's code
 * @param sector a sector code, {@code ALL} for every sector
 * @param value the printed figure in base units (growth, points and shares in percent); null when
 *     the plan prints none
 * @param upper the upper end of a range, otherwise null
 * @param printedUnit base units in one unit of the last printed digit, for "about" and allocation;
 *     null when the plan prints no figure
 * @param dueBasis whether the deadline is printed or the plan year's default
 * @param comparableBasis whether growth is judged at comparable prices
 * @param pace the pace profile, null for the default
 * @param statedPace the percent of the way that a stated pace asks for at the end of each quarter;
 *     empty for every other pace
 * @param lampPreset the {@link LampPreset} that colours it, empty for the general rule
 * @param tolerance points of shortfall that are still yellow, null for the kind's default
 * @param planVersion the day from which this version of the plan holds
 * @param source where the target stands in the report
 * @param withdrawn whether this version takes the target back, so that it is judged no longer
 */
public record Target(
    String id,
    LocalDate planVersion,
    int year,
    String indicator,
    String place,
    String sector,
    Kind kind,
    Comparator comparator,
    BigDecimal value,
    BigDecimal upper,
    BigDecimal printedUnit,
    LocalDate deadline,
    DueBasis dueBasis,
    boolean comparableBasis,
    Pace pace,
    List<BigDecimal> statedPace,
    String lampPreset,
    BigDecimal tolerance,
    String titleZh,
    String titleEn,
    String source,
    boolean withdrawn)
    implements Serializable {

  /** What must be true at the deadline. */
  public enum Kind implements Code {
    GROWTH,
    LEVEL,
    POINTS,
    REDUCTION,
    SHARE,
    RANK,
    SCOPE
  }

  /** How the actual figure is compared with the printed one. */
  public enum Comparator implements Code {
    EQ,
    GE,
    LE,
    APPROX,
    RANGE,
    /** 突破: beyond, not at. */
    STRICT,
    /** The plan prints no figure. */
    NONE
  }

  /** How the plan is spread over the year (序时进度). */
  public enum Pace implements Code {
    EVEN,
    LAST_YEAR,
    STATED
  }
}
