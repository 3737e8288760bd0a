package jindu.protect.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogReader;
import jindu.table.CellTable;
import jindu.table.IndicatorTable;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A planted leak: yesterday all cells were open. Tonight the first one is another and of two
 * respondents; what hides it is what it was, and whoever kept yesterday's table has it.
 */
class MemoryTest {

  private static final String SERVICES = "services_revenue";
  private static final int YEAR = 2021;
  private static final List<String> PLACES = List.of("410311002", "410311004", "410311005");
  private static final List<String> DIVISIONS = List.of("63", "64", "65");
  private static final GridCell FIRST = new GridCell(PLACES.get(0), "63");
  private static final GridCell TOTAL = new GridCell(RolledUp.DISTRICT, "ALL");

  /** The corners of the dearest rectangle with the first cell. */
  private static final Set<GridCell> CORNERS =
      Set.of(
          FIRST,
          new GridCell(PLACES.get(0), "65"),
          new GridCell(PLACES.get(2), "63"),
          new GridCell(PLACES.get(2), "65"));

  private static Catalog catalog;

  @BeforeAll
  static void read() throws Exception {
    catalog = CatalogReader.read(Path.of("data-lake", "reference"));
  }

  @Test
  void whatAllItsSheltersShowedIsToldAndCounted() {
    List<Row> yesterday = rows(Set.of(), 20);
    Pattern before = chosen(yesterday, List.of(), List.of());
    List<Row> tonight = rows(Set.of(FIRST), 2);

    Pattern pattern = chosen(tonight, List.of(before), yesterday);

    assertThat(before.withheld()).isEmpty();
    assertThat(pattern.withheld())
        .isEqualTo(chosen(tonight, List.of(before), List.of()).withheld())
        .doesNotContainKeys(TOTAL);
    assertThat(pattern.counts().told()).isEqualTo(1);
    assertThat(solved(tonight, pattern, yesterday)).containsExactly(FIRST);
    assertThat(solved(tonight, pattern, List.of())).isEmpty();
    assertThat(pattern.shown())
        .hasSameSizeAs(pattern.withheld())
        .containsEntry(
            new ShownFigure(FIRST, 1, IndicatorTable.VALUE_YTD), new BigDecimal("1000.0000"));
  }

  /** What changed as well shelters from who remembers, dearer as it is. */
  @Test
  void cellsThatNobodyRemembersShelterIt() {
    List<Row> yesterday = rows(Set.of(), 20);
    Pattern before = chosen(yesterday, List.of(), List.of());
    List<Row> tonight = rows(CORNERS, 2);

    Pattern forgotten = chosen(tonight, List.of(before), List.of());
    Pattern pattern = chosen(tonight, List.of(before), yesterday);

    assertThat(forgotten.withheld().keySet()).doesNotContainAnyElementsOf(Set.of(corner()));
    assertThat(solved(tonight, forgotten, yesterday)).containsExactly(FIRST);
    assertThat(pattern.withheld().keySet()).containsAll(CORNERS).doesNotContain(TOTAL);
    assertThat(pattern.counts().told()).isZero();
    assertThat(solved(tonight, pattern, yesterday)).isEmpty();
  }

  /** A publication tells nothing new of a figure that an earlier one showed. */
  @Test
  void whatIsStillTheNumberThatWasShownIsNotCounted() {
    List<Row> yesterday = rows(Set.of(), 20);
    List<Row> tonight = rows(Set.of(), 2);

    Pattern pattern = chosen(tonight, List.of(chosen(yesterday, List.of(), List.of())), yesterday);

    assertThat(pattern.withheld()).containsKey(FIRST);
    assertThat(pattern.counts().told()).isZero();
  }

  /** The publication before does not show it any more; the pattern has it. */
  @Test
  void whatWasShownIsRememberedThroughLaterNights() {
    List<Row> first = rows(Set.of(), 20);
    List<Row> second = rows(Set.of(FIRST), 2);
    List<Pattern> patterns = List.of(chosen(first, List.of(), List.of()));
    patterns = List.of(chosen(second, patterns, first));
    List<Row> third = rows(Set.of(FIRST, corner()), 2);

    Pattern pattern = chosen(third, patterns, Patterns.open(second, patterns));

    assertThat(pattern.fingerprint()).isNotEqualTo(patterns.get(0).fingerprint());
    assertThat(pattern.shown()).isEqualTo(patterns.get(0).shown());
    assertThat(pattern.counts().told()).isEqualTo(1);
  }

  /** The same period of this year is what last year's table shows, where it is that number. */
  @Test
  void lastYearsTableShowsTheSamePeriod() {
    List<Row> lastYear = cells(Set.of(), 20, YEAR - 1, false);
    List<Row> rows = cells(Set.of(corner()), 20, YEAR, true);
    Block block = Blocks.of(catalog, List.of(SERVICES), YEAR, rows);

    Layer layer =
        new Memory(List.of(), lastYear)
            .of(block, rows).layers().stream()
                .filter(each -> each.figure().equals(IndicatorTable.PREVIOUS_YTD))
                .findFirst()
                .orElseThrow();

    List<GridCell> untold = new ArrayList<>();
    for (int cell = 0; cell < block.grid().size(); cell++) {
      if (!layer.told().get(cell)) {
        untold.add(block.grid().get(cell));
      }
    }
    assertThat(untold)
        .contains(corner(), TOTAL)
        .allMatch(
            cell ->
                (cell.place().equals(corner().place()) || cell.place().equals(TOTAL.place()))
                    && !List.of("63", "64").contains(cell.sector()));
  }

  /** What the last publication showed and what tonight's shows of last year are both known. */
  @Test
  void bothOfTwoNumbersThatWereShownAreRemembered() {
    List<Row> rows = rows(Set.of(), 20);
    Block block = Blocks.of(catalog, List.of(SERVICES), YEAR, rows);
    List<Row> shown = new ArrayList<>(rows(Set.of(corner()), 20));

    assertThat(told(block, rows, shown).get(block.grid().indexOf(corner()))).isFalse();
    shown.addAll(0, rows);
    assertThat(told(block, rows, shown).get(block.grid().indexOf(corner()))).isTrue();
    Collections.reverse(shown);
    assertThat(told(block, rows, shown).get(block.grid().indexOf(corner()))).isTrue();
  }

  /** Nothing of this year's cells is another; what last year's show is. */
  @Test
  void anotherNumberOfLastYearMakesTheBlockBeAttackedAgain() {
    List<Row> rows = cells(Set.of(corner()), 20, YEAR, true);
    List<Row> other = cells(Set.of(), 20, YEAR - 1, false);
    List<Pattern> first = Patterns.choose(rows, List.of(), other, List::of, catalog);

    assertThat(Patterns.choose(rows, first, other, List::of, catalog)).isEqualTo(first);
    assertThat(
            Patterns.choose(
                rows, first, cells(Set.of(corner()), 20, YEAR - 1, false), List::of, catalog))
        .isNotEqualTo(first);
  }

  private static BitSet told(Block block, List<Row> rows, List<Row> shown) {
    return AttackedBlock.yearToDate(new Memory(List.of(), shown).of(block, rows)).told();
  }

  private static GridCell corner() {
    return new GridCell(PLACES.get(2), "65");
  }

  private static Pattern chosen(List<Row> rows, List<Pattern> before, List<Row> shown) {
    List<Pattern> patterns = Patterns.choose(rows, before, List.of(), () -> shown, catalog);
    assertThat(patterns).hasSize(1);
    return patterns.get(0);
  }

  /** Sensitive cells that sums give to who remembers what was shown. */
  private static Set<GridCell> solved(List<Row> rows, Pattern pattern, List<Row> shown) {
    Block block =
        new Memory(List.of(), shown).of(Blocks.of(catalog, List.of(SERVICES), YEAR, rows), rows);
    Layer layer = AttackedBlock.yearToDate(block);
    BitSet withheld = new BitSet();
    pattern.withheld().keySet().forEach(cell -> withheld.set(block.grid().indexOf(cell)));
    Set<GridCell> solved = new TreeSet<>();
    layer.untold(withheld).stream()
        .filter(layer::isSensitive)
        .filter(cell -> Elimination.solves(layer, layer.untold(withheld), cell))
        .forEach(cell -> solved.add(block.grid().get(cell)));
    return solved;
  }

  private static List<Row> rows(Set<GridCell> changed, long ofFirst) {
    return cells(changed, ofFirst, YEAR, false);
  }

  /**
   * @param changed cells that are larger than they were
   * @param ofFirst contributors of the first cell
   * @param isSamePeriod whether the amounts are the same period's too
   */
  private static List<Row> cells(
      Set<GridCell> changed, long ofFirst, int year, boolean isSamePeriod) {
    RolledUp cells = new RolledUp(division -> List.of("I", "P3", "ALL"));
    for (int place = 0; place < PLACES.size(); place++) {
      for (int division = 0; division < DIVISIONS.size(); division++) {
        GridCell own = new GridCell(PLACES.get(place), DIVISIONS.get(division));
        int number = place * DIVISIONS.size() + division;
        BigDecimal amount =
            new BigDecimal(1000 + 170 * number * number + (changed.contains(own) ? 7 : 0));
        cells.add(
            own,
            amount,
            own.equals(FIRST) ? ofFirst : 20,
            isSamePeriod
                ? Map.of(
                    IndicatorTable.PREVIOUS_YTD,
                    amount,
                    CellTable.contributed(IndicatorTable.PREVIOUS_YTD),
                    amount)
                : Map.of());
      }
    }
    return cells.rows(SERVICES, year);
  }
}
