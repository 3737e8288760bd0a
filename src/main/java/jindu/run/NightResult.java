package jindu.run;

import java.time.LocalDate;
import java.util.List;

/**
 * How a night ended, when it did not fail.
 *
 * @param publication the publication in force afterwards; null before the first
 * @param asOf the as-of day; null when none was given and nothing was ever received
 * @param files every delivery whose accounting this batch recorded
 * @param waiting files in the inbox that were received after the as-of day
 * @param stillWritten paths of files that somebody was writing: the next night takes them
 * @param removed publications whose time had run out
 * @param lostDetail indicators of which the night withholds all detail
 * @param catalogChanges files of {@code reference/} that are not as the last batch used them
 * @param slices what was computed again, as the ledger names it; {@code *} for all
 * @param mended what was damaged at the start and is made again: its zone, and the first file
 */
public record NightResult(
    Outcome outcome,
    String batch,
    String publication,
    LocalDate asOf,
    List<FileAccount> files,
    int waiting,
    List<String> stillWritten,
    List<String> removed,
    List<LostDetail> lostDetail,
    List<String> catalogChanges,
    List<String> slices,
    List<String> mended) {

  /** How {@link #slices} says that all was computed. */
  public static final String EVERYTHING = "*";

  /** What a night did. */
  public enum Outcome {
    /** A new publication is in force. */
    PUBLISHED,
    /** No delivery, no catalog change: nothing was computed. */
    NOTHING_RECEIVED,
    /** Computed, and every published row is as before: the publication in force stays. */
    NOTHING_CHANGED
  }

  /** Rows and files refused in the deliveries this batch recorded. */
  public long quarantined() {
    return files.stream().mapToLong(FileAccount::quarantined).sum();
  }
}
