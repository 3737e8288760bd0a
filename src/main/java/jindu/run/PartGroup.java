package jindu.run;

import java.util.List;
import jindu.core.Feed.Measure;

/**
 * The parts of a cell that are of one measure and state, largest first.
 *
 * @param state as in {@link jindu.table.ContributionTable}
 * @param count how many there are, of which the listed ones are the largest
 * @param total what all of them come to
 */
public record PartGroup(
    Measure measure, String state, long count, Figures total, List<CellPart> listed) {

  /** How many parts are not listed. */
  public long others() {
    return count - listed.size();
  }

  /** What the parts that are not listed come to. */
  public Figures othersTotal() {
    return listed.stream().map(CellPart::figures).reduce(total, Figures::minus);
  }
}
