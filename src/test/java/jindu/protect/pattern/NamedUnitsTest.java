package jindu.protect.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jindu.TableRows;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogReader;
import jindu.table.CellTable;
import jindu.table.IndicatorTable;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A planted leak: four projects make the first cell, and three of them are published by name. The
 * smallest cell beside it is of named projects alone, so that whoever reads those knows it.
 *
 * <pre>
 *            C               F
 *  002   400 (100 unnamed)  5000
 *  004    50 (none unnamed) 3000
 *  005  2000                  60
 * </pre>
 */
class NamedUnitsTest {

  private static final String INDICATOR = "fixed_asset_investment";
  private static final String DISTRICT = "410311";
  private static final String FIRST = "410311002";
  private static final String NAMED = "410311004";
  private static final String THIRD = "410311005";

  private static Catalog catalog;

  @BeforeAll
  static void read() throws Exception {
    catalog = CatalogReader.read(Path.of("data-lake", "reference"));
  }

  @Test
  void theCellIsWithheldAndSoIsOneWhoseRestIsNotKnown() {
    Set<GridCell> withheld = pattern(true).withheld().keySet();

    assertThat(withheld).contains(new GridCell(FIRST, "C"));
    assertThat(withheld)
        .as("a cell of the section of which somebody unnamed is a part")
        .containsAnyOf(new GridCell(THIRD, "C"), new GridCell(DISTRICT, "C"));
    assertThat(withheld)
        .as("a cell of the township")
        .containsAnyOf(new GridCell(FIRST, "F"), new GridCell(FIRST, "ALL"));
  }

  /** Four contributors as even as these are no secret while nobody of them is published. */
  @Test
  void whereNobodyIsNamedNothingIsWithheld() {
    assertThat(pattern(false).withheld()).isEmpty();
  }

  /** What was open is withheld from the night on that publishes the names. */
  @Test
  void theFingerprintTellsWhoIsNamed() {
    assertThat(pattern(true).fingerprint()).isNotEqualTo(pattern(false).fingerprint());
  }

  private static Pattern pattern(boolean namesThem) {
    List<Row> rows = new ArrayList<>();
    Map<String, long[]> whole = new TreeMap<>();
    Map<String, long[]> rest = new TreeMap<>();
    cell(rows, whole, rest, FIRST, "C", 400, 4, namesThem ? 100 : 400, namesThem ? 1 : 4);
    cell(rows, whole, rest, FIRST, "F", 5000, 20, 5000, 20);
    cell(rows, whole, rest, NAMED, "C", 50, 5, namesThem ? 0 : 50, namesThem ? 0 : 5);
    cell(rows, whole, rest, NAMED, "F", 3000, 20, 3000, 20);
    cell(rows, whole, rest, THIRD, "C", 2000, 20, 2000, 20);
    cell(rows, whole, rest, THIRD, "F", 60, 20, 60, 20);
    for (String total : whole.keySet()) {
      GridCell cell = GridCell.parse(total);
      rows.add(row(cell.place(), cell.sector(), whole.get(total), rest.get(total)));
    }
    return Patterns.choose(rows, List.of(), List.of(), List::of, catalog).stream()
        .filter(pattern -> pattern.indicator().equals(INDICATOR))
        .findFirst()
        .orElseThrow();
  }

  /** The cell, and its part of the totals of its row, its column and all. */
  private static void cell(
      List<Row> rows,
      Map<String, long[]> whole,
      Map<String, long[]> rest,
      String place,
      String sector,
      long amount,
      long contributors,
      long unnamed,
      long unnamedContributors) {
    long[] own = {amount, contributors};
    long[] left = {unnamed, unnamedContributors};
    rows.add(row(place, sector, own, left));
    for (String total : List.of(place + "/ALL", DISTRICT + "/" + sector, DISTRICT + "/ALL")) {
      add(whole, total, own);
      add(rest, total, left);
    }
  }

  private static void add(Map<String, long[]> totals, String total, long[] part) {
    totals.merge(total, part, (sum, more) -> new long[] {sum[0] + more[0], sum[1] + more[1]});
  }

  /** The year to date alone; its contributors are as large as each other. */
  private static Row row(String place, String sector, long[] whole, long[] rest) {
    Map<String, Object> values = new HashMap<>();
    values.put(IndicatorTable.INDICATOR, INDICATOR);
    values.put(IndicatorTable.TOWNSHIP_CODE, place);
    values.put(IndicatorTable.SECTOR_CODE, sector);
    values.put(IndicatorTable.YEAR, 2021);
    values.put(IndicatorTable.QUARTER, 1);
    values.put(IndicatorTable.VALUE_YTD, amount(whole[0]));
    contributors(values, IndicatorTable.VALUE_YTD, whole);
    contributors(values, CellTable.unnamed(IndicatorTable.VALUE_YTD), rest);
    return TableRows.row(CellTable.DEFINITION, values);
  }

  private static void contributors(Map<String, Object> values, String figure, long[] amounts) {
    values.put(CellTable.contributors(figure), amounts[1]);
    if (amounts[1] > 0) {
      values.put(CellTable.contributed(figure), amount(amounts[0]));
      values.put(CellTable.largest(figure), amount(amounts[0] / amounts[1]));
      values.put(CellTable.second(figure), amounts[1] > 1 ? amount(amounts[0] / amounts[1]) : null);
    }
  }

  private static BigDecimal amount(long yuan) {
    return BigDecimal.valueOf(yuan).setScale(4);
  }
}
