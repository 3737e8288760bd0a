package jindu.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jindu.TestSession;
import jindu.table.ResponseQualityTable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A weighted share of one or two units is theirs alone. Form B is of enterprises, H is not. */
class ResponseRowsTest {

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
    BigDecimal share = new BigDecimal("12.3456");
    Row row = protectedRow(form, expected, reported, share);
    assertThat(row.<Boolean>getAs("withheld")).isEqualTo(withheld);
    for (String column : List.of("response_size_pct", "estimated_share_pct")) {
      assertThat(row.<BigDecimal>getAs(column)).as(column).isEqualTo(withheld ? null : share);
    }
    assertThat(row.<Long>getAs("expected")).isEqualTo(expected);
    assertThat(row.<Long>getAs("reported")).isEqualTo(reported);
    assertThat(row.<BigDecimal>getAs("response_pct")).isEqualTo(share);
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
      rows.add(row("B", "41031100" + rows.size(), 9L, reported, new BigDecimal("12.3456")));
      all += reported;
    }
    rows.add(row("B", CellFixture.DISTRICT, 36L, all, new BigDecimal("12.3456")));
    Map<String, Boolean> told = new TreeMap<>();
    protect(rows)
        .forEach(
            row -> told.put(row.getAs("township_code"), row.getAs("response_size_pct") != null));
    assertThat(told.remove(CellFixture.DISTRICT)).isEqualTo(districtLeaves);
    assertThat(told.values())
        .containsExactlyElementsOf(leave.chars().mapToObj(each -> each == 'x').toList());
  }

  private static Row protectedRow(String form, Long expected, long reported, BigDecimal share) {
    return protect(List.of(row(form, CellFixture.TOWNSHIP, expected, reported, share))).get(0);
  }

  private static List<Row> protect(List<Row> rows) {
    return Protect.responseQuality(
            TestSession.get().createDataFrame(rows, ResponseQualityTable.DEFINITION.schema()),
            CellFixture.catalog())
        .collectAsList();
  }

  private static Row row(
      String form, String place, Long expected, long reported, BigDecimal share) {
    return RowFactory.create(
        form, place, 2021, 1, expected, reported, reported, 0L, share, share, share, 1L, 4L, 2L,
        null);
  }
}
