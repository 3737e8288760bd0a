package jindu.publish.dashboard;

import static jindu.publish.dashboard.Pages.DISTRICT;
import static jindu.publish.dashboard.Pages.TOWNSHIP;
import static jindu.publish.dashboard.Pages.decimal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import jindu.core.Sector;
import jindu.publish.PublishedRows;
import jindu.table.ColumnDefinition;
import jindu.table.HeadlineTable;
import jindu.table.IndicatorTable;
import jindu.table.MilestoneProgressTable;
import jindu.table.PlanProgressTable;
import jindu.table.ProjectProgressTable;
import jindu.table.TableDefinition;
import jindu.table.TownshipRankingTable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DecimalType;
import org.junit.jupiter.api.Test;

/** What the page holds is what the tables say, and nothing that they do not. */
class DashboardTest {

  @Test
  void everyFigureIsTheOneOfItsTable() throws Exception {
    Pages page = publication(new Random(20210930));
    PublishedRows rows = page.rows();
    JsonNode tables = page.data().get("tables");

    holds(tables.get("headline"), rows.of(HeadlineTable.DEFINITION));
    holds(tables.get("plan"), rows.of(PlanProgressTable.DEFINITION));
    holds(tables.get("ranking"), rows.of(TownshipRankingTable.DEFINITION));
    holds(tables.get("milestones"), rows.of(MilestoneProgressTable.DEFINITION));
    List<Row> cells = rows.of(IndicatorTable.DEFINITION);
    holds(
        tables.get("figures"),
        cells.stream()
            .filter(row -> row.getAs(IndicatorTable.SECTOR_CODE).equals(Sector.ALL))
            .toList());
    holds(
        tables.get("contributions"),
        cells.stream()
            .filter(row -> !row.getAs(IndicatorTable.SECTOR_CODE).equals(Sector.ALL))
            .filter(row -> row.getAs(IndicatorTable.TOWNSHIP_CODE).equals(DISTRICT))
            .toList());
  }

  @Test
  void sectorsOfTownshipsStayOutForThePageDoesNotShowThem() throws Exception {
    Pages page = publication(new Random(1));

    assertThat(page.html()).doesNotContain("\"" + HIDDEN + "\"");
    assertThat(page.data().get("tables").get("contributions").get("rows"))
        .noneMatch(row -> row.toString().contains(TOWNSHIP));
  }

  @Test
  void aWithheldCellIsThereAndHasNoNumber() throws Exception {
    Pages page =
        new Pages("2021-11-05-01")
            .with(HeadlineTable.DEFINITION, "line", 1, "year", 2021, "quarter", 3)
            .with(
                IndicatorTable.DEFINITION,
                "indicator",
                "sales",
                "township_code",
                TOWNSHIP,
                "sector_code",
                Sector.ALL,
                "year",
                2021,
                "quarter",
                3,
                "withheld",
                true)
            .with(
                ProjectProgressTable.DEFINITION,
                "project_code",
                "P1",
                "year",
                2021,
                "quarter",
                3,
                "name",
                "a project that may not be told",
                "gap_points",
                decimal("-12.5"),
                "lamp",
                "red",
                "withheld",
                true);

    JsonNode tables = page.data().get("tables");
    assertThat(tables.get("figures").get("rows").get(0).toString())
        .isEqualTo("[\"sales\",\"" + TOWNSHIP + "\",2021,3,null,null,null,null,true]");
    assertThat(tables.get("projects").get("rows")).isEmpty();
    assertThat(tables.get("project_lamps").get("rows").toString())
        .isEqualTo("[[2021,3,\"withheld\",1]]");
    assertThat(page.html()).doesNotContain("may not be told").doesNotContain("-12.5");
  }

  @Test
  void projectsFurthestBehindComeFirstAndThoseAheadAreCountedOnly() throws Exception {
    Pages page =
        new Pages("2021-11-05-01")
            .with(HeadlineTable.DEFINITION, "line", 1, "year", 2021, "quarter", 3);
    String[] gaps = {"3", "-2", "-30.5", "-4", null};
    for (int place = 0; place < gaps.length; place++) {
      page.with(
          ProjectProgressTable.DEFINITION,
          "project_code",
          "P" + place,
          "year",
          2021,
          "quarter",
          3,
          "gap_points",
          gaps[place] == null ? null : decimal(gaps[place]),
          "lamp",
          gaps[place] == null ? "grey" : gaps[place].startsWith("-") ? "red" : "green");
    }

    JsonNode tables = page.data().get("tables");
    assertThat(tables.get("projects").get("rows"))
        .extracting(row -> row.get(0).asText())
        .containsExactly("P2", "P3", "P1");
    assertThat(tables.get("project_lamps").get("rows").toString())
        .isEqualTo("[[2021,3,\"green\",1],[2021,3,\"grey\",1],[2021,3,\"red\",3]]");
  }

  @Test
  void onlyTheVersionOfATargetThatIsInForceIsShown() throws Exception {
    Pages page =
        new Pages("2021-11-05-01")
            .with(HeadlineTable.DEFINITION, "line", 1, "year", 2021, "quarter", 3);
    for (boolean isInForce : new boolean[] {false, true}) {
      page.with(
          PlanProgressTable.DEFINITION,
          "target_id",
          "P2021-001",
          "township_code",
          DISTRICT,
          "sector_code",
          Sector.ALL,
          "year",
          2021,
          "quarter",
          3,
          "target_value",
          decimal(isInForce ? "8.5" : "9"),
          "in_force",
          isInForce);
    }

    assertThat(page.data().get("tables").get("plan").get("rows"))
        .hasSize(1)
        .first()
        .matches(row -> row.toString().contains("\"8.5\""));
  }

  @Test
  void yearsLongPastAreLeftToTheTables() throws Exception {
    Pages page = new Pages("2021-11-05-01");
    for (int year = 2017; year <= 2021; year++) {
      page.with(HeadlineTable.DEFINITION, "line", 1, "year", year, "quarter", 3);
    }

    assertThat(page.data().get("quarters").toString())
        .isEqualTo("[\"2019-Q3\",\"2020-Q3\",\"2021-Q3\"]");
    assertThat(page.data().get("tables").get("headline").get("rows")).hasSize(3);
  }

  @Test
  void thePageOfAPublicationWithoutRowsIsAPage() throws Exception {
    Pages page = new Pages("2021-11-05-01");

    assertThat(page.data().get("quarters")).isEmpty();
    assertThat(page.html()).endsWith("</html>\n");
  }

  @Test
  void theSameRowsMakeTheSameText() throws Exception {
    assertThat(publication(new Random(7)).html()).isEqualTo(publication(new Random(7)).html());
  }

  private static final String HIDDEN = "987654.3211";

  private static Pages publication(Random random) {
    Pages page = new Pages("2021-11-05-01");
    for (int quarter = 1; quarter <= 3; quarter++) {
      random(page, HeadlineTable.DEFINITION, random, quarter, "line", 1, "indicator", "grp");
      random(page, HeadlineTable.DEFINITION, random, quarter, "line", 2, "indicator", "sales");
      random(page, TownshipRankingTable.DEFINITION, random, quarter, "township_code", TOWNSHIP);
      random(page, MilestoneProgressTable.DEFINITION, random, quarter, "milestone_id", "P2021-018");
      for (String place : List.of(DISTRICT, TOWNSHIP)) {
        random(
            page,
            PlanProgressTable.DEFINITION,
            random,
            quarter,
            "target_id",
            "P2021-004",
            "township_code",
            place,
            "sector_code",
            Sector.ALL,
            "in_force",
            true);
        for (String sector : List.of(Sector.ALL, "F", "51")) {
          boolean isShown = sector.equals(Sector.ALL) || place.equals(DISTRICT);
          random(
              page,
              IndicatorTable.DEFINITION,
              random,
              quarter,
              "indicator",
              "sales",
              "township_code",
              place,
              "sector_code",
              sector,
              isShown ? "units_expected" : "pull_points",
              isShown ? Long.valueOf(3) : decimal(HIDDEN));
        }
      }
    }
    return page;
  }

  /** A row of the quarter with decimals drawn, one in four of them null. */
  private static void random(
      Pages page, TableDefinition table, Random random, int quarter, Object... columns) {
    List<Object> values = new ArrayList<>(List.of("year", 2021, "quarter", quarter));
    for (ColumnDefinition column : table.columns()) {
      if (column.type() instanceof DecimalType && random.nextInt(4) > 0) {
        values.add(column.name());
        values.add(BigDecimal.valueOf(random.nextLong() % 1_000_000_000_000L, 4));
      }
    }
    values.addAll(List.of(columns));
    page.with(table, values.toArray());
  }

  /** The same rows in the same order, column by column; decimals equal to their last digit. */
  private static void holds(JsonNode table, List<Row> rows) {
    assertThat(rows).isNotEmpty();
    assertThat(table.get("rows")).hasSize(rows.size());
    for (int line = 0; line < rows.size(); line++) {
      for (int place = 0; place < table.get("columns").size(); place++) {
        String column = table.get("columns").get(place).asText();
        JsonNode shown = table.get("rows").get(line).get(place);
        Object value = rows.get(line).getAs(column);
        if (value instanceof BigDecimal decimal) {
          assertThat(shown.isTextual()).as(column).isTrue();
          assertThat(new BigDecimal(shown.asText())).as(column).isEqualByComparingTo(decimal);
        } else {
          assertThat(shown.isNull() ? null : shown.asText())
              .as(column)
              .isEqualTo(value == null ? null : value.toString());
        }
      }
    }
  }
}
