package jindu.run;

import java.time.LocalDate;
import java.util.List;

/**
 * What the next night would say of files.
 *
 * @param asOf the day as of which they were judged
 * @param files in the order of their paths
 * @param refused rows that would go to quarantine
 * @param flagged rows that would count and be asked about (核实性审核)
 * @param withLake false where there were no stored returns: then neither the register nor the
 *     history was looked at
 */
public record CheckResult(
    LocalDate asOf,
    List<FileAccount> files,
    List<JudgedRow> refused,
    List<JudgedRow> flagged,
    boolean withLake) {}
