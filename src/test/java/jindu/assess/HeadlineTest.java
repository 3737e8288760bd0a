package jindu.assess;

import static jindu.assess.PlanFixture.DISTRICT;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogReader;
import jindu.core.Milestone;
import jindu.table.MilestoneProgressTable;
import jindu.table.PlanProgressTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The district's own catalog: its headline lines, and its whole plan. */
class HeadlineTest {

  private static final LocalDate AS_OF = LocalDate.of(2021, 4, 20);

  private static Catalog catalog;
  private static List<Row> planRows;
  private static Map<String, Row> lines;

  @BeforeAll
  static void assess() throws Exception {
    catalog = CatalogReader.read(Path.of("data-lake/reference"));
    PlanFixture figures = new PlanFixture();
    figures.cell("grp", DISTRICT, "ALL", 2020, 4, "45649999999", "44000000000", "104", "100");
    figures.cell("key_project_investment", DISTRICT, "ALL", 2020, 4, "30284999999.9", null);
    figures.cell("key_project_investment", "410311002", "ALL", 2020, 4, "100", null);
    figures.cell("retail_sales", DISTRICT, "ALL", 2020, 4, "22220000000", "21000000000");
    figures.cell("grp", DISTRICT, "ALL", 2021, 1, "11000000000", "10000000000", "110", "100");
    Dataset<Row> cells = figures.cells();
    Dataset<Row> plan = Assess.planProgress(cells, figures.observations(), catalog, AS_OF);
    planRows = plan.collectAsList();
    lines =
        Assess.headline(
                cells,
                plan.withColumn(PlanProgressTable.LAMP_PROVISIONAL, lit(true)),
                Assess.peers(figures.observations(), catalog),
                catalog)
            .collectAsList()
            .stream()
            .collect(
                Collectors.toMap(
                    row -> row.<String>getAs("indicator") + "-" + row.<Integer>getAs("year"),
                    Function.identity()));
  }

  @Test
  void keyProjectsOf2020ReadAsTheReportPrintsThem() {
    Row line = lines.get("key_project_investment-2020");
    assertThat(line.<BigDecimal>getAs("display_value")).isEqualByComparingTo("302.8");
    assertThat(line.<BigDecimal>getAs("target")).isEqualByComparingTo("283");
    // 30,284,999,999.9 of 28,300,000,000 = 107.0141 %.
    assertThat(line.<BigDecimal>getAs("completion_pct")).isEqualByComparingTo("107.0141");
    assertThat(line.<String>getAs("lamp")).isEqualTo("green");
    assertThat(line.<String>getAs("target_kind")).isEqualTo("level");
  }

  @Test
  void aProvisionalLampOfThePlanIsProvisionalInTheHeadline() {
    assertThat(lines.get("key_project_investment-2020").<Boolean>getAs("lamp_provisional"))
        .isTrue();
    assertThat(lines.get("services_revenue-2020").<Boolean>getAs("lamp_provisional")).isNull();
  }

  @Test
  void everyOtherLampOf2020IsGrey() {
    assertThat(lines.values().stream().filter(line -> line.<Integer>getAs("year") == 2020))
        .hasSize(catalog.headline().size())
        .filteredOn(line -> !line.getAs("lamp").equals("grey"))
        .extracting(line -> line.<String>getAs("indicator"))
        .containsExactly("key_project_investment");
  }

  @Test
  void growthIsTheComparableOneWhereTheCatalogSaysSo() {
    Row grp = lines.get("grp-2020");
    // 456.49999999 rounds once, to 456.
    assertThat(grp.<BigDecimal>getAs("display_value")).isEqualByComparingTo("456");
    assertThat(grp.<BigDecimal>getAs("growth_pct")).isEqualByComparingTo("4");
    assertThat(grp.<String>getAs("growth_basis")).isEqualTo("comparable");
    assertThat(lines.get("retail_sales-2020").<String>getAs("growth_basis")).isEqualTo("reported");
  }

  @Test
  void aLineWithoutDataInAQuarterIsThereAndEmpty() {
    Row line = lines.get("tax_share-2021");
    assertThat(line.<BigDecimal>getAs("display_value")).isNull();
    assertThat(line.<String>getAs("lamp")).isEqualTo("grey");
  }

  @Test
  void everyTargetOfThePlanIsAssessedInEveryQuarterInPlay() {
    List<Row> stated =
        planRows.stream().filter(row -> !row.<Boolean>getAs(PlanProgressTable.ALLOCATED)).toList();
    assertThat(stated.stream().map(row -> row.<String>getAs(PlanProgressTable.TARGET_ID)))
        .containsExactlyInAnyOrderElementsOf(
            catalog.targets().stream().map(target -> target.id()).toList());
  }

  @Test
  void everyMilestoneOfThePlanIsAssessed() {
    List<Row> rows =
        Assess.milestoneProgress(MilestoneProgressTest.noReports(), catalog, AS_OF).collectAsList();
    // Two quarters of 2021 have begun; what is due in 2035 has one row.
    long in2021 = catalog.milestones().stream().filter(m -> m.year() == 2021).count();
    assertThat(rows).hasSize((int) (2 * in2021 + (catalog.milestones().size() - in2021)));
    assertThat(rows.stream().map(row -> row.<String>getAs(MilestoneProgressTable.MILESTONE_ID)))
        .containsAll(catalog.milestones().stream().map(Milestone::id).toList());
  }
}
