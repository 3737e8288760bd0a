package jindu.aggregate;

import static jindu.aggregate.SmallCatalog.EAST;
import static jindu.aggregate.SmallCatalog.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the ledger of projects tells by name is taken out of the investment of who is not on it. In
 * the east N1 and N2 are on the ledger from the first quarter of 2020, N3 from the second, A never;
 * the ledger ends with the second quarter, the statistics with the third.
 */
class NamedUnitsTest {

  private static Cells cells;

  @BeforeAll
  static void aggregate() {
    ObservationRows rows = new ObservationRows();
    for (String unit : new String[] {"N1", "N2", "N3", "A"}) {
      invest(rows, unit, "2020-03", "100");
      invest(rows, unit, "2020-06", "230");
      invest(rows, unit, "2020-09", "300");
      invest(rows, unit, "2021-03", "150");
    }
    ledger(rows, "N1", "2020-03");
    ledger(rows, "N2", "2020-02");
    ledger(rows, "N3", "2020-06");
    rows.from("PROJECTS", "A", "2020-03").in(EAST, "1711").superseded().item("done", "99", null);
    // On the ledger with a plan, and with nothing that was done.
    rows.from("PROJECTS", "A", "2020-06").in(EAST, "1711").item("plan", "99", null);
    // One group has a project on the ledger and one that is not: the rest of it is the other's.
    grouped(rows, "G1", "40");
    grouped(rows, "G2", "7");
    ledger(rows, "G1", "2020-03");
    cells = Cells.of(rows);
  }

  private static void invest(ObservationRows rows, String unit, String period, String done) {
    rows.from("INVESTMENT", unit, period).in(EAST, "1711").item("done", done, null);
  }

  private static void grouped(ObservationRows rows, String unit, String done) {
    rows.from("INVESTMENT", unit, "2020-03").in(WEST, "1711").group("G").item("done", done, null);
  }

  private static void ledger(ObservationRows rows, String unit, String period) {
    rows.from("PROJECTS", unit, period).in(EAST, "1711").item("done", "100", null);
  }

  /** A quarter alone is told where the quarter before is told too. */
  @ParameterizedTest
  @CsvSource({
    "2020, 1, value, 2",
    "2020, 1, value_ytd, 2",
    "2020, 2, value, 2",
    "2020, 2, value_ytd, 1",
    "2020, 3, value, 4",
    "2020, 3, value_ytd, 4",
    "2021, 1, value_ytd, 4",
    "2021, 1, previous, 2",
    "2021, 1, previous_ytd, 2",
  })
  void whoIsLeftOfTheFour(String year, String quarter, String figure, String left) {
    String cell = "investment/%s/17/%s/%s".formatted(EAST, year, quarter);
    assertThat(cells.text(cell, figure + "_contributors")).isEqualTo("4");
    assertThat(cells.text(cell, figure + "_unnamed_contributors")).isEqualTo(left);
  }

  @Test
  void theRestIsWhatTheUnnamedBring() {
    String cell = "investment/%s/17/2020/2".formatted(EAST);
    assertThat(cells.text(cell, "value_ytd_contributed")).isEqualTo("920");
    assertThat(cells.text(cell, "value_ytd_unnamed_contributed")).isEqualTo("230");
    assertThat(cells.text(cell, "value_ytd_unnamed_largest")).isEqualTo("230");
    assertThat(cells.text(cell, "value_ytd_unnamed_second")).isNull();
    assertThat(cells.text(cell, "value_unnamed_contributed")).isEqualTo("260");
    assertThat(cells.text(cell, "value_unnamed_second")).isEqualTo("130");
  }

  @Test
  void ofAGroupTheRestIsItsUnnamedUnit() {
    String cell = "investment/%s/17/2020/1".formatted(WEST);
    assertThat(cells.text(cell, "value_ytd_contributors")).isEqualTo("1");
    assertThat(cells.text(cell, "value_ytd_largest")).isEqualTo("47");
    assertThat(cells.text(cell, "value_ytd_unnamed_contributors")).isEqualTo("1");
    assertThat(cells.text(cell, "value_ytd_unnamed_largest")).isEqualTo("7");
  }

  @Test
  void noOtherIndicatorHasAnybodyToName() {
    String cell = "projects/%s/ALL/2020/2".formatted(EAST);
    assertThat(cells.text(cell, "value_ytd_unnamed_contributors")).isEqualTo("0");
    assertThat(cells.text(cell, "value_ytd_unnamed_contributed")).isNull();
  }
}
