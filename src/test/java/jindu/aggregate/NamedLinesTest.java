package jindu.aggregate;

import static jindu.aggregate.SmallCatalog.EAST;
import static jindu.aggregate.SmallCatalog.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jindu.catalog.Catalog;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Who is published by name hides nobody in a line of changes or of the bridge. N1 and N2 are on the
 * ledger of projects in the first quarters of both years, A and M never.
 */
class NamedLinesTest {

  private static final LocalDate LATE = LocalDate.of(2030, 1, 1);
  private static final Catalog CATALOG = SmallCatalog.catalog();

  private static Dataset<Row> contributions;

  @BeforeAll
  static void aggregate() {
    contributions = contributions("7").persist();
  }

  @AfterAll
  static void forget() {
    contributions.unpersist();
  }

  @Test
  void ofThreeWhoCorrectedTwoAreNamed() {
    Dataset<Row> changes =
        Aggregate.revisions(
            Aggregate.stored(contributions("0")), Aggregate.stored(contributions), CATALOG);
    assertThat(
            told(
                changes,
                "township_code = '%s' AND year = 2021 AND cause = 'correction'".formatted(EAST),
                "quarter",
                "respondents",
                "unnamed_respondents",
                "own_respondents_1"))
        // The ledger ends with the first quarter: from then on what stands is nobody's by name.
        .containsExactly("[1,3,1,null]", "[2,3,3,2]", "[3,3,3,0]", "[4,3,3,0]");
  }

  @Test
  void ofThreeWhoContinueTwoAreNamedAndOneWhoMovedIsNot() {
    Dataset<Row> lines =
        Aggregate.entryExit(contributions, Aggregate.cells(contributions, CATALOG, LATE), CATALOG);
    assertThat(
            told(
                lines,
                "year = 2021 AND quarter = 1 AND part IN ('continuing', 'move')",
                "township_code",
                "part",
                "respondents",
                "unnamed_respondents"))
        .containsExactly(
            "[%s,continuing,4,2]".formatted(SmallCatalog.DISTRICT),
            "[%s,continuing,3,1]".formatted(EAST),
            "[%s,move,1,1]".formatted(EAST),
            "[%s,continuing,1,1]".formatted(WEST),
            "[%s,move,1,1]".formatted(WEST));
  }

  private static List<String> told(Dataset<Row> lines, String where, String... columns) {
    return lines
        .where("indicator = 'investment' AND sector_code = 'ALL'")
        .where(where)
        .orderBy("township_code", "quarter")
        .selectExpr(columns)
        .collectAsList()
        .stream()
        .map(Row::toString)
        .toList();
  }

  /**
   * @param more what the three in the east invested more in 2021
   */
  private static Dataset<Row> contributions(String more) {
    ObservationRows rows = new ObservationRows();
    for (String unit : List.of("N1", "N2", "A", "M")) {
      boolean moves = unit.equals("M");
      invest(rows, unit, "2020-03", EAST, 100);
      invest(
          rows, unit, "2021-03", moves ? WEST : EAST, 150 + (moves ? 0 : Integer.parseInt(more)));
    }
    for (String period : List.of("2020-03", "2021-03")) {
      for (String unit : List.of("N1", "N2")) {
        rows.from("PROJECTS", unit, period).in(EAST, "1711").item("done", "100", null);
      }
    }
    return Aggregate.contributions(rows.dataset(), CATALOG, LATE);
  }

  private static void invest(
      ObservationRows rows, String unit, String period, String place, int done) {
    rows.from("INVESTMENT", unit, period)
        .in(place, "1711")
        .item("done", Integer.toString(done), null);
  }
}
