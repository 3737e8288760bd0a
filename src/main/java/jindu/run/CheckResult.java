package jindu.run;

import java.time.LocalDate;
import java.util.List;

/**
 * What the next night would say of files.
 *
 * @param asOf the day as of which they were judged
 * @param files in the order of their paths
 * @param refused the first rows that would go to quarantine; how many in all, the accounts say
 * @param flagged the first rows that would count and be asked about (核实性审核)
 * @param flaggedInAll how many of those there are
 * @param withLake false where there were no stored returns: then neither the register nor the
 *     history was looked at
 */
public record CheckResult(
    LocalDate asOf,
    List<FileAccount> files,
    List<JudgedRow> refused,
    List<JudgedRow> flagged,
    long flaggedInAll,
    boolean withLake) {

  /** Rows that would go to quarantine, shown or not. */
  public long refusedInAll() {
    return files.stream().mapToLong(FileAccount::quarantined).sum();
  }
}
