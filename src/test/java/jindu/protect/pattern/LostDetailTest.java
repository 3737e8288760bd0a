package jindu.protect.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogReader;
import jindu.protect.pattern.Pattern.Extent;
import jindu.protect.pattern.Pattern.Reason;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where no choice of cells is safe, detail goes; where that is not enough, everything. */
class LostDetailTest {

  private static final String DISTRICT = "410311";
  private static final String PLACE = "410311002";
  private static final GridCell TOTAL = new GridCell(DISTRICT, "ALL");
  private static final GridCell SECTION = new GridCell(DISTRICT, "C");
  private static final GridCell DIVISION = new GridCell(DISTRICT, "13");
  private static final GridCell TOWNSHIP = new GridCell(PLACE, "ALL");
  private static final GridCell SENSITIVE = new GridCell(PLACE, "13");
  private static final List<GridCell> GRID = List.of(TOTAL, SECTION, DIVISION, TOWNSHIP, SENSITIVE);

  private static Catalog catalog;

  @BeforeAll
  static void read() throws Exception {
    catalog = CatalogReader.read(Path.of("data-lake", "reference"));
  }

  @Test
  void whatIsSafeLosesNothing() {
    Pattern pattern = pattern(0, Map.of());

    assertThat(pattern.extent()).isEqualTo(Extent.CHOSEN);
    assertThat(pattern.withheld()).isEqualTo(Map.of(SENSITIVE, Reason.SENSITIVE));
  }

  @Test
  void whereNoChoiceIsSafeTownshipsAndDivisionsGo() {
    Pattern pattern = pattern(1, Map.of());

    assertThat(pattern.extent()).isEqualTo(Extent.DETAIL);
    assertThat(pattern.withheld())
        .isEqualTo(
            Map.of(SENSITIVE, Reason.SENSITIVE, DIVISION, Reason.DETAIL, TOWNSHIP, Reason.DETAIL));
  }

  @Test
  void whereThatIsNotSafeEitherEverythingGoes() {
    Pattern pattern = pattern(2, Map.of());

    assertThat(pattern.extent()).isEqualTo(Extent.ALL);
    assertThat(pattern.withheld()).containsOnlyKeys(GRID);
  }

  /** A pattern only grows: a night on which a choice would be safe again gives nothing back. */
  @Test
  void whatTheYearHasLostStaysLost() {
    Pattern lost = pattern(1, Map.of());

    Pattern later = pattern(0, Map.of("industrial_output", lost));

    assertThat(later.extent()).isEqualTo(Extent.DETAIL);
    assertThat(later.withheld()).isEqualTo(lost.withheld());
  }

  /** Nor in the next year, of which it is told as well. */
  @Test
  void whatAYearHasLostTheNextHasNotEither() {
    Pattern lost = pattern(1, Map.of());

    Pattern next = pattern(0, Map.of(), List.of(lost));

    assertThat(next.extent()).isEqualTo(Extent.DETAIL);
    assertThat(next.withheld().keySet()).isEqualTo(lost.withheld().keySet());
  }

  private static Pattern pattern(int refusals, Map<String, Pattern> before) {
    return pattern(refusals, before, List.of());
  }

  /**
   * @param refusals how often no choice is safe
   */
  private static Pattern pattern(
      int refusals, Map<String, Pattern> before, List<Pattern> lastYear) {
    List<Layer.Entry> entries = new ArrayList<>();
    GRID.forEach(cell -> entries.add(new Layer.Entry(100, 9, cell.equals(SENSITIVE) ? 10 : 0, 20)));
    Layer layer = new Layer(1, "value", entries, new Additivity(GRID.size(), List.of()));
    Block block = new Block(List.of("industrial_output"), 2021, GRID, 0, List.of(layer));
    NavigableMap<String, Pattern> patterns = new TreeMap<>(before);
    Memory nothing = new Memory(List.of(), List.of());
    return new Suppression(
            catalog, block, patterns, lastYear, nothing, new Refusing(block, refusals))
        .patterns("fingerprint")
        .get(0);
  }

  /** Finds the first choices unsafe, whatever they are: no table is known of which that is true. */
  private static final class Refusing extends Choice {

    private int refusals;

    Refusing(Block block, int refusals) {
      super(block, new Auditor());
      this.refusals = refusals;
    }

    @Override
    boolean isSafe(BitSet withheld) {
      refusals--;
      return refusals < 0 && super.isSafe(withheld);
    }
  }
}
