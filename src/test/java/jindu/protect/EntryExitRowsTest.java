package jindu.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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

/** A bridge leaves whole or not at all. */
class EntryExitRowsTest {

  private static final List<Row> LINES = new ArrayList<>();
  private static Map<String, Row> found;

  @BeforeAll
  static void protect() {
    // A: open, every line of three or more, or of nobody's but departments'.
    line("output", "A", "continuing", 3);
    line("output", "A", "exit", 3);
    line("output", "A", "newly_opened", 0);
    // B: open, but one line of two.
    line("output", "B", "continuing", 9);
    line("output", "B", "exit", 2);
    line("output", "B", "base_restatement", 0);
    // C: the cell itself is withheld. D: there is no cell.
    line("output", "C", "continuing", 9);
    line("output", "D", "continuing", 9);
    // Departments alone.
    line("grp", "ALL", "continuing", 0);
    CellFixture cells = new CellFixture();
    for (String open : List.of("A", "B")) {
      cells.cell("output", CellFixture.DISTRICT, open, 9, "900", "100", "100");
    }
    cells.cell("output", CellFixture.DISTRICT, "C", 2, "900", "500", "400");
    cells.cell("grp", CellFixture.DISTRICT, "ALL", 0, null, null, null);
    found = new HashMap<>();
    Protect.entryExit(
            TestSession.get().createDataFrame(LINES, EntryExitTable.UNPROTECTED.schema()),
            Protect.indicator(cells.cells(), List.of(), CellFixture.catalog()))
        .collectAsList()
        .forEach(row -> found.put(row.getString(2) + " " + row.getString(5), row));
  }

  @Test
  void noLineIsLost() {
    assertThat(found).hasSameSizeAs(LINES);
  }

  /** Columns: sector and line, whether withheld. */
  @ParameterizedTest
  @CsvSource({
    "A continuing, false",
    "A exit, false",
    "A newly_opened, false",
    "B continuing, true",
    "B exit, true",
    "B base_restatement, true",
    "C continuing, true",
    "D continuing, true",
    "ALL continuing, false"
  })
  void aBridgeIsWithheldWithItsCellOrWithOneOfItsLines(String line, boolean withheld) {
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
    LINES.add(
        RowFactory.create(
            indicator,
            CellFixture.DISTRICT,
            sector,
            CellFixture.YEAR,
            1,
            part,
            // Of departments there are always some: it is not their number that counts.
            respondents + 1,
            CellFixture.amount("12.3456"),
            CellFixture.amount("1.2345"),
            null,
            respondents));
  }
}
