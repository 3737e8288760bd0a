package jindu.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jindu.TestSession;
import jindu.table.RevisionLogTable;
import jindu.table.RevisionTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Revisions of one level of detail leave together, or none of them does. */
class RevisionRowsTest {

  private static final String OTHER = "410311004";
  private static final List<Row> LINES = new ArrayList<>();
  private static final CellFixture CELLS = new CellFixture();
  private static final Set<List<Object>> THERE = new HashSet<>();
  private static Map<String, Row> found;

  @BeforeAll
  static void protect() {
    // Planted: of the strata one line of one respondent, which the others leave of the total's.
    line(1, CellFixture.DISTRICT, "ALL", "correction", 7);
    line(1, CellFixture.DISTRICT, "ALL", "new_return", 3);
    line(1, CellFixture.DISTRICT, "P1", "correction", 1);
    line(1, CellFixture.DISTRICT, "P2", "correction", 6);
    line(1, CellFixture.DISTRICT, "P2", "new_return", 3);
    // Planted: townships and divisions are whole, and tell what is in both of two.
    line(2, CellFixture.DISTRICT, "ALL", "correction", 5);
    line(2, CellFixture.TOWNSHIP, "ALL", "correction", 3);
    line(2, OTHER, "ALL", "none", 0);
    line(2, CellFixture.DISTRICT, "01", "correction", 3);
    line(2, CellFixture.DISTRICT, "02", "correction", 4);
    line(2, CellFixture.TOWNSHIP, "01", "correction", 1);
    line(2, CellFixture.TOWNSHIP, "02", "correction", 3);
    // Whole down to the divisions of a township: all that is coarser is a sum of them.
    line(3, CellFixture.DISTRICT, "ALL", "correction", 6);
    line(3, CellFixture.DISTRICT, "01", "correction", 6);
    line(3, CellFixture.TOWNSHIP, "ALL", "correction", 6);
    line(3, CellFixture.TOWNSHIP, "01", "correction", 6);
    // A cell that is withheld, and one that is gone.
    line(4, CellFixture.DISTRICT, "ALL", "correction", 9);
    line(4, CellFixture.TOWNSHIP, "ALL", "none", 0);
    line(4, OTHER, "ALL", "correction", 9);
    line(4, CellFixture.DISTRICT, "01", "correction", 9);
    LINES.add(row("output", 4, CellFixture.DISTRICT, "02", "withdrawal", 9));
    // Departments alone have nothing to keep.
    LINES.add(row("grp", 1, CellFixture.DISTRICT, "ALL", "correction", 0));
    LINES.add(row("grp", 1, CellFixture.DISTRICT, "P1", "correction", 0));
    for (String sector : List.of("ALL", "P1")) {
      CELLS.cell("grp", CellFixture.DISTRICT, sector, 0, null, null, null);
    }
    found = new HashMap<>();
    Protect.revision(
            TestSession.get().createDataFrame(LINES, schema()),
            Protect.indicator(CELLS.cells(), List.of(), CellFixture.catalog()),
            CellFixture.catalog())
        .collectAsList()
        .forEach(row -> found.put(name(row), row));
  }

  @Test
  void noLineIsLost() {
    assertThat(found).hasSameSizeAs(LINES);
  }

  /** Columns: indicator, quarter, place, sector and cause; whether withheld. */
  @ParameterizedTest
  @CsvSource({
    "output 1 410311 ALL correction, false",
    "output 1 410311 ALL new_return, false",
    "output 1 410311 P1 correction, true",
    "output 1 410311 P2 correction, true",
    "output 1 410311 P2 new_return, true",
    "output 2 410311 ALL correction, false",
    "output 2 410311002 ALL correction, false",
    "output 2 410311004 ALL none, false",
    "output 2 410311 01 correction, true",
    "output 2 410311 02 correction, true",
    "output 2 410311002 01 correction, true",
    "output 2 410311002 02 correction, true",
    "output 3 410311 ALL correction, false",
    "output 3 410311 01 correction, false",
    "output 3 410311002 ALL correction, false",
    "output 3 410311002 01 correction, false",
    "output 4 410311 ALL correction, false",
    "output 4 410311002 ALL none, true",
    "output 4 410311004 ALL correction, true",
    "output 4 410311 01 correction, true",
    "output 4 410311 02 withdrawal, true",
    "grp 1 410311 ALL correction, false",
    "grp 1 410311 P1 correction, false"
  })
  void revisionsOfOneLevelLeaveTogetherOrNotAtAll(String line, boolean withheld) {
    Row row = found.get(line);
    assertThat(row.<Boolean>getAs(RevisionTable.WITHHELD)).isEqualTo(withheld);
    assertThat(row.schema().fieldNames()).isEqualTo(RevisionTable.DEFINITION.schema().fieldNames());
    for (String figure :
        List.of(
            RevisionTable.FIRST_VALUE,
            RevisionTable.LATEST_VALUE,
            RevisionTable.DIFFERENCE,
            RevisionTable.REVISION_PCT)) {
      if (withheld) {
        assertThat(row.<Object>getAs(figure)).as(figure).isNull();
      } else {
        assertThat(row.<Object>getAs(figure)).as(figure).isNotNull();
      }
    }
  }

  /** The line, and its cell: open, but for the second township's in the last quarter. */
  private static void line(
      int quarter, String place, String sector, String cause, long respondents) {
    LINES.add(row("output", quarter, place, sector, cause, respondents));
    if (!THERE.add(List.of(quarter, place, sector))) {
      return;
    }
    boolean isSensitive = quarter == 4 && place.equals(OTHER);
    CELLS.cell(
        "output",
        place,
        sector,
        // A year for each quarter: what is closed in one quarter is closed in all of its year.
        year(quarter),
        Map.of(RevisionTable.QUARTER, quarter),
        isSensitive ? 2 : 9,
        "900",
        isSensitive ? "500" : "100",
        "100");
  }

  private static Row row(
      String indicator, int quarter, String place, String sector, String cause, long respondents) {
    return RowFactory.create(
        indicator,
        place,
        sector,
        year(quarter),
        quarter,
        cause,
        CellFixture.amount("100"),
        CellFixture.amount("112"),
        CellFixture.amount("12"),
        CellFixture.amount("12"),
        null,
        respondents);
  }

  private static int year(int quarter) {
    return CellFixture.YEAR + quarter - 1;
  }

  private static StructType schema() {
    return RevisionTable.DEFINITION.schema().add(RevisionLogTable.RESPONDENTS, DataTypes.LongType);
  }

  private static String name(Row row) {
    return String.join(
        " ",
        row.<String>getAs(RevisionTable.INDICATOR),
        row.<Integer>getAs(RevisionTable.QUARTER).toString(),
        row.<String>getAs(RevisionTable.TOWNSHIP_CODE),
        row.<String>getAs(RevisionTable.SECTOR_CODE),
        row.<String>getAs(RevisionTable.CAUSE));
  }

  /** What the reader of the second quarter could do: the township less what is not division 01. */
  @Test
  void whatTwoLevelsTellTogetherIsNotPublished() {
    Dataset<Row> open =
        TestSession.get()
            .createDataFrame(List.copyOf(found.values()), RevisionTable.DEFINITION.schema())
            .where("quarter = 2 AND NOT withheld AND difference IS NOT NULL");
    assertThat(open.select("sector_code").distinct().collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly("ALL");
  }
}
