package jindu.core;

import java.math.BigDecimal;

/**
 * The order in which a target with data and a figure is judged (method.md section 7, Lamp).
 *
 * @param due whether the deadline has come
 * @param baseKnown whether last year's end is known, or not needed
 * @param hold whether last year's end met the target already
 * @param met whether the figure meets the target now
 * @param metCounts whether being met before the deadline says anything: a flow under its cap says
 *     nothing, for it still grows
 * @param gap points ahead (positive) or behind, null where only met or not met is known
 */
public record LampRule(
    boolean due,
    boolean baseKnown,
    boolean hold,
    boolean met,
    boolean metCounts,
    BigDecimal gap,
    BigDecimal tolerance) {

  /** Where the target stands. */
  public Standing standing() {
    if (due) {
      return met ? Standing.DUE_MET : Standing.DUE_MISSED;
    }
    if (hold) {
      return met ? Standing.HOLD_KEPT : Standing.HOLD_LOST;
    }
    if (met && metCounts) {
      return Standing.MET;
    }
    if (!baseKnown) {
      return Standing.NO_BASE;
    }
    if (gap == null) {
      return met ? Standing.MET : Standing.BEHIND;
    }
    if (gap.signum() >= 0) {
      return Standing.ON_PACE;
    }
    return gap.negate().compareTo(tolerance) <= 0 ? Standing.SHORT : Standing.BEHIND;
  }
}
