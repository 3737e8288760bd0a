package jindu.protect.pattern;

import static jindu.protect.pattern.Table.cells;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChoiceTest {

  /** The smallest rectangle through the cell: 20, 30 | 40, 60. */
  @Test
  void theSmallestCellsAreWithheld() {
    Layer layer = new Table(3).row("20:2", "30", "500").row("40", "60", "700").layer();

    assertThat(complemented(layer)).isEqualTo(cells(0, 1, 4, 5));
  }

  @Test
  void nothingSensitiveWithholdsNothing() {
    Layer layer = new Table(2).row("20", "30").row("40", "60").layer();

    assertThat(complemented(layer)).isEqualTo(new BitSet());
  }

  /**
   * On random tables the choice is safe, holds what was given, is made again from itself, and hides
   * every sensitive cell by rank alone: an elimination that knows no linear program cannot solve
   * the sums for it.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void randomTablesAreSafe(long seed) {
    Layer layer = random(new Random(seed));
    BitSet withheld = complemented(layer);

    assertThat(choice(layer).isSafe(withheld)).isTrue();
    assertThat(withheld.stream().boxed().toList())
        .containsAll(sensitive(layer).stream().boxed().toList());
    assertThat(choice(layer).complemented(withheld)).isEqualTo(withheld);
    assertThat(sensitive(layer).stream().filter(cell -> Elimination.solves(layer, withheld, cell)))
        .isEmpty();
  }

  /**
   * 40 is two respondents'. That it may be larger takes the 1 beside it with the 50; that it may be
   * smaller takes the 50 alone.
   */
  @Test
  void whatOthersShelterIsOpenedAgain() {
    Layer layer = new Table(4).row("40:2", "1", "50", "900").row("41", "55", "60", "800").layer();
    BitSet chosen = complemented(layer);

    assertThat(chosen).isEqualTo(cells(0, 1, 2, 5, 6, 7));
    assertThat(choice(layer).withoutSuperfluous(sensitive(layer), chosen))
        .isEqualTo(cells(0, 2, 5, 7));
  }

  /** Whatever the table, each cell that is left is needed. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void noCellIsWithheldInVain(long seed) {
    Layer layer = random(new Random(seed));
    BitSet given = sensitive(layer);
    BitSet left = choice(layer).withoutSuperfluous(given, complemented(layer));

    assertThat(choice(layer).isSafe(left)).isTrue();
    assertThat(choice(layer).complemented(left)).isEqualTo(left);
    left.stream()
        .filter(cell -> !given.get(cell))
        .forEach(
            cell -> {
              BitSet less = (BitSet) left.clone();
              less.clear(cell);
              assertThat(choice(layer).isSafe(less)).as("without %d", cell).isFalse();
            });
  }

  private static Layer random(Random random) {
    int columns = 3 + random.nextInt(5);
    Table table = new Table(columns);
    for (int row = 3 + random.nextInt(5); row > 0; row--) {
      String[] cells = new String[columns];
      for (int column = 0; column < columns; column++) {
        int contributors = random.nextInt(9);
        int amount = contributors == 0 ? 0 : (int) Math.pow(10, 5 * random.nextDouble());
        cells[column] = amount + ":" + contributors;
      }
      table.row(cells);
    }
    return table.layer();
  }

  private static BitSet complemented(Layer layer) {
    return choice(layer).complemented(sensitive(layer));
  }

  private static Choice choice(Layer layer) {
    List<GridCell> grid =
        IntStream.range(0, layer.size())
            .mapToObj(cell -> new GridCell("410311", Integer.toString(cell)))
            .toList();
    Block block = new Block(List.of("output"), 2021, grid, 0, List.of(layer));
    return new Choice(block, new Auditor());
  }

  private static BitSet sensitive(Layer layer) {
    BitSet sensitive = new BitSet();
    for (int cell = 0; cell < layer.size(); cell++) {
      sensitive.set(cell, layer.isSensitive(cell));
    }
    return sensitive;
  }
}
