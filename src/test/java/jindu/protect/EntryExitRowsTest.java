package jindu.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jindu.TestSession;
import jindu.table.EntryExitTable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bridges of one level of detail leave together, or none of them does. */
class EntryExitRowsTest {

  private static final List<Row> LINES = new ArrayList<>();
  private static Map<String, Row> found;

  @BeforeAll
  static void protect() {
    // The whole: open, every line of three or more, or of nobody's but departments'.
    line("output", "ALL", "continuing", 3);
    line("output", "ALL", "exit", 3);
    line("output", "ALL", "newly_opened", 0);
    // Strata: one line of two, in the other stratum.
    line("output", "P1", "continuing", 9);
    line("output", "P2", "continuing", 9);
    line("output", "P2", "exit", 2);
    // Divisions of the district: one cell is withheld. Of a township: of one there is no cell.
    line("output", "01", "continuing", 9);
    line("output", "02", "continuing", 9);
    line(CellFixture.TOWNSHIP, "output", "03", "continuing", 9);
    line(CellFixture.TOWNSHIP, "output", "04", "continuing", 9);
    // Strata of a township: nine in a line, and seven of them are published by name.
    line(CellFixture.TOWNSHIP, "output", "P3", "continuing", 9, 2);
    // Nine in a line of a township as a whole, and what one of them brings is nearly all.
    List<Object> dominated =
        List.of(9L, CellFixture.amount("100"), CellFixture.amount("86"), CellFixture.amount("5"));
    line(CellFixture.TOWNSHIP, "output", "ALL", "newly_opened_of_one", dominated, dominated);
    // Departments alone.
    line("grp", "ALL", "continuing", 0);
    CellFixture cells = new CellFixture();
    for (String open : List.of("ALL", "P1", "P2", "02")) {
      cells.cell("output", CellFixture.DISTRICT, open, 9, "900", "100", "100");
    }
    cells.cell("output", CellFixture.DISTRICT, "01", 2, "900", "500", "400");
    cells.cell("output", CellFixture.TOWNSHIP, "ALL", 9, "900", "100", "100");
    cells.cell("output", CellFixture.TOWNSHIP, "P3", 9, "900", "100", "100");
    cells.cell("output", CellFixture.TOWNSHIP, "03", 9, "900", "100", "100");
    cells.cell("grp", CellFixture.DISTRICT, "ALL", 0, null, null, null);
    found = new HashMap<>();
    Protect.entryExit(
            TestSession.get().createDataFrame(LINES, EntryExitTable.UNPROTECTED.schema()),
            Protect.indicator(cells.cells(), List.of(), CellFixture.catalog()),
            CellFixture.catalog())
        .collectAsList()
        .forEach(
            row ->
                found.put(row.getString(0) + " " + row.getString(2) + " " + row.getString(5), row));
  }

  @Test
  void noLineIsLost() {
    assertThat(found).hasSameSizeAs(LINES);
  }

  /** Columns: indicator, sector and line, whether withheld. */
  @ParameterizedTest
  @CsvSource({
    "output ALL continuing, false",
    "output ALL exit, false",
    "output ALL newly_opened, false",
    "output P1 continuing, true",
    "output P2 continuing, true",
    "output P2 exit, true",
    "output 01 continuing, true",
    "output 02 continuing, true",
    "output P3 continuing, true",
    // The district's divisions are sums of these, and one of them is closed.
    "output ALL newly_opened_of_one, true",
    "output 03 continuing, true",
    "output 04 continuing, true",
    "grp ALL continuing, false"
  })
  void bridgesOfOneLevelLeaveTogetherOrNotAtAll(String line, boolean withheld) {
    Row row = found.get(line);
    assertThat(row.<Boolean>getAs("withheld")).isEqualTo(withheld);
    assertThat(row.schema().fieldNames())
        .isEqualTo(EntryExitTable.DEFINITION.schema().fieldNames());
    for (String figure : List.of("units", "amount", "points")) {
      if (withheld) {
        assertThat(row.<Object>getAs(figure)).as(figure).isNull();
      } else {
        assertThat(row.<Object>getAs(figure)).as(figure).isNotNull();
      }
    }
  }

  private static void line(String indicator, String sector, String part, long respondents) {
    line(CellFixture.DISTRICT, indicator, sector, part, respondents);
  }

  private static void line(
      String place, String indicator, String sector, String part, long respondents) {
    line(place, indicator, sector, part, respondents, respondents);
  }

  private static void line(
      String place, String indicator, String sector, String part, long respondents, long unnamed) {
    line(place, indicator, sector, part, alike(respondents), alike(unnamed));
  }

  /** So many groups that bring ten each, as the table tells of them. */
  private static List<Object> alike(long groups) {
    Object ten = groups > 0 ? CellFixture.amount("10") : null;
    Object all = groups > 0 ? CellFixture.amount(Long.toString(10 * groups)) : null;
    return Arrays.asList(groups, all, ten, groups > 1 ? ten : null);
  }

  private static void line(
      String place,
      String indicator,
      String sector,
      String part,
      List<Object> respondents,
      List<Object> unnamed) {
    List<Object> row =
        new ArrayList<>(
            Arrays.asList(
                indicator,
                place,
                sector,
                CellFixture.YEAR,
                1,
                part,
                // Of departments there are always some: it is not their number that counts.
                (long) respondents.get(0) + 1,
                CellFixture.amount("12.3456"),
                CellFixture.amount("1.2345"),
                null));
    row.addAll(respondents);
    row.addAll(unnamed);
    LINES.add(RowFactory.create(row.toArray()));
  }
}
