package jindu.core;

import java.io.Serializable;

/**
 * A place of the catalog.
 *
 * @param code 9 digits for a township or the district-level remainder, 6 digits for the district
 * @param note what is doubtful about the entry, empty when nothing is
 */
public record Place(String code, String nameZh, String nameEn, Kind kind, String note)
    implements Serializable {

  /** What a place is in the sums. */
  public enum Kind implements Code {
    /** The whole: its figure is the sum of its townships and the remainder. */
    DISTRICT,
    /** Counts in the sum and is ranked. */
    TOWNSHIP,
    /** 区本级: counts in the sum, is not ranked. */
    REMAINDER
  }
}
