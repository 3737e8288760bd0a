package jindu.benchmark;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One line of the performance table: what a process of ours took, and a peer beside it.
 *
 * @param measure what was measured, e.g. {@code rebuild}
 * @param cells return cells that were worked on
 * @param ours what ours took
 * @param peer who is beside it, e.g. {@code duckdb} or {@code floor}; null where nobody is
 * @param theirs what the peer took; null where nobody is
 * @param isSame whether both found the same figures; null where they are not compared
 * @param facts further facts by name: sizes, parts, counts
 */
public record Measurement(
    String measure,
    long cells,
    Cost ours,
    String peer,
    Cost theirs,
    Boolean isSame,
    Map<String, Object> facts) {

  /** A fact: which of several lines of one measure this is, e.g. {@code xlsx}. */
  public static final String VARIANT = "variant";

  /** A fact: megabytes (10^6 bytes) of deliveries that ours read in a second. */
  public static final String SPEED = "megabytes_per_second";

  /** A fact: those that the peer read. */
  public static final String PEER_SPEED = "peer_megabytes_per_second";

  /** A fact: the smallest heap that was enough. */
  public static final String HEAP_ENOUGH = "heap_enough";

  /** A fact: the largest heap that was not. */
  public static final String HEAP_TOO_SMALL = "heap_too_small";

  public Measurement {
    facts = new LinkedHashMap<>(facts);
  }

  /** How many times the peer's seconds ours are; null without a peer. */
  public Double ratio() {
    return theirs == null ? null : ours.seconds() / theirs.seconds();
  }
}
