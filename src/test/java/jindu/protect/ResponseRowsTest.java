package jindu.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
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

  private static Row protectedRow(String form, Long expected, long reported, BigDecimal share) {
    Row row =
        RowFactory.create(
            form,
            CellFixture.TOWNSHIP,
            2021,
            1,
            expected,
            reported,
            reported,
            0L,
            share,
            share,
            share,
            1L,
            4L,
            2L,
            null);
    return Protect.responseQuality(
            TestSession.get()
                .createDataFrame(List.of(row), ResponseQualityTable.DEFINITION.schema()),
            CellFixture.catalog())
        .collectAsList()
        .get(0);
  }
}
