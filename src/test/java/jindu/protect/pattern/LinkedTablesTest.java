package jindu.protect.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jindu.TableRows;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogReader;
import jindu.table.CellTable;
import jindu.table.IndicatorTable;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A planted leak: two tables of the same returns, of which one is the other by a rate of each
 * division. Output alone hides the first cell behind the three that make a rectangle with it; value
 * added solves what is left in each row, for its sum weighs the divisions otherwise.
 */
class LinkedTablesTest {

  private static final String OUTPUT = "industrial_output";
  private static final String VALUE_ADDED = "industrial_value_added";
  private static final List<String> LINKED = List.of(OUTPUT, VALUE_ADDED);
  private static final int YEAR = 2021;
  private static final String DISTRICT = "410311";
  private static final List<String> PLACES = List.of("410311002", "410311004", "410311005");
  private static final List<String> DIVISIONS = List.of("13", "14", "17", "30", "34");
  private static final Map<String, String> RATES =
      Map.of("13", "0.21", "14", "0.34", "17", "0.25", "30", "0.31", "34", "0.27");
  private static final GridCell SENSITIVE = new GridCell(PLACES.get(0), "13");

  private static Catalog catalog;

  @BeforeAll
  static void read() throws Exception {
    catalog = CatalogReader.read(Path.of("data-lake", "reference"));
  }

  @Test
  void whatHidesACellInOneTableDoesNotInTwo() {
    Block one = Blocks.of(catalog, List.of(OUTPUT), YEAR, rows(OUTPUT));
    Block both = Blocks.of(catalog, LINKED, YEAR, rows(OUTPUT, VALUE_ADDED));
    Set<GridCell> rectangle =
        Set.of(
            SENSITIVE,
            new GridCell(PLACES.get(0), "14"),
            new GridCell(PLACES.get(1), "13"),
            new GridCell(PLACES.get(1), "14"));

    assertThat(exposed(one, rectangle)).isEmpty();
    assertThat(solved(one, rectangle)).isEmpty();
    assertThat(exposed(both, rectangle)).contains(SENSITIVE);
    assertThat(solved(both, rectangle)).contains(SENSITIVE);
  }

  @Test
  void theChoiceForBothHidesItFromWhoReadsBoth() {
    List<Pattern> patterns =
        Patterns.choose(rows(OUTPUT, VALUE_ADDED), List.of(), catalog).stream()
            .filter(pattern -> LINKED.contains(pattern.indicator()))
            .toList();
    Block both = Blocks.of(catalog, LINKED, YEAR, rows(OUTPUT, VALUE_ADDED));

    assertThat(patterns).hasSize(2);
    assertThat(patterns.get(0).withheld()).isEqualTo(patterns.get(1).withheld());
    Set<GridCell> withheld = patterns.get(0).withheld().keySet();
    assertThat(withheld).contains(SENSITIVE).hasSizeLessThan(both.grid().size());
    assertThat(patterns.get(0).extent()).isEqualTo(Pattern.Extent.CHOSEN);
    assertThat(exposed(both, withheld)).isEmpty();
    assertThat(solved(both, withheld)).isEmpty();
  }

  /** Growth at comparable prices is published of the total: one more sum, with other weights. */
  @Test
  void theTotalAtComparablePricesIsOneMoreSum() {
    Block both = Blocks.of(catalog, LINKED, YEAR, rows(OUTPUT, VALUE_ADDED));

    Layer layer =
        both.layers().stream()
            .filter(each -> each.figure().equals(IndicatorTable.VALUE_YTD))
            .findFirst()
            .orElseThrow();
    assertThat(layer.size()).isEqualTo(3 * both.grid().size());
    int total = 2 * both.grid().size() + both.grid().indexOf(new GridCell(DISTRICT, "ALL"));
    assertThat(layer.additivity().of(total))
        .singleElement()
        .satisfies(
            sum -> {
              assertThat(sum.total()).isEqualTo(total);
              assertThat(sum.parts()).hasSize(DIVISIONS.size());
              assertThat(new TreeSet<>(sum.weights())).hasSize(DIVISIONS.size());
            });
  }

  /** Cells that the attack finds, by the linear program. */
  private static Set<GridCell> exposed(Block block, Set<GridCell> withheld) {
    BitSet cells = new BitSet();
    for (Layer layer : block.layers()) {
      new Auditor()
          .exposures(layer, numbers(block, withheld))
          .forEach(exposure -> cells.or(exposure.cells()));
    }
    return cells(block, cells);
  }

  /** Sensitive cells that sums alone give, by elimination. */
  private static Set<GridCell> solved(Block block, Set<GridCell> withheld) {
    BitSet cells = new BitSet();
    for (Layer layer : block.layers()) {
      numbers(block, withheld).stream()
          .filter(layer::isSensitive)
          .filter(cell -> Elimination.solves(layer, numbers(block, withheld), cell))
          .forEach(cells::set);
    }
    return cells(block, cells);
  }

  private static BitSet numbers(Block block, Set<GridCell> withheld) {
    BitSet ofGrid = new BitSet();
    withheld.forEach(cell -> ofGrid.set(block.grid().indexOf(cell)));
    return block.onAllSheets(ofGrid);
  }

  private static Set<GridCell> cells(Block block, BitSet numbers) {
    Set<GridCell> cells = new TreeSet<>();
    block.ofGrid(numbers).stream().mapToObj(block.grid()::get).forEach(cells::add);
    return cells;
  }

  /** Amounts that are all different; twenty contributors everywhere but in one cell. */
  private static List<Row> rows(String... indicators) {
    List<Row> rows = new ArrayList<>();
    for (String indicator : indicators) {
      Map<GridCell, BigDecimal[]> cells = new TreeMap<>();
      Map<GridCell, Long> contributors = new TreeMap<>();
      for (int place = 0; place < PLACES.size(); place++) {
        for (int division = 0; division < DIVISIONS.size(); division++) {
          String code = DIVISIONS.get(division);
          BigDecimal output = new BigDecimal(1000 + 370 * place + 130 * division * division);
          BigDecimal rate =
              indicator.equals(OUTPUT) ? BigDecimal.ONE : new BigDecimal(RATES.get(code));
          BigDecimal index = BigDecimal.ONE.add(new BigDecimal(division).movePointLeft(2));
          BigDecimal amount = output.multiply(rate);
          BigDecimal[] figures = {amount, amount.multiply(index)};
          GridCell own = new GridCell(PLACES.get(place), code);
          for (String sector : List.of(code, "C", "P2", "ALL")) {
            for (String of : List.of(own.place(), DISTRICT)) {
              GridCell cell = new GridCell(of, sector);
              cells.merge(cell, figures, LinkedTablesTest::sum);
              contributors.merge(cell, own.equals(SENSITIVE) ? 2L : 20L, Long::sum);
            }
          }
        }
      }
      cells.forEach(
          (cell, figures) -> rows.add(row(indicator, cell, figures, contributors.get(cell))));
    }
    return rows;
  }

  private static BigDecimal[] sum(BigDecimal[] one, BigDecimal[] other) {
    return new BigDecimal[] {one[0].add(other[0]), one[1].add(other[1])};
  }

  private static Row row(String indicator, GridCell cell, BigDecimal[] figures, long contributors) {
    Map<String, Object> values = new HashMap<>();
    values.put(IndicatorTable.INDICATOR, indicator);
    values.put(IndicatorTable.TOWNSHIP_CODE, cell.place());
    values.put(IndicatorTable.SECTOR_CODE, cell.sector());
    values.put(IndicatorTable.YEAR, YEAR);
    values.put(IndicatorTable.QUARTER, 1);
    values.put(IndicatorTable.VALUE_YTD, figures[0].setScale(4));
    if (indicator.equals(VALUE_ADDED)) {
      values.put(CellTable.COMPARABLE_YTD, figures[1].setScale(4));
    }
    BigDecimal even = figures[0].divide(new BigDecimal(contributors), 4, RoundingMode.DOWN);
    values.put(CellTable.contributors(IndicatorTable.VALUE_YTD), contributors);
    values.put(CellTable.contributed(IndicatorTable.VALUE_YTD), figures[0].setScale(4));
    values.put(CellTable.largest(IndicatorTable.VALUE_YTD), even);
    values.put(CellTable.second(IndicatorTable.VALUE_YTD), even);
    return TableRows.row(CellTable.DEFINITION, values);
  }
}
