package jindu.core;

import java.io.Serializable;

/**
 * A place outside the district that it compares itself with. It counts in no sum.
 *
 * @param code 6 digits
 * @param note what is doubtful about the entry, empty when nothing is
 */
public record Peer(String code, String nameZh, String nameEn, Kind kind, String note)
    implements Serializable {

  /** What the place is to the district. */
  public enum Kind implements Code {
    /** The city of which the district is part. */
    CITY,
    /** Another district of the city, ranked with it. */
    DISTRICT
  }
}
