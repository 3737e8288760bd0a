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
    // Planted: the second quarter less the first is one respondent's, and so is the third less the
    // first, though no more came to it since the second.
    pair(5, 5, 1, 4);
    pair(5, 6, 2, 5, 1);
    pair(5, 7, 2, 5, 0, 1);
    // The same in both: nothing is left.
    pair(6, 8, 1, 4);
    pair(6, 9, 1, 4, 0);
    // Three brought something else, by departments' or by their own.
    pair(7, 10, 1, 4);
    pair(7, 11, 2, 5, 3);
    pair(7, 12, 2, 5, 0, 3);
    pair(7, 14, 3, 0, 0, 0);
    // Planted: of five, four are published by name.
    LINES.add(row("output", 8, 13, "correction", "12", 5, 1));
    CELLS.cell(
        "output",
        CellFixture.DISTRICT,
        "ALL",
        year(8),
        Map.of(RevisionTable.QUARTER, 13),
        9,
        "900",
        "100",
        "100");
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
    "output 5 410311 ALL correction, false",
    "output 6 410311 ALL correction, true",
    "output 7 410311 ALL correction, true",
    "output 8 410311 ALL correction, false",
    "output 9 410311 ALL correction, false",
    "output 10 410311 ALL correction, false",
    "output 11 410311 ALL correction, false",
    "output 12 410311 ALL correction, false",
    "output 13 410311 ALL correction, true",
    "output 14 410311 ALL correction, false",
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

  /** A line of the district beside those of other quarters of the year, and its open cell. */
  private static void pair(int year, int quarter, int difference, long respondents, long... own) {
    LINES.add(
        row(
            "output",
            year,
            quarter,
            "correction",
            Integer.toString(difference),
            respondents,
            respondents,
            own));
    CELLS.cell(
        "output",
        CellFixture.DISTRICT,
        "ALL",
        year(year),
        Map.of(RevisionTable.QUARTER, quarter),
        9,
        "900",
        "100",
        "100");
  }

  private static Row row(
      String indicator, int quarter, String place, String sector, String cause, long respondents) {
    return row(
        indicator, place, sector, year(quarter), quarter, cause, "12", respondents, respondents);
  }

  private static Row row(
      String indicator,
      int year,
      int quarter,
      String cause,
      String difference,
      long respondents,
      long unnamed,
      long... own) {
    return row(
        indicator,
        CellFixture.DISTRICT,
        "ALL",
        year(year),
        quarter,
        cause,
        difference,
        respondents,
        unnamed,
        own);
  }

  private static Row row(
      String indicator,
      String place,
      String sector,
      int year,
      int quarter,
      String cause,
      String difference,
      long respondents,
      long unnamed,
      long... own) {
    return RowFactory.create(
        indicator,
        place,
        sector,
        year,
        quarter,
        cause,
        CellFixture.amount("100"),
        CellFixture.amount("112"),
        CellFixture.amount(difference),
        CellFixture.amount("12"),
        null,
        respondents,
        unnamed,
        own.length > 0 ? own[0] : null,
        own.length > 1 ? own[1] : null,
        null);
  }

  private static int year(int quarter) {
    return CellFixture.YEAR + quarter - 1;
  }

  private static StructType schema() {
    return RevisionTable.DEFINITION
        .schema()
        .add(RevisionLogTable.RESPONDENTS, DataTypes.LongType)
        .add(RevisionLogTable.UNNAMED_RESPONDENTS, DataTypes.LongType)
        .add(RevisionLogTable.ownRespondents(1), DataTypes.LongType)
        .add(RevisionLogTable.ownRespondents(2), DataTypes.LongType)
        .add(RevisionLogTable.ownRespondents(3), DataTypes.LongType);
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
