package jindu.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import jindu.core.Messages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A wrong catalog is refused with every mistake at once, each with its file and line. */
class BrokenCatalogTest {

  private static final String PLACES = "townships.csv";
  private static final String SECTORS = "sectors.csv";
  private static final String INDICATORS = "indicators.csv";
  private static final String INDUSTRY = "forms/B204-1.yaml";
  private static final String PLAN = "plans/2021.csv";
  private static final String MILESTONES = "milestones/2021.csv";

  @TempDir private Path folder;
  private DamagedCatalog catalog;

  @BeforeEach
  void copy() throws IOException {
    catalog = new DamagedCatalog(folder);
  }

  @Test
  void namesEveryMistakeOfTheTablesAtOnce() throws Exception {
    catalog
        .plant(PLACES, "410311004,", "41031100X,", "invalid-text")
        .plant(PLACES, "410311010,", "410312010,", "outside-district")
        .plant(PLACES, "410311006,", "410311005,", "duplicate")
        .plant(PLACES, "Kejiyuan Subdistrict,township", "Kejiyuan Subdistrict,town", "not-one-of")
        .plant(PLACES, "李楼镇", "", "empty-value")
        .plant(SECTORS, "0112,class,011", "0112,class,998", "unknown-parent")
        .plant(SECTORS, "0113,class,011,A,P1", "0113,class,011,A,P2", "wrong-strata")
        .plant(SECTORS, "0121,class,012", "0121,class,013", "wrong-parent")
        .plant(SECTORS, "B,section,,B,,", "B,section,,B,P2,", "wrong-strata")
        .plant(INDICATORS, "tax_revenue,budget_revenue", "tax_revenue,income", "unknown-indicator")
        .plant(
            INDICATORS,
            "petitions,信访总量,Petitions,flow,count,件,1,0,down",
            "petitions,信访总量,Petitions,flow,count,件,0,x,low",
            "not-positive",
            "invalid-integer",
            "not-one-of")
        .plant("headline.csv", "2,fixed_asset", "3,fixed_asset", "wrong-line-number")
        .plant("abnormal_quarters.csv", "2020-Q2", "2020-Q5", "invalid-quarter")
        .plant("value_added_rates.csv", "06,2019,0", "06,2019,1", "above-one")
        .plant("value_added_rates.csv", "07,2019,", "98,2019,", "unknown-division")
        .plant("price_indices.csv", "06,2019-02", "06,2019-13", "invalid-month")
        .plant(
            "base_adjustments.csv",
            "year,factor,source",
            "year,faktor,source",
            "missing-column",
            "unknown-column");
    catalog.assertFound();
  }

  @Test
  void namesEveryMistakeOfTheFormsAtOnce() throws Exception {
    int start = catalog.line(INDUSTRY, "form: B204-1");
    catalog
        .plant(INDUSTRY, "estimates: true", "estimate: true", "unknown-key")
        .expect(INDUSTRY, start, "missing-key")
        .plant(INDUSTRY, "monthly_from_february", "monthly_since_february", "not-one-of")
        .plant(INDUSTRY, "administrative: false", "administrative: no", "invalid-flag")
        .plant(
            INDUSTRY,
            "total: sales_output\n    parts",
            "total: sale_output\n    parts",
            "unknown-item")
        .plant(
            INDUSTRY,
            "sectors: [B, C, D]",
            "sectors: [B, CC, B]",
            "unknown-population-sector",
            "duplicate")
        .plant(INDUSTRY, "minimum: -60", "minimum: 1 000", "invalid-decimal")
        .plant(INDUSTRY, "industrial_output,", "industrial_outputs,", "unknown-indicator")
        .plant("forms/CZ-1.yaml", "环境保护税]}}", "环保税]}}", "not-one-of")
        .plant(
            "forms/CZ-1.yaml",
            "indicator: budget_revenue",
            "indicator: tax_share",
            "rate-with-feed")
        .plant(
            "forms/E204-1.yaml",
            "parts: [wholesale, retail]",
            "parts: [wholesale, detail]",
            "unknown-item")
        .plant("forms/F203.yaml", "form: F203", "form: F204", "not-the-file-name")
        .plant(
            "forms/GZ-1.yaml",
            "indicator_from: indicator",
            "indicator_from: department",
            "no-indicator-attribute")
        .plant("peers.csv", "410302,老城区", "410311,老城区", "own-place")
        .plant("peers.csv", "Jianxi District,district", "Jianxi District,city", "second-city")
        .plant("protection.csv", "ALL,3,85", "ALL,2,86", "too-few", "too-dominant")
        .plant("protection.csv", "ALL,", "output,", "unknown-indicator")
        .plant("forms/HS-1.yaml", "final_day: 12-31", "final_day: 12-32", "invalid-month-day")
        .plant(
            "forms/JD-1.yaml",
            "key: [milestone]",
            "key: [evidence, node]",
            "key-not-required",
            "unknown-key-column")
        .plant("forms/JM-1.yaml", "weight: weight", "weight: weights", "unknown-item")
        .plant("forms/MLK.yaml", "header: 止报期", "header: 起报期", "header-twice")
        .plant("forms/XE-1.yaml", "sector_levels: [division]", "sector_levels: []", "sector-levels")
        .plant("forms/ZD-1.yaml", "unit: 万元", "unit: 亿元", "not-one-of")
        .plant(
            "forms/206-1.yaml",
            "columns: [ytd, month], required",
            "columns: [ytd, value], required",
            "item-columns")
        .plant(
            "forms/206-2.yaml",
            "en: \"Investment projects with a planned",
            "eng: \"Investment projects with a planned",
            "unknown-key")
        .expect(
            "forms/206-2.yaml", catalog.line("forms/206-2.yaml", "zh: \"计划总投资500万元"), "missing-key")
        .plant(
            "forms/C204-1.yaml",
            "severity: soft\n    kind: ytd_not_falling",
            "severity: hard\n    kind: ytd_not_falling",
            "check-looks-back")
        .plant(
            "forms/C204-1.yaml",
            "kind: same_unit_of_measure\n    items: [output]\n    maximum: 50",
            "kind: same_unit_of_measure\n    items: [output]\n    minimum: 50",
            "check-without-maximum")
        .plant(
            "forms/C204-1.yaml",
            "kind: not_repeated\n    items: [output]",
            "kind: not_repeated\n    parts: [output]",
            "check-with-parts",
            "check-without-items")
        .plant("forms/S204-1.yaml", "item: meals}", "item: meals, base: survey}", "survey-feed");
    catalog.assertFound();
  }

  @Test
  void namesEveryMistakeOfThePlanAtOnce() throws Exception {
    catalog
        .plant(PLAN, "policy_funds,410311", "policy_fund,410311", "unknown-indicator")
        .plant(PLAN, "level,ge,5500000000", "level,ge,55亿", "invalid-decimal")
        .plant(PLAN, "457,,1,2021-06-30", "457,,1,2021-06-31", "invalid-date")
        .plant(
            PLAN,
            "new_employment,410311",
            "new_employment,410399",
            "unknown-place",
            "district-only")
        .plant(PLAN, "re_employment,410311,ALL", "re_employment,410311,98", "unknown-sector")
        .plant(
            PLAN,
            "farmland_transfer_rate,410311,ALL,share",
            "farmland_transfer_rate,410311,ALL,growth",
            "kind-not-of-indicator")
        .plant(
            PLAN,
            "fixed_asset_investment,410311,ALL,growth,eq,9,,1,2021-12-31,printed,false",
            "fixed_asset_investment,410311,ALL,growth,eq,9,,1,2021-12-31,printed,true",
            "not-comparable")
        .plant(PLAN, "range,1,2,1", "range,2,2,1", "empty-range")
        .plant(
            PLAN,
            "pm10_rank,410311,ALL,rank,none,,",
            "pm10_rank,410311,ALL,rank,none,3,",
            "figure-not-expected")
        .plant(PLAN, "P2021-082,2021-01-30,2021", "P2021-081,2021-01-30,2021", "duplicate")
        .plant(PLAN, "P2021-083,2021-01-30,2021", "P2021-083,2021-01-30,2020", "not-the-plan-year")
        .plant(
            PLAN,
            "urbanisation_rate,410311,ALL,points,eq,2,,1,2021-12-31,printed,false,,",
            "urbanisation_rate,410311,ALL,points,eq,2,,1,2021-12-31,printed,false,last_year,",
            "pace-not-of-indicator")
        .plant(MILESTONES, "P2021-008,2021", "P2021-007,2021", "id-twice")
        .plant(MILESTONES, ",3,2021-03-31", ",0,2021-03-31", "not-positive")
        .plant(MILESTONES, "2021-10-31", "2022-10-31", "not-in-the-year");
    catalog.assertFound();
  }

  @Test
  void namesEveryMistakeOfPacesAndPresetsAtOnce() throws Exception {
    String lamps = "lamps/behind-30-percent.yaml";
    catalog
        .plant(PLAN, "false,,,争取上级政策资金", "false,10/40/30/100,,争取上级政策资金", "invalid-pace")
        .plant(PLAN, "false,,,区属平台公司融资", "false,stated,,区属平台公司融资", "invalid-pace")
        .plant(lamps, "kinds: [level, points, share]", "kinds: [level, dots]", "not-one-of")
        .plant(lamps, "test: at_pace", "test: at_peace", "not-one-of")
        .plant(lamps, "percent: 30", "percent: 0", "not-positive")
        .plant("lamps/city-average.yaml", "test: positive", "test: behind_at_most")
        .expect(
            "lamps/city-average.yaml",
            catalog.line("lamps/city-average.yaml", "test: behind_at_most"),
            "test-without-percent");
    catalog.assertFound();
  }

  @Test
  void aPlanMayNamePresetsThatThereAre() throws Exception {
    String[] presets = {"lamp_preset", "city-average", "city-avarage"};
    int[] row = {0};
    catalog.write(
        PLAN,
        catalog
            .text(PLAN)
            .lines()
            .map(line -> line.startsWith("#") ? line : line + "," + preset(presets, row[0]++))
            .collect(Collectors.joining("\n")));
    catalog.expect(PLAN, catalog.line(PLAN, "city-avarage"), "unknown-lamp-preset").assertFound();
    catalog.write(PLAN, catalog.text(PLAN).replace("avarage", "average"));
    assertThat(catalog.read().targets())
        .filteredOn(target -> target.lampPreset().equals("city-average"))
        .hasSize(2);
  }

  @Test
  void namesEveryMistakeOfTheVersionsAtOnce() throws Exception {
    String target =
        ",2021,grp,410311,ALL,growth,eq,9,,1,2021-12-31,printed,true,,,增长,growth,source,";
    String milestone = ",2021,节点,milestone,1,2021-12-31,printed,source,printed,";
    appendTo(
        PLAN,
        "P2021-001,2021-07-15" + target + "false",
        "P2021-001,2022-01-01" + target + "true",
        "P2021-002,2021-07-15" + target + "false",
        "P2021-200,2021-07-15" + target + "true",
        "P2021-001,2021-09-01" + target + "yes");
    appendTo(
        MILESTONES,
        "P2021-010" + milestone + "2022-01-01,false",
        "P2021-010" + milestone + "2021-01-30,true",
        "P2021-900" + milestone + "2021-07-15,true");
    catalog
        .expect(PLAN, catalog.line(PLAN, "P2021-001,2022-01-01"), "holds-too-late")
        .expect(PLAN, catalog.line(PLAN, "P2021-002,2021-07-15"), "version-of-another")
        .expect(PLAN, catalog.line(PLAN, "P2021-001,2021-09-01"), "invalid-flag")
        .expect(MILESTONES, catalog.line(MILESTONES, ",2022-01-01,false"), "holds-too-late")
        .expect(MILESTONES, catalog.line(MILESTONES, ",2021-01-30,true"), "duplicate")
        .assertFound();
  }

  @Test
  void onlyWhatWasStatedCanBeWithdrawn() throws Exception {
    String target =
        ",2021,grp,410311,ALL,growth,eq,9,,1,2021-12-31,printed,true,,,增长,growth,source,";
    String milestone = ",2021,节点,milestone,1,2021-12-31,printed,source,printed,";
    appendTo(
        PLAN, "P2021-001,2021-07-15" + target + "true", "P2021-200,2021-07-15" + target + "true");
    appendTo(
        MILESTONES,
        "P2021-010" + milestone + "2021-07-15,true",
        "P2021-900" + milestone + "2021-07-15,true");
    catalog
        .expect(PLAN, catalog.line(PLAN, "P2021-200"), "withdraws-nothing")
        .expect(MILESTONES, catalog.line(MILESTONES, "P2021-900"), "withdraws-nothing")
        .assertFound();
  }

  @Test
  void aPlanMayAdjustAndWithdrawWhatItStates() throws Exception {
    String target =
        ",2021,grp,410311,ALL,growth,eq,7,,1,2021-12-31,printed,true,,,增长,growth,source,";
    appendTo(PLAN, "P2021-001,2021-07-15" + target, "P2021-001,2021-11-01" + target + "true");
    appendTo(
        MILESTONES,
        "P2021-010,2022,节点,milestone,1,2022-06-30,printed,source,printed,2021-07-15,",
        "P2021-010,2022,节点,milestone,1,2022-06-30,printed,source,printed,2022-02-01,true");
    assertThat(catalog.read().targets())
        .filteredOn(each -> each.id().equals("P2021-001"))
        .extracting(each -> each.planVersion() + " " + each.withdrawn())
        .containsExactly("2021-01-30 false", "2021-07-15 false", "2021-11-01 true");
    assertThat(catalog.read().milestones())
        .filteredOn(each -> each.id().equals("P2021-010"))
        .extracting(each -> each.planVersion() + " " + each.dueDate() + " " + each.withdrawn())
        .containsExactly(
            "2021-01-30 2021-12-31 false",
            "2021-07-15 2022-06-30 false",
            "2022-02-01 2022-06-30 true");
  }

  /** Rows with the column {@code withdrawn}, which the district's own files do not have. */
  private void appendTo(String file, String... rows) throws IOException {
    String[] header = {",withdrawn"};
    String widened =
        catalog
            .text(file)
            .lines()
            .map(
                line -> {
                  String end = line.startsWith("#") ? "" : header[0];
                  header[0] = line.startsWith("#") ? header[0] : ",";
                  return line + end;
                })
            .collect(Collectors.joining("\n"));
    catalog.write(file, widened + "\n" + String.join("\n", rows) + "\n");
  }

  private static String preset(String[] presets, int row) {
    return row < presets.length ? presets[row] : "";
  }

  @Test
  void saysInBothLanguagesWhatIsExpected() throws Exception {
    catalog.plant(PLAN, "policy_funds,410311", "policy_fund,410311");
    assertThat(catalog.mistakes())
        .singleElement()
        .satisfies(
            mistake -> {
              assertThat(mistake.text())
                  .isEqualTo("Unknown indicator: policy_fund (expected a code of indicators.csv).");
              assertThat(mistake.text(Messages.CHINESE))
                  .isEqualTo("未知指标：policy_fund（应为 indicators.csv 中的代码）。");
            });
  }

  @Test
  void missesEachFileThatIsGone() throws Exception {
    List<String> gone =
        List.of(PLACES, "headline.csv", "price_indices.csv", "plans/2020.csv", PLAN);
    for (String file : gone) {
      catalog.delete(file);
    }
    catalog
        .expect(PLACES, 0, "missing-file")
        .expect("headline.csv", 0, "missing-file")
        .expect("price_indices.csv", 0, "missing-file")
        .expect("plans/<year>.csv", 0, "missing-file")
        .assertFound();
  }

  @Test
  void refusesAFileThatNobodyWouldRead() throws Exception {
    catalog.write("plans/next.csv", "id\n");
    catalog.write("indicator.csv", "code\n");
    catalog.write("NOTES.md", "Notes of the bureau.\n");
    catalog
        .expect("plans/next.csv", 0, "unknown-file")
        .expect("indicator.csv", 0, "unknown-file")
        .assertFound();
  }

  @Test
  void refusesAFileInAnotherEncoding() throws Exception {
    catalog.writeBytes(PLACES, catalog.text(PLACES).getBytes(Charset.forName("GB18030")));
    catalog.expect(PLACES, 0, "not-utf8").assertFound();
  }

  @Test
  void refusesADistrictThatIsNotThereOrThereTwice() throws Exception {
    catalog.plant(
        PLACES, "Luolong District,district", "Luolong District,remainder", "invalid-text");
    catalog.expect(PLACES, 0, "no-district").assertFound();
  }

  @Test
  void refusesASecondDistrict() throws Exception {
    catalog
        .plant(
            PLACES,
            "410311000,区本级,District level,remainder",
            "410312,区本级,District level,district",
            "second-district")
        .assertFound();
  }

  @Test
  void refusesFormsOfOneIndicatorThatGrowOnDifferentBases() throws Exception {
    String catering = "forms/S204-1.yaml";
    int meals = catalog.line(catering, "item: meals");
    catalog
        .plant(catering, "base: reported", "base: stored_total")
        .expect(catering, meals, "other-growth-base")
        .expect(catering, meals + 1, "other-growth-base")
        .assertFound();
  }

  @Test
  void letsAFeedNameItsOwnBaseAndHoldsItToThatOfTheOtherFeeds() throws Exception {
    String estate = "forms/X204-1.yaml";
    catalog
        .plant(
            estate,
            "item: investment, base: stored_total",
            "item: investment, base: reported",
            "other-growth-base")
        .assertFound();
  }

  @Test
  void namesTheLineOnWhichAYamlFileBreaks() throws Exception {
    catalog.plant("forms/ZD-1.yaml", "key: [unit_code]", "key: [unit_code");
    assertThat(catalog.mistakes())
        .singleElement()
        .satisfies(
            mistake -> {
              assertThat(mistake.file()).isEqualTo("forms/ZD-1.yaml");
              assertThat(mistake.key()).isEqualTo("catalog.broken-yaml");
              int line = catalog.line("forms/ZD-1.yaml", "key: [unit_code");
              assertThat(mistake.line()).isBetween(line, line + 1);
            });
  }

  @Test
  void doesNotRepeatAMistakeOfTheIndicatorsInFormsAndPlans() throws Exception {
    catalog.plant(INDICATORS, "code,title_zh", "kode,title_zh", "missing-column", "unknown-column");
    catalog.assertFound();
  }

  @Test
  void countsTheCellsOfARowWithoutLosingItsCode() throws Exception {
    catalog.plant(INDICATORS, "policy_funds,争取上级政策资金,", "policy_funds,", "cell-count");
    catalog.assertFound();
  }

  @Test
  void acceptsAByteOrderMarkAndWindowsLineEnds() throws Exception {
    catalog.write(PLACES, "\uFEFF" + catalog.text(PLACES).replace("\n", "\r\n"));
    assertThat(catalog.read().places()).hasSize(14);
  }

  @Test
  void readsTheNoticeWhereThereIsOne() throws Exception {
    catalog.write("notice.yaml", "zh: 区以下数据为合成数据\nen: Synthetic below the district total\n");
    assertThat(catalog.read().notice())
        .contains(new Catalog.Notice("区以下数据为合成数据", "Synthetic below the district total"));
  }

  @Test
  void refusesANoticeInOneLanguage() throws Exception {
    catalog.write("notice.yaml", "zh: 区以下数据为合成数据\n");
    catalog.expect("notice.yaml", 1, "missing-key").assertFound();
  }

  @Test
  void cannotReadAFolderThatIsNotThere() {
    assertThatThrownBy(() -> CatalogReader.read(folder.resolve("nowhere")))
        .isInstanceOf(NoSuchFileException.class);
  }
}
