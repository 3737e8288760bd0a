package jindu.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import jindu.catalog.Catalog;
import jindu.core.Cell;
import jindu.core.Feed.Measure;
import jindu.core.Indicator.Kind;
import jindu.core.Quarter;
import jindu.core.Rounding;
import jindu.table.CellTable;
import jindu.table.ContributionTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The parts of a cell are the cell, to the last digit, for every kind of indicator and level. */
class CellPartsTest {

  private static final LocalDate LATE = LocalDate.of(2030, 1, 1);
  private static final Catalog CATALOG = SmallCatalog.catalog();
  private static final long SEED = 20261128L;
  private static final int MOST = 3;

  private static Dataset<Row> contributions;
  private static List<Row> cells;

  @BeforeAll
  static void aggregate() {
    System.out.println("CellPartsTest seed " + SEED);
    ObservationRows rows = RandomReturns.of(SEED);
    for (int household = 0; household < 5; household++) {
      for (int year = 2020; year <= 2021; year++) {
        rows.from("HOUSEHOLDS", "H" + household, year + "-03")
            .in(SmallCatalog.EAST, null)
            .weight("1." + household)
            .item("income", Integer.toString(30_000 + 777 * household + year), null)
            .item("persons", Integer.toString(1 + household), null);
      }
    }
    rows.from("ACCOUNTS", "C|P2", "2020-03")
        .in(SmallCatalog.REMAINDER, "C")
        .attribute("strata", "P2")
        .item("current", "100", "80")
        .item("constant", "95", "80");
    rows.from("DEPARTMENTS", "D", "2020-03")
        .in(SmallCatalog.REMAINDER, null)
        .attribute("indicator", "greening")
        .item("figure", "41.5", null);
    Dataset<Row> all = Aggregate.contributions(rows.dataset(), CATALOG, LATE).persist();
    cells = Aggregate.cells(all, CATALOG, LATE).collectAsList();
    contributions = Aggregate.stored(all).persist();
  }

  @Test
  void thePartsAddUpToTheCell() {
    Set<Kind> kinds = new HashSet<>();
    int known = 0;
    int comparables = 0;
    for (Row cell : chosen()) {
      Cell name = name(cell);
      Map<Measure, Map<String, BigDecimal>> sums = new EnumMap<>(Measure.class);
      for (List<Row> group : groups(name, MOST)) {
        Row first = group.get(0);
        Measure measure = measure(first);
        for (String amount : Steps.AMOUNTS) {
          BigDecimal total = first.getAs(Aggregate.totalOf(amount));
          if (total != null) {
            sums.computeIfAbsent(measure, key -> new HashMap<>())
                .merge(amount, total, BigDecimal::add);
          }
        }
        assertThat(group).as("%s", name).hasSize((int) Math.min(MOST, count(first)));
      }
      for (String amount : Steps.AMOUNTS) {
        known += assertIsCell(cell, amount, sums);
      }
      comparables += value(cell, CellTable.COMPARABLE_YTD) == null ? 0 : 1;
      kinds.add(CATALOG.indicators().get(name.indicator()).kind());
    }
    assertThat(kinds).containsExactlyInAnyOrder(Kind.values());
    assertThat(comparables).isGreaterThan(2);
    assertThat(known).isGreaterThan(30);
  }

  @Test
  void whatIsListedIsTheLargestAndWhatIsNotIsInTheTotal() {
    Cell whole = new Cell("retail", SmallCatalog.DISTRICT, "ALL", new Quarter(2020, 4));
    for (List<Row> all : groups(whole, Integer.MAX_VALUE)) {
      assertThat(count(all.get(0))).isEqualTo(all.size());
      for (String amount : Steps.AMOUNTS) {
        BigDecimal sum =
            all.stream()
                .map(row -> row.<BigDecimal>getAs(amount))
                .filter(value -> value != null)
                .reduce(BigDecimal::add)
                .orElse(null);
        assertThat(sum).isEqualTo(all.get(0).<BigDecimal>getAs(Aggregate.totalOf(amount)));
      }
    }
    List<Row> reported = groups(whole, Integer.MAX_VALUE).get(0);
    List<Row> largest = groups(whole, MOST).get(0);
    assertThat(largest).hasSize(MOST).hasSizeLessThan(reported.size());
    BigDecimal smallestListed =
        largest.stream().map(CellPartsTest::size).min(BigDecimal::compareTo).orElseThrow();
    assertThat(reported.stream().map(CellPartsTest::size))
        .filteredOn(size -> size.compareTo(smallestListed) >= 0)
        .hasSize(MOST);
  }

  @Test
  void aPartStandsAtItsOwnPlaceAndClass() {
    Cell section = new Cell("output", SmallCatalog.DISTRICT, "C", new Quarter(2020, 4));
    List<Row> parts = groups(section, Integer.MAX_VALUE).stream().flatMap(List::stream).toList();

    assertThat(parts)
        .extracting(row -> row.<String>getAs(ContributionTable.SECTOR_CODE))
        .containsOnly("1711", "4311");
    assertThat(parts)
        .extracting(row -> row.<String>getAs(ContributionTable.TOWNSHIP_CODE))
        .isSubsetOf(SmallCatalog.EAST, SmallCatalog.WEST, SmallCatalog.REMAINDER);
  }

  /** The groups by measure and state. */
  private static List<List<Row>> groups(Cell cell, int most) {
    Map<String, List<Row>> groups = new TreeMap<>();
    for (Row row : Aggregate.parts(contributions, cell, CATALOG, most).collectAsList()) {
      String group =
          row.<String>getAs(ContributionTable.MEASURE) + row.<String>getAs(ContributionTable.STATE);
      groups.computeIfAbsent(group, key -> new ArrayList<>()).add(row);
    }
    return List.copyOf(groups.values());
  }

  /** Whether the figure of the cell is known, as a number; it is what the sums make it. */
  private static int assertIsCell(
      Row cell, String amount, Map<Measure, Map<String, BigDecimal>> sums) {
    BigDecimal above = sums.getOrDefault(Measure.NOMINAL, Map.of()).get(amount);
    BigDecimal below = sums.getOrDefault(Measure.WEIGHT, Map.of()).get(amount);
    Kind kind = CATALOG.indicators().get(cell.getString(0)).kind();
    BigDecimal value = value(cell, amount);
    if (amount.endsWith("_ytd")) {
      BigDecimal comparable = value(cell, comparable(amount));
      if (comparable != null) {
        assertThat(sums.get(Measure.COMPARABLE).get(amount))
            .as(Cells.key(cell))
            .isEqualByComparingTo(comparable);
      }
    }
    if (value == null) {
      return 0;
    }
    BigDecimal expected =
        switch (kind) {
          case RATE -> Rounding.ratio(above.movePointRight(2), below, Rounding.PERCENT_DECIMALS);
          case MEAN -> Rounding.ratio(above, below, Rounding.VALUE_DECIMALS);
          default -> above;
        };
    assertThat(value).as(Cells.key(cell) + " " + amount).isEqualByComparingTo(expected);
    return 1;
  }

  /**
   * One cell of each kind of indicator at each level of place and sector, by chance; in the
   * district one with figures at comparable prices, where there is one.
   */
  private static List<Row> chosen() {
    List<Row> shuffled = new ArrayList<>(cells);
    Collections.shuffle(shuffled, new Random(SEED));
    shuffled.sort(Comparator.comparing(cell -> value(cell, CellTable.COMPARABLE_YTD) == null));
    Map<String, Row> chosen = new TreeMap<>();
    for (Row cell : shuffled) {
      boolean isDistrict = cell.getString(1).equals(SmallCatalog.DISTRICT);
      boolean isComparable = value(cell, CellTable.COMPARABLE_YTD) != null;
      String level =
          CATALOG.indicators().get(cell.getString(0)).kind().code()
              + cell.getString(1).length()
              + cell.getString(2).replaceAll("^[A-T]$", "section").replaceAll("\\d", "0");
      if (value(cell, ContributionTable.VALUE_YTD) != null && (isDistrict || !isComparable)) {
        chosen.putIfAbsent(level, cell);
      }
    }
    return List.copyOf(chosen.values());
  }

  private static Cell name(Row cell) {
    return new Cell(
        cell.getString(0),
        cell.getString(1),
        cell.getString(2),
        new Quarter(cell.getInt(3), cell.getInt(4)));
  }

  private static BigDecimal value(Row cell, String column) {
    return cell.getDecimal(CellTable.DEFINITION.schema().fieldIndex(column));
  }

  private static String comparable(String amount) {
    return amount.equals("value_ytd")
        ? CellTable.COMPARABLE_YTD
        : CellTable.COMPARABLE_PREVIOUS_YTD;
  }

  private static Measure measure(Row part) {
    String code = part.getAs(ContributionTable.MEASURE);
    return List.of(Measure.values()).stream()
        .filter(measure -> measure.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static long count(Row part) {
    return part.<Long>getAs(Aggregate.PARTS);
  }

  private static BigDecimal size(Row part) {
    return part.<BigDecimal>getAs(ContributionTable.VALUE_YTD).abs();
  }
}
