package jindu.run;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jindu.TestSession;
import jindu.table.HeadlineTable;
import jindu.table.LedgerTable;
import jindu.table.PublishedTables;
import jindu.table.QuarantineTable;
import jindu.table.ReturnTable;
import jindu.table.TableDefinition;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** The first night on the sample: what contracts.md section 6 says the demo must show. */
class SampleNightTest {

  @Test
  void theHeadlineOfTheYear2020IsTheReports() throws Exception {
    Map<String, Row> lines = headline(2020, 4);

    assertLine(lines, "grp", "456", 0, "4.0");
    assertLine(lines, "fixed_asset_investment", "204.2", 1, "5.9");
    assertLine(lines, "budget_revenue", "21.9", 1, "3.3");
    assertLine(lines, "tax_share", "69.5", 1, null);
    assertLine(lines, "industrial_value_added", "43.4", 1, null);
    assertLine(lines, "services_revenue", "122.6", 1, "16.3");
    assertLine(lines, "retail_sales", "222.2", 1, null);
    assertLine(lines, "disposable_income", "32600", 0, "4.4");
    assertLine(lines, "key_project_count", "197", 0, null);
    assertLine(lines, "key_project_total_investment", "1235", 0, null);
    assertLine(lines, "key_project_annual_plan", "283", 0, null);
    assertLine(lines, "key_project_investment", "302.8", 1, null);
    assertLine(lines, "provincial_municipal_key_project_count", "33", 0, null);
    assertLine(lines, "provincial_municipal_key_project_total_investment", "315.6", 1, null);
    assertLine(lines, "provincial_municipal_key_project_investment", "187.6", 1, null);
    assertThat(lines).hasSize(15);
  }

  @Test
  void onlyTheKeyProjectsHaveATargetIn2020() throws Exception {
    Map<String, Row> lines = headline(2020, 4);

    Row projects = lines.remove("key_project_investment");
    assertThat(round(projects.getAs(HeadlineTable.COMPLETION_PCT), 1))
        .isEqualByComparingTo("107.0");
    assertThat(projects.<String>getAs(HeadlineTable.LAMP)).isEqualTo("green");
    assertThat(lines.values())
        .allSatisfy(line -> assertThat(line.<String>getAs(HeadlineTable.LAMP)).isEqualTo("grey"));
  }

  @Test
  void theLatestQuarterStandsAgainstThePlanOf2021() throws Exception {
    Map<String, Row> lines = headline(2021, 3);

    assertThat(lines.get("grp").<BigDecimal>getAs(HeadlineTable.TARGET)).isEqualByComparingTo("9");
    assertThat(lines.values())
        .filteredOn(line -> "growth".equals(line.getAs(HeadlineTable.TARGET_KIND)))
        .hasSizeGreaterThanOrEqualTo(6)
        .allSatisfy(
            line ->
                assertThat(line.<String>getAs(HeadlineTable.LAMP)).isIn("green", "yellow", "red"));
  }

  @Test
  void everyStageAndEveryFileIsInTheLedgerAndAddsUp() throws Exception {
    SampleLake lake = SampleLake.get();
    List<Row> ledger = lake.table(LedgerTable.DEFINITION).collectAsList();

    assertThat(ledger)
        .filteredOn(row -> row.getAs(LedgerTable.ENTRY).equals("stage"))
        .extracting(row -> row.<String>getAs(LedgerTable.NAME))
        .containsExactlyInAnyOrderElementsOf(Nightly.STAGES);
    List<Row> files =
        ledger.stream().filter(row -> row.getAs(LedgerTable.ENTRY).equals("file")).toList();
    assertThat(files).hasSameSizeAs(lake.firstNight().files()).isNotEmpty();
    assertThat(files)
        .allSatisfy(
            row ->
                assertThat(row.<Long>getAs(LedgerTable.ROWS_IN))
                    .as(row.<String>getAs(LedgerTable.NAME))
                    .isPositive()
                    .isEqualTo(
                        row.<Long>getAs(LedgerTable.ACCEPTED)
                            + row.<Long>getAs(LedgerTable.UNCHANGED)
                            + row.<Long>getAs(LedgerTable.QUARANTINED)));
    long rowsRead = files.stream().mapToLong(row -> row.<Long>getAs(LedgerTable.ROWS_IN)).sum();
    assertThat(lake.table(ReturnTable.DEFINITION).count()).isEqualTo(rowsRead);
    assertThat(ledger)
        .filteredOn(row -> row.getAs(LedgerTable.ENTRY).equals("catalog"))
        .extracting(row -> row.<String>getAs(LedgerTable.NAME))
        .contains("townships.csv", "plans/2021.csv", "forms/B204-1.yaml", "notice.yaml");
  }

  @Test
  void everyQuarantinedRowSaysWhyInBothLanguages() throws Exception {
    List<Row> quarantine = SampleLake.get().table(QuarantineTable.DEFINITION).collectAsList();

    assertThat(quarantine)
        .isNotEmpty()
        .allSatisfy(
            row -> {
              int reasons = row.getList(row.fieldIndex(QuarantineTable.REASONS)).size();
              assertThat(reasons).isPositive();
              assertThat(row.getList(row.fieldIndex(QuarantineTable.REASONS_ZH))).hasSize(reasons);
              assertThat(row.getList(row.fieldIndex(QuarantineTable.REASONS_EN))).hasSize(reasons);
            });
  }

  @Test
  void aSecondNightFindsNothingNewAndLeavesThePublication() throws Exception {
    SampleLake lake = SampleLake.get();
    NightResult second = SampleLake.night(lake.folder());

    assertThat(second.outcome()).isEqualTo(NightResult.Outcome.NOTHING_RECEIVED);
    assertThat(second.publication()).isEqualTo(lake.firstNight().publication());
  }

  @Test
  void thePublicationSaysThatItIsSyntheticBelowTheDistrict() throws Exception {
    String manifest = Files.readString(SampleLake.get().published().resolve("publication.json"));

    assertThat(manifest).contains("all else is synthetic", "其余为合成数据");
  }

  @Test
  void everyPublishedTableHasItsColumnsAndNoKeyTwice() throws Exception {
    for (TableDefinition table : PublishedTables.ALL) {
      var rows = published(table);
      assertThat(rows.columns())
          .as(table.name())
          .containsExactly(
              table.columns().stream().map(column -> column.name()).toArray(String[]::new));
      String[] key = table.key().toArray(String[]::new);
      assertThat(
              rows.select(key[0], java.util.Arrays.copyOfRange(key, 1, key.length))
                  .distinct()
                  .count())
          .as(table.name())
          .isEqualTo(rows.count())
          .isPositive();
    }
  }

  private static org.apache.spark.sql.Dataset<Row> published(TableDefinition table)
      throws Exception {
    return TestSession.get()
        .read()
        .parquet(SampleLake.get().published().resolve(table.name()).toString());
  }

  private static Map<String, Row> headline(int year, int quarter) throws Exception {
    return published(HeadlineTable.DEFINITION)
        .filter(
            col(HeadlineTable.YEAR).equalTo(year).and(col(HeadlineTable.QUARTER).equalTo(quarter)))
        .collectAsList()
        .stream()
        .collect(
            Collectors.toMap(
                row -> row.<String>getAs(HeadlineTable.INDICATOR), Function.identity()));
  }

  private static void assertLine(
      Map<String, Row> lines, String indicator, String value, int decimals, String growth) {
    Row line = lines.get(indicator);
    assertThat(line).as(indicator).isNotNull();
    assertThat(round(line.getAs(HeadlineTable.DISPLAY_VALUE), decimals))
        .as(indicator)
        .isEqualByComparingTo(value);
    if (growth != null) {
      assertThat(round(line.getAs(HeadlineTable.GROWTH_PCT), 1))
          .as(indicator + " growth")
          .isEqualByComparingTo(growth);
    }
  }

  private static BigDecimal round(BigDecimal value, int decimals) {
    return value.setScale(decimals, RoundingMode.HALF_UP);
  }
}
