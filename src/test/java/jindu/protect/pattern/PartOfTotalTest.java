package jindu.protect.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogReader;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A planted leak: retail sales are a part of the sales of the same shops (form E204-1). Two shops
 * of the first township are nearly all of what is sold there in their division; retail sales alone
 * hide them behind the hotels, which have no sales, so that the sales of the division follow from
 * those of the township. No shop has more retail sales than sales.
 */
class PartOfTotalTest {

  private static final String SALES = "sales";
  private static final String RETAIL = "retail_sales";
  private static final String WHOLESALE = "wholesale_sales";
  private static final int YEAR = 2021;
  private static final List<String> PLACES = List.of("410311002", "410311004", "410311005");
  private static final GridCell SENSITIVE = new GridCell(PLACES.get(0), "52");
  private static final Set<GridCell> RECTANGLE =
      Set.of(
          SENSITIVE,
          new GridCell(PLACES.get(0), "61"),
          new GridCell(PLACES.get(1), "52"),
          new GridCell(PLACES.get(1), "61"),
          new GridCell(PLACES.get(0), "F"),
          new GridCell(PLACES.get(0), "H"),
          new GridCell(PLACES.get(1), "F"),
          new GridCell(PLACES.get(1), "H"));

  /** Where two of twenty shops sell wholesale. */
  private static final GridCell OF_TWO_WHOLESALERS = new GridCell(PLACES.get(2), "51");

  /** Sales and retail sales by place and division; hotels and restaurants have no sales. */
  private static final Map<String, int[][]> AMOUNTS =
      Map.of(
          "51", new int[][] {{700, 100}, {140, 140}, {800, 130}},
          "52", new int[][] {{1000, 950}, {1400, 700}, {1200, 640}},
          "61", new int[][] {{0, 300}, {0, 410}, {0, 520}},
          "62", new int[][] {{0, 200}, {0, 230}, {0, 290}});

  private static Catalog catalog;

  @BeforeAll
  static void read() throws Exception {
    catalog = CatalogReader.read(Path.of("data-lake", "reference"));
  }

  @Test
  void whatHidesAPartByItselfDoesNotBesideItsTotal() {
    Block alone = Blocks.of(catalog, List.of(RETAIL), YEAR, rows(RETAIL));
    Block both = Blocks.of(catalog, List.of(RETAIL, SALES), YEAR, rows(RETAIL, SALES));

    assertThat(AttackedBlock.exposed(alone, RECTANGLE)).isEmpty();
    assertThat(AttackedBlock.exposed(both, RECTANGLE)).containsExactly(SENSITIVE);
  }

  @Test
  void theChoiceForBothHidesItFromWhoReadsBoth() {
    List<Pattern> patterns =
        Patterns.choose(rows(RETAIL, SALES), List.of(), List.of(), List::of, catalog).stream()
            .filter(pattern -> !pattern.withheld().isEmpty())
            .toList();
    Block both = Blocks.of(catalog, List.of(RETAIL, SALES), YEAR, rows(RETAIL, SALES));

    assertThat(patterns).extracting(Pattern::indicator).containsExactly(RETAIL, SALES);
    Set<GridCell> withheld = patterns.get(0).withheld().keySet();
    assertThat(withheld)
        .contains(SENSITIVE)
        .doesNotContain(new GridCell(RolledUp.DISTRICT, "ALL"))
        .isEqualTo(patterns.get(1).withheld().keySet());
    assertThat(patterns.get(0).extent()).isEqualTo(Pattern.Extent.CHOSEN);
    assertThat(AttackedBlock.exposed(both, withheld)).isEmpty();
  }

  /** Sales less retail sales are wholesale, which is tested as if it were published: it is. */
  @Test
  void whatIsLeftBetweenTwoOpenCellsIsTestedToo() {
    List<Row> rows = rows(RETAIL, SALES, WHOLESALE);
    List<String> three = List.of(RETAIL, SALES, WHOLESALE);
    Block all = Blocks.of(catalog, three, YEAR, rows);

    List<Pattern> patterns = Patterns.choose(rows, List.of(), List.of(), List::of, catalog);
    Set<GridCell> chosen = patterns.get(0).withheld().keySet();

    assertThat(Patterns.choose(rows(RETAIL, SALES), List.of(), List.of(), List::of, catalog))
        .noneMatch(
            pattern -> pattern.withheld().get(OF_TWO_WHOLESALERS) == Pattern.Reason.SENSITIVE);
    assertThat(AttackedBlock.exposed(all, RECTANGLE)).contains(SENSITIVE);
    assertThat(AttackedBlock.solved(all, RECTANGLE)).contains(SENSITIVE);
    assertThat(patterns)
        .hasSize(3)
        .allMatch(
            pattern -> pattern.withheld().get(OF_TWO_WHOLESALERS) == Pattern.Reason.SENSITIVE);
    assertThat(AttackedBlock.exposed(all, chosen)).isEmpty();
    assertThat(AttackedBlock.solved(all, chosen)).isEmpty();
  }

  /** What nobody publishes is open on no sheet, and never makes a cell of the grid withheld. */
  @Test
  void theRestIsKnownToNobody() {
    Block both = Blocks.of(catalog, List.of(RETAIL, SALES), YEAR, rows(RETAIL, SALES));
    int size = both.grid().size();
    Layer layer = AttackedBlock.yearToDate(both);

    assertThat(layer.size()).isEqualTo(3 * size);
    int rest = 2 * size + both.grid().indexOf(SENSITIVE);
    assertThat(layer.amount(rest)).isEqualTo(50);
    assertThat(both.onAllSheets(new BitSet()).cardinality()).isEqualTo(size);
    assertThat(both.ofGrid(both.onAllSheets(new BitSet())).isEmpty()).isTrue();
  }

  /**
   * Shops say that retail sales are a part of sales, and hotels here that sales are one of retail.
   */
  @Test
  void twoFormsThatStateACircleTellWhatTheFirstOneDoes(@TempDir Path folder) throws Exception {
    Path reference = folder.resolve("reference");
    try (Stream<Path> files = Files.walk(Path.of("data-lake", "reference"))) {
      for (Path file : files.toList()) {
        Files.copy(file, reference.resolve(Path.of("data-lake", "reference").relativize(file)));
      }
    }
    Path hotels = reference.resolve("forms").resolve("S204-1.yaml");
    Files.writeString(
        hotels,
        Files.readString(hotels)
            .replace("retail_sales, item: meals", "retail_sales, item: turnover")
            .replace("retail_sales, item: goods", "sales, item: goods"));
    Catalog circular = CatalogReader.read(reference);
    assertThat(Inclusion.of(circular)).extracting(Inclusion::total).contains(SALES, RETAIL);

    List<Row> rows = rows(RETAIL, SALES, WHOLESALE);
    Block ours = Blocks.of(catalog, List.of(RETAIL, SALES, WHOLESALE), YEAR, rows);
    Block theirs = Blocks.of(circular, List.of(RETAIL, SALES, WHOLESALE), YEAR, rows);

    assertThat(AttackedBlock.exposed(theirs, RECTANGLE))
        .isEqualTo(AttackedBlock.exposed(ours, RECTANGLE));
  }

  private static List<Row> rows(String... indicators) {
    List<Row> rows = new ArrayList<>();
    for (String indicator : indicators) {
      GridCell ofTwo = indicator.equals(RETAIL) ? SENSITIVE : OF_TWO_WHOLESALERS;
      RolledUp cells =
          new RolledUp(division -> List.of(division.startsWith("5") ? "F" : "H", "P3", "ALL"));
      AMOUNTS.forEach(
          (division, amounts) -> {
            for (int place = 0; place < PLACES.size(); place++) {
              GridCell own = new GridCell(PLACES.get(place), division);
              boolean isOfTwo = !indicator.equals(SALES) && own.equals(ofTwo);
              cells.add(own, amount(indicator, amounts[place]), isOfTwo ? 2 : 20);
            }
          });
      rows.addAll(cells.rows(indicator, YEAR));
    }
    return rows;
  }

  private static int amount(String indicator, int[] salesAndRetail) {
    return switch (indicator) {
      case SALES -> salesAndRetail[0];
      case RETAIL -> salesAndRetail[1];
      default -> Math.max(0, salesAndRetail[0] - salesAndRetail[1]);
    };
  }
}
