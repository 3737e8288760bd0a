package jindu.aggregate;

import static jindu.aggregate.SmallCatalog.EAST;
import static jindu.aggregate.SmallCatalog.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A form whose feeds grow on two bases: investment beside projects, and what is sold. */
class FeedBaseTest {

  private static Cells cells;

  @BeforeAll
  static void aggregate() {
    ObservationRows rows = new ObservationRows();
    rows.from("INVESTMENT", "P1", "2020-03").in(EAST, "1711").item("done", "100", null);
    rows.from("INVESTMENT", "P1", "2021-03").in(EAST, "1711").item("done", "150", null);
    rows.from("ESTATE", "U1", "2020-03")
        .in(WEST, "5211")
        .item("done", "60", "55")
        .item("sold", "30", "25");
    rows.from("ESTATE", "U1", "2021-03")
        .in(WEST, "5211")
        .item("done", "80", "999")
        .item("sold", "33", "44");
    cells = Cells.of(rows);
  }

  @Test
  void aFeedWithABaseOfItsOwnCountsInLastYearsStoredTotalWhateverTheUnitReports() {
    String total = "investment/410311/ALL/2021/1";
    // (100 + 60) × the factor 0.9 = 144; the 999 is not the base.
    assertThat(cells.text(total, "value_ytd")).isEqualTo("230");
    assertThat(cells.text(total, "previous_ytd")).isEqualTo("144");
    assertThat(cells.text(total, "growth_ytd_pct")).isEqualTo("59.7222");
    assertThat(cells.text(total, "growth_base")).isEqualTo("stored_total");
    assertThat(cells.text("investment/410311002/ALL/2021/1", "previous_ytd")).isEqualTo("54");
    assertThat(cells.text("investment/410311/ALL/2020/1", "previous_ytd")).isNull();
  }

  @Test
  void theOtherFeedOfTheFormKeepsTheBaseOfTheForm() {
    String total = "sold/410311/ALL/2021/1";
    assertThat(cells.text(total, "previous_ytd")).isEqualTo("44");
    assertThat(cells.text(total, "growth_ytd_pct")).isEqualTo("-25");
    assertThat(cells.text(total, "growth_base")).isEqualTo("reported");
  }
}
