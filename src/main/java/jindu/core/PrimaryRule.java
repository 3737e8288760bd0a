package jindu.core;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * When a cell would reveal one respondent (method.md section 8, Primary).
 *
 * @param minimumContributors fewer are too few
 * @param dominancePct the largest contributor may hold at most this share of the total, in percent
 * @param precisionPct p of the p % rule: what is left beside the two largest must be at least this
 *     share of the largest, in percent
 * @param minimumHouseholds fewer are too few for a survey mean
 */
public record PrimaryRule(
    long minimumContributors,
    BigDecimal dominancePct,
    BigDecimal precisionPct,
    long minimumHouseholds)
    implements Serializable {

  /** The method's own rule: method.md section 8, after 统计法 (单个调查对象资料保密). */
  public static final PrimaryRule STANDARD =
      new PrimaryRule(3, new BigDecimal("85"), new BigDecimal("10"), 30);

  /** A withheld amount must not be bounded more closely than this (method.md, Secondary). */
  private static final BigDecimal LEAST_WIDTH_PCT = new BigDecimal("10");

  private static final BigDecimal HUNDRED = new BigDecimal(100);

  /**
   * Whether a sum must not be published; no contributor at all is no secret.
   *
   * @param total sum of absolute contributions
   */
  public boolean isSensitive(
      long contributors, BigDecimal total, BigDecimal largest, BigDecimal second) {
    if (contributors == 0) {
      return false;
    }
    BigDecimal rest = total.subtract(largest).subtract(second);
    return contributors < minimumContributors
        || total.signum() == 0
        || largest.multiply(HUNDRED).compareTo(total.multiply(dominancePct)) > 0
        || rest.multiply(HUNDRED).compareTo(largest.multiply(precisionPct)) < 0;
  }

  /**
   * How far above and below its amount a withheld cell must still be possible, in percent of it: so
   * that its largest contributor is bounded no more closely than the p % rule allows, either.
   */
  public BigDecimal widthPct() {
    return LEAST_WIDTH_PCT.max(precisionPct);
  }

  /** Whether a survey mean must not be published. */
  public boolean isSensitiveMean(long households) {
    return households > 0 && households < minimumHouseholds;
  }
}
