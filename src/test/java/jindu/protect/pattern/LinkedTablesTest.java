package jindu.protect.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogReader;
import jindu.table.CellTable;
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

    assertThat(AttackedBlock.exposed(one, rectangle)).isEmpty();
    assertThat(AttackedBlock.solved(one, rectangle)).isEmpty();
    assertThat(AttackedBlock.exposed(both, rectangle)).contains(SENSITIVE);
    assertThat(AttackedBlock.solved(both, rectangle)).contains(SENSITIVE);
  }

  @Test
  void theChoiceForBothHidesItFromWhoReadsBoth() {
    List<Pattern> patterns =
        Patterns.choose(rows(OUTPUT, VALUE_ADDED), List.of(), List.of(), List::of, catalog).stream()
            .filter(pattern -> LINKED.contains(pattern.indicator()))
            .toList();
    Block both = Blocks.of(catalog, LINKED, YEAR, rows(OUTPUT, VALUE_ADDED));

    assertThat(patterns).hasSize(2);
    assertThat(patterns.get(0).withheld()).isEqualTo(patterns.get(1).withheld());
    Set<GridCell> withheld = patterns.get(0).withheld().keySet();
    assertThat(withheld).contains(SENSITIVE).hasSizeLessThan(both.grid().size());
    assertThat(patterns.get(0).extent()).isEqualTo(Pattern.Extent.CHOSEN);
    assertThat(AttackedBlock.exposed(both, withheld)).isEmpty();
    assertThat(AttackedBlock.solved(both, withheld)).isEmpty();
  }

  /** Growth at comparable prices is published of the total: one more sum, with other weights. */
  @Test
  void theTotalAtComparablePricesIsOneMoreSum() {
    Block both = Blocks.of(catalog, LINKED, YEAR, rows(OUTPUT, VALUE_ADDED));

    Layer layer = AttackedBlock.yearToDate(both);
    assertThat(layer.size()).isEqualTo(3 * both.grid().size());
    int total =
        2 * both.grid().size() + both.grid().indexOf(new GridCell(RolledUp.DISTRICT, "ALL"));
    assertThat(layer.additivity().of(total))
        .singleElement()
        .satisfies(
            sum -> {
              assertThat(sum.total()).isEqualTo(total);
              assertThat(sum.parts()).hasSize(DIVISIONS.size());
              assertThat(new TreeSet<>(sum.weights())).hasSize(DIVISIONS.size());
            });
  }

  /** Amounts that are all different; twenty contributors everywhere but in one cell. */
  private static List<Row> rows(String... indicators) {
    List<Row> rows = new ArrayList<>();
    for (String indicator : indicators) {
      RolledUp cells = new RolledUp(division -> List.of("C", "P2", "ALL"));
      for (int place = 0; place < PLACES.size(); place++) {
        for (int division = 0; division < DIVISIONS.size(); division++) {
          String code = DIVISIONS.get(division);
          BigDecimal output = new BigDecimal(1000 + 370 * place + 130 * division * division);
          BigDecimal rate =
              indicator.equals(OUTPUT) ? BigDecimal.ONE : new BigDecimal(RATES.get(code));
          BigDecimal index = BigDecimal.ONE.add(new BigDecimal(division).movePointLeft(2));
          BigDecimal amount = output.multiply(rate);
          GridCell own = new GridCell(PLACES.get(place), code);
          cells.add(
              own,
              amount,
              own.equals(SENSITIVE) ? 2 : 20,
              indicator.equals(VALUE_ADDED)
                  ? Map.of(CellTable.COMPARABLE_YTD, amount.multiply(index))
                  : Map.of());
        }
      }
      rows.addAll(cells.rows(indicator, YEAR));
    }
    return rows;
  }
}
