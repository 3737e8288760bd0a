package jindu.core;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * Returns that the bureau leaves out with a stated reason (contracts.md section 3): a delivery, or
 * a unit's return of a form for a period. Nothing of them is altered; while the exclusion holds
 * they count as if refused, and an earlier return comes back into force.
 *
 * @param path the delivery's path under {@code inbox/}; empty where a return is named
 * @param contentHash SHA-256 of the delivery's bytes in hex; empty: whatever the path holds
 * @param form the form of the return; empty where a delivery is named
 * @param unit the unit as {@code unit_key} names it: the form's key columns joined by |
 * @param period last month of the return's period, {@code 2020-06}; empty for forms without periods
 * @param reason why, in the words of the person who decided
 * @param person who decided
 * @param from the first as-of day on which it holds
 * @param until the last day on which it holds; null as long as the line stands
 */
public record Exclusion(
    String path,
    String contentHash,
    String form,
    String unit,
    String period,
    String reason,
    String person,
    LocalDate from,
    LocalDate until)
    implements Serializable {

  /** Whether it holds on the as-of day. */
  public boolean holdsOn(LocalDate asOf) {
    return !asOf.isBefore(from) && (until == null || !asOf.isAfter(until));
  }
}
