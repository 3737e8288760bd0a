package jindu.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jindu.TestSession;
import jindu.catalog.Catalog;
import jindu.core.Sector;
import jindu.table.ResponseQualityTable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A weighted share of one or two units is theirs alone. Form B is of enterprises, H is not. */
class ResponseRowsTest {

  private static final BigDecimal SHARE = new BigDecimal("12.3456");
  private static final CellFixture NO_CELLS = new CellFixture();

  /** Columns: form, units expected (empty: no register), units reported, whether withheld. */
  @ParameterizedTest
  @CsvSource({
    "B, 6, 3, false",
    "B, 3, 3, false",
    "B, 0, 0, false",
    "B, 6, 0, false",
    "B, 1, 1, true",
    "B, 2, 0, true",
    "B, 2, 2, true",
    "B, 9, 2, true",
    // One or two are missing: the rest of the total is theirs.
    "B, 9, 8, true",
    "B, 9, 7, true",
    "B, 9, 6, false",
    "B, , 2, true",
    "B, , 3, false",
    "H, 1, 1, false",
    "H, 9, 8, false"
  })
  void sharesOfFewUnitsStayInside(String form, Long expected, long reported, boolean withheld) {
    Row row =
        protect(List.of(row(form, CellFixture.TOWNSHIP, expected, reported)), NO_CELLS).get(0);
    assertThat(row.<Boolean>getAs("withheld")).isEqualTo(withheld);
    for (String column : List.of("response_size_pct", "estimated_share_pct")) {
      assertThat(row.<BigDecimal>getAs(column)).as(column).isEqualTo(withheld ? null : SHARE);
    }
    assertThat(row.<Long>getAs("expected")).isEqualTo(expected);
    assertThat(row.<Long>getAs("reported")).isEqualTo(reported);
    assertThat(row.<BigDecimal>getAs("response_pct")).isEqualTo(SHARE);
    assertThat(row.<Long>getAs("flagged")).isEqualTo(4);
  }

  /**
   * Columns: what each of four townships misses of its nine, which of their shares leave, and
   * whether the district's does.
   */
  @ParameterizedTest
  @CsvSource({
    // One is missing in one township alone: the district's share less the others' is his.
    "1003, ----, true",
    // Three together in the two that are kept.
    "1203, --xx, true",
    "0033, xxxx, true",
    // Of the district itself one is missing.
    "1000, ----, false"
  })
  void sharesOfOthersDoNotTellIt(String missing, String leave, boolean districtLeaves) {
    List<Row> rows = new ArrayList<>();
    long all = 0;
    for (int of : missing.chars().map(Character::getNumericValue).toArray()) {
      long reported = 9L - of;
      rows.add(row("B", "41031100" + rows.size(), 9L, reported));
      all += reported;
    }
    rows.add(row("B", CellFixture.DISTRICT, 36L, all));
    assertThat(leaves(protect(rows, NO_CELLS))).isEqualTo(leave + (districtLeaves ? "x" : "-"));
  }

  /** Nine answered in each of four townships; where the output that they weigh by is withheld. */
  @ParameterizedTest
  @CsvSource({"TOWNSHIP, -xxx, true", "DISTRICT, ----, false"})
  void noShareIsLeftOfAWithheldAmount(String closed, String leave, boolean districtLeaves) {
    String place = closed.equals("DISTRICT") ? CellFixture.DISTRICT : CellFixture.TOWNSHIP;
    CellFixture cells =
        new CellFixture()
            .cell("output", place, Sector.ALL, 9, "900", "890", "5")
            // A division's is not what a form's units are weighted by, nor is another indicator.
            .cell("output", "410311003", "13", 1, "1", "1", "0")
            .cell("comparable", "410311003", Sector.ALL, 1, "1", "1", "0");
    List<Row> rows = new ArrayList<>();
    for (int of = 2; of <= 5; of++) {
      rows.add(row("B", "41031100" + of, 9L, 9));
    }
    rows.add(row("B", CellFixture.DISTRICT, 36L, 36));
    assertThat(leaves(protect(rows, cells))).isEqualTo(leave + (districtLeaves ? "x" : "-"));
  }

  /** In order of place, the district first in code and here last. */
  private static String leaves(List<Row> rows) {
    Map<String, String> leaves = new TreeMap<>();
    rows.forEach(
        row ->
            leaves.put(
                row.getAs("township_code"), row.getAs("response_size_pct") == null ? "-" : "x"));
    String ofDistrict = leaves.remove(CellFixture.DISTRICT);
    return String.join("", leaves.values()) + ofDistrict;
  }

  private static List<Row> protect(List<Row> rows, CellFixture cells) {
    Catalog catalog = CellFixture.catalog();
    return Protect.responseQuality(
            TestSession.get().createDataFrame(rows, ResponseQualityTable.DEFINITION.schema()),
            Protect.indicator(cells.cells(), List.of(), catalog),
            catalog)
        .collectAsList();
  }

  private static Row row(String form, String place, Long expected, long reported) {
    return RowFactory.create(
        form, place, 2021, 1, expected, reported, reported, 0L, SHARE, SHARE, SHARE, 1L, 4L, 2L,
        null);
  }
}
