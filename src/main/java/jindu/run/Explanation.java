package jindu.run;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import jindu.catalog.Catalog;
import jindu.core.Cell;
import jindu.core.Feed.Measure;
import jindu.core.Indicator;
import jindu.table.ContributionTable;

/**
 * Why a cell is what it is: its figures, the parts that they are the sums of, and what moved its
 * year-to-date since it was published.
 *
 * @param catalog the one by which the cell was computed
 * @param asOf day of the night that computed it or left it as it was
 * @param figures of the cell
 * @param comparable the same at comparable prices, year to date alone; nothing where there are none
 * @param status preliminary, revised or final
 * @param groups parts of one measure and state each; all together the whole cell
 * @param moves from the first publication of the cell to now; empty while it was never published
 * @param lastPublication the publication in force, empty before the first
 * @param withReference whether {@code reference/} is as it was in that night
 */
public record Explanation(
    Cell cell,
    Catalog catalog,
    LocalDate asOf,
    Figures figures,
    Figures comparable,
    String status,
    List<PartGroup> groups,
    List<Move> moves,
    Optional<String> lastPublication,
    boolean withReference) {

  public Indicator indicator() {
    return catalog.indicators().get(cell.indicator());
  }

  /** The parts of one measure, in the order of their states. */
  public List<PartGroup> of(Measure measure) {
    return groups.stream().filter(group -> group.measure() == measure).toList();
  }

  /** What the parts of a measure add up to. */
  public Figures sum(Measure measure) {
    return sum(group -> group.measure() == measure);
  }

  /** The part of the year-to-date, at current prices, that is estimated; null where none is. */
  public BigDecimal estimated() {
    return sum(group ->
            group.measure() == Measure.NOMINAL && group.state().equals(ContributionTable.ESTIMATED))
        .valueYtd();
  }

  private Figures sum(Predicate<PartGroup> counts) {
    return groups.stream().filter(counts).map(PartGroup::total).reduce(Figures.NONE, Figures::plus);
  }
}
