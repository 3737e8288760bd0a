package jindu.protect;

import static jindu.protect.CellFixture.DISTRICT;
import static jindu.protect.CellFixture.TOWNSHIP;
import static jindu.protect.CellFixture.YEAR;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jindu.table.CellTable;
import jindu.table.IndicatorTable;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** A cell of many is open, and what one of them restated in it is not told. */
class RevisedPartsTest {

  private final CellFixture cells = new CellFixture();

  @Test
  void whatOneOrTwoRestatedStaysInside() {
    revised(DISTRICT, 1, 2, 0, "0");
    revised(DISTRICT, 2, 3, 0, "0");
    revised(DISTRICT, 3, 0, 0, "0");
    assertThat(told(IndicatorTable.RESTATED_PART))
        .isEqualTo(Map.of("410311 1", false, "410311 2", true, "410311 3", true));
  }

  /** The district's less those of the other townships would be that of the one. */
  @Test
  void noPartOfTheDistrictTellsIt() {
    revised(DISTRICT, 2, 9, 9, "5");
    revised(TOWNSHIP, 2, 9, 9, "5");
    cells.cell("grp", TOWNSHIP, "ALL", 0, null, null, null);
    for (String part : List.of(IndicatorTable.RESTATED_PART, IndicatorTable.EARLIER_REVISED_PART)) {
      assertThat(told(part))
          .as(part)
          .isEqualTo(Map.of("410311 2", true, "410311002 2", false, "410311002 1", true));
    }
  }

  /** Planted: four revised the first quarter, and a fifth the second alone. */
  @Test
  void whatTheNextQuarterTellsMoreIsThatOfOne() {
    revised(DISTRICT, 2, 0, 4, "100");
    revised(DISTRICT, 3, 0, 5, "120");
    revised(DISTRICT, 4, 0, 8, "170");
    assertThat(told(IndicatorTable.EARLIER_REVISED_PART))
        .isEqualTo(Map.of("410311 2", true, "410311 3", false, "410311 4", true));
  }

  /** Planted: eight, and four of them with a fifth two quarters later. */
  @Test
  void whatALaterQuarterTellsMoreIsThatOfOne() {
    revised(DISTRICT, 2, 0, 4, "100");
    revised(DISTRICT, 3, 0, 8, "150");
    revised(DISTRICT, 4, 0, 5, "120");
    assertThat(told(IndicatorTable.EARLIER_REVISED_PART))
        .isEqualTo(Map.of("410311 2", true, "410311 3", true, "410311 4", false));
  }

  /** The same of both is no difference. */
  @Test
  void whatIsTheSameInTwoQuartersLeaves() {
    revised(DISTRICT, 2, 0, 4, "100");
    revised(DISTRICT, 3, 0, 4, "100");
    revised(DISTRICT, 4, 0, 0, "0");
    assertThat(told(IndicatorTable.EARLIER_REVISED_PART))
        .isEqualTo(Map.of("410311 2", true, "410311 3", true, "410311 4", true));
  }

  private void revised(String place, int quarter, long restated, long groups, String part) {
    Map<String, Object> other = new HashMap<>();
    other.put(IndicatorTable.QUARTER, quarter);
    other.put(CellTable.RESTATED_CONTRIBUTORS, restated);
    other.put(CellTable.EARLIER_REVISED_CONTRIBUTORS, groups);
    other.put(IndicatorTable.EARLIER_REVISED_PART, CellFixture.amount(part));
    cells.cell("output", place, "ALL", YEAR, other, 60, "1000", "300", "200");
  }

  /** Whether the part is told, by place and quarter. */
  private Map<String, Boolean> told(String part) {
    return Protect.indicator(cells.cells(), List.of(), CellFixture.catalog())
        .collectAsList()
        .stream()
        .collect(
            Collectors.toMap(
                row ->
                    row.<String>getAs(IndicatorTable.TOWNSHIP_CODE)
                        + " "
                        + row.<Integer>getAs(IndicatorTable.QUARTER),
                (Row row) -> row.getAs(part) != null));
  }
}
