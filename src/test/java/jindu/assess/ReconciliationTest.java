package jindu.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jindu.TableRows;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogReader;
import jindu.table.IndicatorTable;
import jindu.table.ObservationTable;
import jindu.table.ProjectBridgeTable;
import jindu.table.ReconciliationTable;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Comparisons of every kind, worked out by hand. */
class ReconciliationTest {

  private static final String RULES =
      """
      quantity,quarter,relation,kind_a,source_a,value_a,kind_b,source_b,value_b,unit,bridge,title_zh,title_en,reason_zh,reason_en,source
      twice,2020-Q4,same,printed,F1,33,printed,F2,30,yuan,false,数,number,不知,unknown,report
      parts,2020-Q4,parts,printed,F3+F4,258.47+157.14,printed,F5,420,m2,false,数,number,不知,unknown,report
      always,,subset,indicator,tax_revenue,,indicator,budget_revenue,,yuan,false,数,number,部分,part,form
      half,2020-Q4,parts,indicator,tax_revenue+sales,,printed,F6,5,yuan,false,数,number,部分,part,form
      growth,2020-Q4,same,printed,F7,4,growth,grp,,percent,false,数,number,部分,part,form
      nominal,2020-Q4,same,printed,F8,3,growth,tax_revenue,,percent,false,数,number,部分,part,form
      sector,2020-Q4,same,printed,F9,1,indicator,grp/P3,,yuan,false,数,number,部分,part,form
      share,2020-Q4,same,printed,F11,64.8,share,grp/P3,,percent,false,数,number,部分,part,form
      open_share,2020-Q4,same,printed,F12,2.1,share,grp/P1,,percent,false,数,number,部分,part,form
      closed,2020-Q4,same,printed,F10,1,indicator,industrial_output,,yuan,false,数,number,部分,part,form
      offices,,same,department,new_employment@甲,,department,new_employment@乙,,persons,false,数,number,两部门,two,form
      bridged,2020-Q4,subset,indicator,budget_revenue,,indicator,tax_revenue,,yuan,true,数,number,口径不同,another definition,form
      """;

  private static final Map<String, Row> ROWS = new HashMap<>();

  @BeforeAll
  static void reconcile() throws Exception {
    List<Row> indicators = new ArrayList<>();
    indicators.add(indicator("tax_revenue", "ALL", 3, "60", "1", "2", false));
    indicators.add(indicator("tax_revenue", "ALL", 4, "70", "3", "2", false));
    indicators.add(indicator("budget_revenue", "ALL", 3, "100", "1", "2", false));
    indicators.add(indicator("budget_revenue", "ALL", 4, "65", "1", "2", false));
    indicators.add(indicator("grp", "ALL", 4, "456", "1", "4.0", false));
    indicators.add(indicator("grp", "P3", 4, "290", "1", "5.0", false));
    indicators.add(indicator("industrial_output", "ALL", 4, null, null, null, true));
    List<Row> observations = new ArrayList<>();
    observations.add(figure("甲", "2020-09", 3, "600", true));
    observations.add(figure("乙", "2020-09", 3, "640", true));
    observations.add(figure("甲", "2020-12", 4, "800", true));
    observations.add(figure("乙", "2020-12", 4, "900", false));
    List<Row> bridge = new ArrayList<>();
    bridge.add(line("p", "land_cost", "120000000", false));
    bridge.add(line("q", "land_cost", "30000000", false));
    bridge.add(line("p", "not_in_register", "900000000", false));
    bridge.add(line("ALL", "other", null, true));
    for (Row row :
        Assess.reconciliation(
                TableRows.of(IndicatorTable.DEFINITION, indicators),
                TableRows.of(ObservationTable.DEFINITION, observations),
                TableRows.of(ProjectBridgeTable.DEFINITION, bridge),
                catalog())
            .collectAsList()) {
      String key =
          row.getAs(ReconciliationTable.QUANTITY) + "-" + row.getAs(ReconciliationTable.QUARTER);
      assertThat(ROWS.put(key, row)).as(key).isNull();
    }
  }

  @Test
  void printedFiguresAreLaidSideBySide() {
    assertRow("twice-4", "33", "30", "3");
    assertThat(ROWS.get("twice-4").<String>getAs(ReconciliationTable.REASON))
        .isEqualTo("不知 / unknown");
    assertRow("parts-4", "415.61", "420", "-4.39");
    assertThat(ROWS.get("parts-4").<String>getAs(ReconciliationTable.SOURCE_A)).isEqualTo("F3+F4");
  }

  @Test
  void indicatorsAreComparedInEveryQuarterOnRecord() {
    assertRow("always-3", "60", "100", "-40");
    assertRow("always-4", "70", "65", "5");
    assertThat(ROWS.keySet()).doesNotContain("always-1", "always-2");
  }

  @Test
  void aSumOfWhichATermIsNotKnownIsNotKnown() {
    assertRow("half-4", null, "5", null);
  }

  /** 290 of 456 = 63.5965 %; nothing is known of the primary industry. */
  @Test
  void aShareIsOfTheTotalAtCurrentPrices() {
    assertRow("share-4", "64.8", "63.5965", "1.2035");
    assertRow("open_share-4", "2.1", null, null);
  }

  @Test
  void growthIsThatOfTheHeadlineBasis() {
    assertRow("growth-4", "4", "4", "0");
    assertRow("nominal-4", "3", "3", "0");
    assertRow("sector-4", "1", "290", "-289");
  }

  @Test
  void aWithheldValueStaysWithheld() {
    assertRow("closed-4", "1", null, null);
    assertThat(ROWS.get("closed-4").<Boolean>getAs(ReconciliationTable.WITHHELD)).isTrue();
    assertThat(ROWS.get("closed-4").<String>getAs(ReconciliationTable.REASON))
        .isEqualTo("部分 为保护调查对象，数据不予公布 / part withheld to protect respondents");
  }

  @Test
  void twoDepartmentsSayTheSameOrNot() {
    assertRow("offices-3", "600", "640", "-40");
    assertRow("offices-4", "800", null, null);
  }

  @Test
  void theLinesOfTheBridgeAreNamedTheLargestFirst() {
    assertRow("bridged-4", "65", "70", "-5");
    assertThat(ROWS.get("bridged-4").<String>getAs(ReconciliationTable.REASON))
        .isEqualTo(
            "口径不同；差额构成（亿元）：not_in_register 9.00，land_cost 1.50，other 不予公布"
                + " / another definition; the difference in 100 million yuan: not_in_register 9.00,"
                + " land_cost 1.50, other withheld");
  }

  private static void assertRow(String key, String a, String b, String difference) {
    Row row = ROWS.get(key);
    assertThat(row).as(key).isNotNull();
    assertValue(row, ReconciliationTable.VALUE_A, a);
    assertValue(row, ReconciliationTable.VALUE_B, b);
    assertValue(row, ReconciliationTable.DIFFERENCE, difference);
  }

  private static void assertValue(Row row, String column, String expected) {
    BigDecimal value = row.getAs(column);
    if (expected == null) {
      assertThat(value).as("%s of %s", column, row).isNull();
    } else {
      assertThat(value).as("%s of %s", column, row).isEqualByComparingTo(expected);
    }
  }

  private static Catalog catalog() throws Exception {
    Map<String, String> texts =
        new HashMap<>(CatalogReader.read(Path.of("data-lake", "reference")).files());
    texts.put("reconciliation.csv", RULES);
    return CatalogReader.read(texts);
  }

  private static Row indicator(
      String code,
      String sector,
      int quarter,
      String value,
      String growth,
      String comparable,
      boolean withheld) {
    Map<String, Object> cells = new HashMap<>();
    cells.put(IndicatorTable.INDICATOR, code);
    cells.put(IndicatorTable.TOWNSHIP_CODE, "410311");
    cells.put(IndicatorTable.SECTOR_CODE, sector);
    cells.put(IndicatorTable.YEAR, 2020);
    cells.put(IndicatorTable.QUARTER, quarter);
    cells.put(IndicatorTable.VALUE_YTD, number(value));
    cells.put(IndicatorTable.GROWTH_YTD_PCT, number(growth));
    cells.put(IndicatorTable.COMPARABLE_GROWTH_YTD_PCT, number(comparable));
    cells.put(IndicatorTable.WITHHELD, withheld);
    return TableRows.row(IndicatorTable.DEFINITION, cells);
  }

  private static Row figure(
      String department, String period, int quarter, String value, boolean inForce) {
    Map<String, Object> cells = new HashMap<>();
    cells.put(ObservationTable.FORM, "GZ-1");
    cells.put(ObservationTable.UNIT_KEY, "new_employment|410311000|" + department);
    cells.put(ObservationTable.ITEM, "figure");
    cells.put(ObservationTable.TOWNSHIP_CODE, "410311000");
    cells.put(ObservationTable.PERIOD, period);
    cells.put(ObservationTable.YEAR, 2020);
    cells.put(ObservationTable.QUARTER, quarter);
    cells.put(
        ObservationTable.ATTRIBUTES,
        Map.of("indicator", "new_employment", "department", department));
    cells.put(ObservationTable.VALUE, number(value));
    cells.put(ObservationTable.IN_FORCE, inForce);
    return TableRows.row(ObservationTable.DEFINITION, cells);
  }

  private static Row line(String project, String reason, String amount, boolean withheld) {
    Map<String, Object> cells = new HashMap<>();
    cells.put(ProjectBridgeTable.PROJECT_CODE, project);
    cells.put(ProjectBridgeTable.YEAR, 2020);
    cells.put(ProjectBridgeTable.QUARTER, 4);
    cells.put(ProjectBridgeTable.REASON, reason);
    cells.put(ProjectBridgeTable.LINE_AMOUNT, number(amount));
    cells.put(ProjectBridgeTable.REASON_ZH, reason);
    cells.put(ProjectBridgeTable.REASON_EN, reason);
    cells.put(ProjectBridgeTable.WITHHELD, withheld);
    return TableRows.row(ProjectBridgeTable.DEFINITION, cells);
  }

  private static BigDecimal number(String text) {
    return text == null ? null : new BigDecimal(text).setScale(4);
  }
}
