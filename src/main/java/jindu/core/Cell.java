package jindu.core;

import java.io.Serializable;

/**
 * The name of a cell: indicator × place × sector × quarter.
 *
 * @param indicator code of the indicator
 * @param place 9 digits, or the district's 6
 * @param sector {@code ALL}, {@code P1} to {@code P3}, a section letter or a two-digit division
 */
public record Cell(String indicator, String place, String sector, Quarter quarter)
    implements Serializable {

  @Override
  public String toString() {
    return String.join(" ", indicator, place, sector, quarter.toString());
  }
}
