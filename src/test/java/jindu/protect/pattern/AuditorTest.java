package jindu.protect.pattern;

import static jindu.protect.pattern.Table.cells;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Planted leaks. The table is
 *
 * <pre>
 *    0    1    2  |  3
 *    4    5    6  |  7
 *    8    9   10  | 11
 *   --------------+---
 *   12   13   14  | 15
 * </pre>
 */
class AuditorTest {

  private static final BitSet NOTHING = new BitSet();

  /** One withheld cell in a row is the total less the others. */
  @Test
  void oneWithheldCellIsFound() {
    Layer layer = new Table(3).row("20:2", "30", "50").row("40", "60", "70").layer();

    assertThat(exposed(layer, cells(0))).isEqualTo(cells(0));
  }

  /** Two in the row, each of which is alone in its column: the column gives both. */
  @Test
  void aRowIsNoShelterWhereTheColumnsTell() {
    Layer layer = new Table(3).row("20:2", "30", "50").row("40", "60", "70").layer();

    assertThat(exposed(layer, cells(0, 1))).isEqualTo(cells(0));
  }

  /** Four corners: each can move by 20 where the others do. */
  @Test
  void fourCornersShelterEachOther() {
    Layer layer = new Table(3).row("20:2", "30", "50").row("40", "60", "70").layer();

    assertThat(exposed(layer, cells(0, 1, 4, 5))).isEqualTo(NOTHING);
  }

  /** 200 may only fall by the 3 that its neighbour can take, and must be able to by 20. */
  @Test
  void aSmallNeighbourBoundsALargeCell() {
    Layer layer =
        new Table(3).row("200:2", "3", "50").row("40", "60", "70").row("5", "6", "7").layer();

    assertThat(exposed(layer, cells(0, 1, 4, 5))).isEqualTo(cells(0));
    assertThat(exposed(layer, cells(0, 2, 4, 6))).isEqualTo(NOTHING);
  }

  /** A cell of zeros in a row of them is nothing but zero. */
  @Test
  void zerosThatMustBeZeroAreFound() {
    Layer layer = new Table(2).row("0:2", "0:5").row("10", "20").layer();

    assertThat(exposed(layer, cells(0, 1, 3, 4))).isEqualTo(cells(0));
  }

  /** Who is alone in one of the two cells that a total has left knows the total's other one too. */
  @Test
  void aTotalOfWhichNothingMovesIsFound() {
    Layer layer = new Table(2).row("20:1", "30").row("40", "50").layer();

    assertThat(new CheapestMove(layer, cells(2), each -> 1).of(2, 1))
        .as("the row's total alone is withheld, and none of its cells")
        .isEmpty();
  }

  /** Among others it may be something, and nobody expects it to be less than zero. */
  @Test
  void zerosAmongOthersAreSafe() {
    Layer layer = new Table(2).row("0:2", "30").row("10", "20").layer();

    assertThat(exposed(layer, cells(0, 1, 3, 4))).isEqualTo(NOTHING);
  }

  /** Who is alone in one corner knows it, and works out the other three. */
  @Test
  void whoIsAloneInACellUsesIt() {
    Layer layer = new Table(3).row("20:2", "30:1", "50").row("40", "60", "70").layer();

    List<Exposure> exposures = new Auditor().exposures(layer, cells(0, 1, 4, 5));

    assertThat(exposures)
        .extracting(Exposure::known, Exposure::cells)
        .containsExactly(tuple(cells(1), cells(0)));
  }

  /** The 20 must be able to rise by 2; who has 59 of the neighbour's 60 knows that it cannot. */
  @Test
  void whoDominatesACellUsesHisPartOfIt() {
    BitSet corners = cells(0, 1, 4, 5);
    Layer safe = new Table(3).row("20:2:12", "60:5:55", "50").row("40", "60", "70").layer();
    Layer leaking = new Table(3).row("20:2:12", "60:5:59", "50").row("40", "60", "70").layer();

    assertThat(exposed(safe, corners)).isEqualTo(NOTHING);
    assertThat(new Auditor().exposures(leaking, corners))
        .extracting(Exposure::known, Exposure::cells)
        .containsExactly(tuple(NOTHING, cells(0)));
  }

  /** He knows 18 of 20, and may learn of the other 2 no more than to a tenth of them. */
  @Test
  void whatIsKeptFromTheLargestIsTheRestOfHisCell() {
    Layer layer = new Table(3).row("20:2:18", "30", "50").row("40", "60", "70").layer();

    assertThat(Attackers.of(layer, cells(0, 1, 4, 5)))
        .filteredOn(attacker -> attacker.parts().containsValue(18.0))
        .singleElement()
        .satisfies(
            largest -> {
              assertThat(largest.parts()).containsOnlyKeys(0, 3, 8, 11);
              assertThat(largest.sees(layer).width(0)).isEqualTo(0.2);
              assertThat(largest.sees(layer).room(0)).isEqualTo(2);
            });
  }

  /**
   * The first row's total is the 20 of one and the 0 of another. Who said 20 must not learn that
   * the other said 0, and cannot take that for less: it is enough that the total may be more.
   */
  @Test
  void aRestOfNothingIsSafeWhereItMayBeMore() {
    Layer layer = new Table(2).row("20:1", "0:1").row("30", "40").layer();

    assertThat(layer.isSensitive(2)).isTrue();
    assertThat(exposed(layer, cells(0, 1, 2, 3, 4, 5))).isEqualTo(NOTHING);
  }

  private static BitSet exposed(Layer layer, BitSet withheld) {
    BitSet exposed = new BitSet();
    new Auditor().exposures(layer, withheld).forEach(exposure -> exposed.or(exposure.cells()));
    return exposed;
  }
}
