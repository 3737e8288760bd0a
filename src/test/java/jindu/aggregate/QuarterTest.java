package jindu.aggregate;

import static jindu.aggregate.SmallCatalog.EAST;
import static jindu.aggregate.SmallCatalog.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class QuarterTest {

  private static final String DISTRICT_OUTPUT = "output/410311/ALL/2020/";

  @Test
  void takesTheLatestMonthOfAQuarterAndDifferencesPerUnit() {
    ObservationRows rows = new ObservationRows();
    rows.from("INDUSTRY", "U1", "2020-02").in(EAST, "1711").item("output", "10", "20");
    rows.from("INDUSTRY", "U1", "2020-03").in(EAST, "1711").item("output", "30", "25");
    rows.from("INDUSTRY", "U1", "2020-06").in(EAST, "1711").item("output", "70", "60");
    rows.from("INDUSTRY", "U1", "2020-05").in(EAST, "1711").item("output", "55", "50");
    Cells cells = Cells.of(rows);
    assertThat(cells.text(DISTRICT_OUTPUT + 1, "value_ytd")).isEqualTo("30");
    assertThat(cells.text(DISTRICT_OUTPUT + 2, "value_ytd")).isEqualTo("70");
    // 70 − 30 and 60 − 25.
    assertThat(cells.text(DISTRICT_OUTPUT + 2, "value")).isEqualTo("40");
    assertThat(cells.text(DISTRICT_OUTPUT + 2, "previous")).isEqualTo("35");
    assertThat(cells.text(DISTRICT_OUTPUT + 2, "growth_pct")).isEqualTo("14.2857");
    assertThat(cells.text(DISTRICT_OUTPUT + 2, "growth_ytd_pct")).isEqualTo("16.6667");
    assertThat(cells.text(DISTRICT_OUTPUT + 2, "growth_base")).isEqualTo("reported");
  }

  @Test
  void letsTheLastYearToDateStandWhereAQuarterIsMissing() {
    ObservationRows rows = new ObservationRows();
    rows.from("INDUSTRY", "U1", "2020-03").in(EAST, "1711").item("output", "30", "25");
    rows.from("INDUSTRY", "U1", "2020-09").in(EAST, "1711").item("output", "100", "90");
    rows.from("INDUSTRY", "U2", "2020-06").in(WEST, "1711").item("output", "5", "4");
    Cells cells = Cells.of(rows);
    // Quarter 2: 30 stands, and U2 brings 5.
    assertThat(cells.text(DISTRICT_OUTPUT + 2, "value_ytd")).isEqualTo("35");
    assertThat(cells.text(DISTRICT_OUTPUT + 2, "previous_ytd")).isEqualTo("29");
    assertThat(cells.text("output/410311001/ALL/2020/2", "value")).isEqualTo("0");
    assertThat(cells.text(DISTRICT_OUTPUT + 2, "units_reported")).isEqualTo("1");
    assertThat(cells.text(DISTRICT_OUTPUT + 2, "units_standing")).isEqualTo("1");
    // Quarter 3: 100 − 30; now U2 stands.
    assertThat(cells.text("output/410311001/ALL/2020/3", "value")).isEqualTo("70");
    assertThat(cells.text("output/410311001/ALL/2020/3", "previous")).isEqualTo("65");
    assertThat(cells.text(DISTRICT_OUTPUT + 3, "value_ytd")).isEqualTo("105");
    assertThat(cells.text(DISTRICT_OUTPUT + 3, "units_standing")).isEqualTo("1");
  }

  @Test
  void hasNoRowAfterTheLastQuarterWithReturnsNorAfterTheAsOfDay() {
    ObservationRows rows = new ObservationRows();
    rows.from("INDUSTRY", "U1", "2020-03").in(EAST, "1711").item("output", "30", "25");
    rows.from("INDUSTRY", "U1", "2020-06").in(EAST, "1711").item("output", "70", "60");
    assertThat(Cells.of(rows).rows()).doesNotContainKey(DISTRICT_OUTPUT + 3);
    assertThat(Cells.of(rows, LocalDate.of(2020, 3, 31)).rows())
        .containsKey(DISTRICT_OUTPUT + 1)
        .doesNotContainKey(DISTRICT_OUTPUT + 2);
  }

  @Test
  void carriesAFormForwardToTheQuarterThatAnotherFormOfTheIndicatorHasReached() {
    ObservationRows rows = new ObservationRows();
    rows.from("SMALL-TRADE", "S", "2020-03").in(EAST, "52").item("retail", "7", "7");
    rows.from("TRADE", "U1", "2020-06")
        .in(EAST, "5211")
        .item("meals", "10", "9")
        .item("goods", "20", "19");
    Cells cells = Cells.of(rows);
    assertThat(cells.text("retail/410311/ALL/2020/2", "value_ytd")).isEqualTo("37");
    assertThat(cells.text("retail/410311/ALL/2020/2", "value")).isEqualTo("30");
    // One unit with two items is one unit.
    assertThat(cells.text("retail/410311/ALL/2020/2", "units_reported")).isEqualTo("1");
    assertThat(cells.text("retail/410311/ALL/2020/2", "units_standing")).isEqualTo("1");
  }

  @Test
  void keepsANegativeQuarter() {
    ObservationRows rows = new ObservationRows();
    rows.from("INDUSTRY", "U1", "2020-03").in(EAST, "1711").item("output", "30", "25");
    rows.from("INDUSTRY", "U1", "2020-06").in(EAST, "1711").item("output", "20", "40");
    Cells cells = Cells.of(rows);
    assertThat(cells.text(DISTRICT_OUTPUT + 2, "value")).isEqualTo("-10");
    assertThat(cells.text(DISTRICT_OUTPUT + 2, "value_largest")).isEqualTo("10");
  }

  @Test
  void countsAMovedUnitInItsLatestPlaceAndClassForTheWholeYear() {
    ObservationRows rows = new ObservationRows();
    rows.from("INDUSTRY", "U1", "2020-03").in(EAST, "1711").item("output", "30", "25");
    rows.from("INDUSTRY", "U1", "2020-06").in(WEST, "4311").item("output", "70", "60");
    Cells cells = Cells.of(rows);
    assertThat(cells.rows()).doesNotContainKey("output/410311001/ALL/2020/1");
    assertThat(cells.text("output/410311002/43/2020/1", "value")).isEqualTo("30");
    assertThat(cells.text("output/410311002/P3/2020/2", "value")).isEqualTo("40");
  }

  @Test
  void ignoresWhatIsNotInForce() {
    ObservationRows rows = new ObservationRows();
    rows.from("INDUSTRY", "U1", "2020-03").in(EAST, "1711").item("output", "30", "25");
    rows.from("INDUSTRY", "U1", "2020-03").superseded().in(WEST, "1711").item("output", "99", "25");
    assertThat(Cells.of(rows).text(DISTRICT_OUTPUT + 1, "value")).isEqualTo("30");
  }
}
