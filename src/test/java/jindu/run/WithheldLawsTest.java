package jindu.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import jindu.table.ColumnDefinition;
import jindu.table.PublishedTables;
import jindu.table.TableDefinition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the sample's publication withholds in one table, it shows in none (method.md section 8). */
class WithheldLawsTest {

  private static final int SHOWN = 10;

  private static DuckDb duck;

  @BeforeAll
  static void readThePublication() throws Exception {
    SampleLake lake = SampleLake.get();
    duck = DuckDb.open();
    for (TableDefinition table : PublishedTables.ALL) {
      duck.run(
          "CREATE TABLE published_%s AS FROM read_parquet('%s/%s/*.parquet')"
              .formatted(table.name(), lake.published(), table.name()));
    }
  }

  @AfterAll
  static void close() throws SQLException {
    if (duck != null) {
      duck.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "indicator, unit growth_base status",
    "plan_progress, indicator kind comparator target_value allocated lamp lamp_preset lamp_reason"
        + " deadline due_basis in_force source",
    "headline, indicator title_zh title_en display_unit growth_basis target target_kind lamp"
  })
  void aWithheldRowHasNoFigure(String name, String labels) throws Exception {
    TableDefinition table =
        PublishedTables.ALL.stream()
            .filter(any -> any.name().equals(name))
            .findFirst()
            .orElseThrow();
    List<String> kept = new ArrayList<>(List.of(labels.split(" ", -1)));
    kept.addAll(table.key());
    kept.add("withheld");
    List<String> figures =
        table.columns().stream()
            .map(ColumnDefinition::name)
            .filter(any -> !kept.contains(any))
            .toList();
    assertThat(
            duck.rows(
                "SELECT * FROM published_%s WHERE withheld AND coalesce(%s) IS NOT NULL LIMIT %d"
                    .formatted(name, String.join("::VARCHAR, ", figures) + "::VARCHAR", SHOWN)))
        .isEmpty();
  }

  /** The lines of the headline are the district's, which has respondents enough. */
  @Test
  void someCellsAreWithheldAndNoWithheldTargetOrLineHasALamp() throws Exception {
    assertThat(duck.number("SELECT count(*) FROM published_indicator WHERE withheld")).isPositive();
    assertThat(duck.number("SELECT count(*) FROM published_indicator WHERE NOT withheld"))
        .isPositive();
    for (String table : List.of("published_plan_progress", "published_headline")) {
      assertThat(
              duck.rows(
                  "SELECT * FROM " + table + " WHERE withheld AND lamp <> 'grey' LIMIT " + SHOWN))
          .isEmpty();
    }
  }

  /**
   * Every row of another table that is of a withheld cell. Ranks are of townships by all sectors, a
   * headline is the district's; a part of the weak list is a township, or a sector of the district.
   */
  @ParameterizedTest
  @CsvSource({
    "plan_progress, township_code, sector_code, true, actual completion_pct gap_points"
        + " required_value required_growth_pct expected_value expected_completion_pct rank",
    "revision, township_code, sector_code, true, first_value latest_value difference revision_pct",
    "entry_exit, township_code, sector_code, true, amount points",
    "township_ranking, township_code, '''ALL''', true, completion_pct growth_ytd_pct rank",
    "headline, '''410311''', '''ALL''', true, display_value growth_pct completion_pct",
    "weak_indicator, part_code, '''ALL''', part_kind = 'township', pull_points",
    "weak_indicator, '''410311''', part_code, part_kind = 'sector', pull_points"
  })
  void whatIsWithheldNoOtherTableShows(
      String name, String place, String sector, String rows, String figures) throws Exception {
    String ofCells =
        """
        FROM (SELECT *, %s AS place, %s AS class FROM published_%s WHERE %s) AS other
        JOIN published_indicator AS cell
          ON cell.indicator = other.indicator AND cell.township_code = place
          AND cell.sector_code = class AND cell.year = other.year AND cell.quarter = other.quarter
        """
            .formatted(place, sector, name, rows);
    String shown = String.join("::VARCHAR, ", figures.split(" ", -1)).replace(", ", ", other.");
    assertThat(
            duck.rows(
                "SELECT other.* %s WHERE cell.withheld AND coalesce(other.%s::VARCHAR) IS NOT NULL LIMIT %d"
                    .formatted(ofCells, shown, SHOWN)))
        .isEmpty();
    assertThat(
            duck.number(
                "SELECT count(*) %s WHERE NOT cell.withheld AND coalesce(other.%s::VARCHAR) IS NOT NULL"
                    .formatted(ofCells, shown)))
        .as("figures of open cells")
        .isPositive();
  }

  /** The tables that lead from one cell to what it is made of. */
  @ParameterizedTest
  @CsvSource({"plan_progress", "revision", "entry_exit"})
  void someOfTheirRowsAreOfWithheldCells(String table) throws Exception {
    assertThat(
            duck.number(
                "SELECT count(*) FROM published_indicator AS cell JOIN published_%s USING"
                        .formatted(table)
                    + " (indicator, township_code, sector_code, year, quarter)"
                    + " WHERE cell.withheld"))
        .isPositive();
  }
}
