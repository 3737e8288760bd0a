package jindu.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogReader;
import jindu.core.Amount;
import jindu.core.CreditCode;
import jindu.core.ReportingPeriod;
import jindu.table.QuarantineTable;
import jindu.table.VerdictTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * One delivered row a case, judged by the catalog of the repository; all cases in one run, because
 * Spark takes as long for one row as for a hundred.
 */
class VerdictCasesTest {

  private static final String INDUSTRY =
      "period=2020-03; unit_code=%s; township_code=410311002; sector_code=2611;"
          + " gross_output.ytd=100; gross_output.previous=90; sales_output.ytd=95;"
          + " sales_output.previous=88";
  private static final String TRADE =
      "period=2020-03; unit_code=%s; township_code=410311002; sector_code=F5211; sales.ytd=100;"
          + " sales.previous=90; wholesale.ytd=60; wholesale.previous=50; retail.ytd=40;"
          + " retail.previous=40";
  private static final String BUDGET =
      "period=2020-03; township_code=410311002; subject=增值税; revenue.ytd=100";
  private static final String ESTIMATE =
      "period=2020-03; township_code=410311002; sector_code=52; retail.ytd=10; retail.previous=9";
  private static final String FIGURE =
      "period=2020-03; township_code=410311000; indicator=ecommerce_volume; department=商务局;"
          + " figure.ytd=20.5";

  private static final Delivered DELIVERED = new Delivered();
  private static final Map<String, Expected> EXPECTED = new LinkedHashMap<>();
  private static Map<String, Row> verdicts;
  private static Map<String, Row> quarantine;
  private static int next = 1;

  @BeforeAll
  static void judge() throws Exception {
    Catalog catalog = CatalogReader.read(Path.of("data-lake", "reference"));
    goodRows();
    periodsAndPlaces();
    codesAndUnits();
    numbers();
    relationsOfItems();
    attributes();
    DELIVERED.refused("CZ-1", "2020-04-20", "refused", "not-decodable", "byte 17, row 2");
    EXPECTED.put("refused", new Expected("quarantined", List.of("not-decodable")));

    Dataset<Row> judged = Check.verdicts(DELIVERED.dataset(), catalog, Delivered.AS_OF).cache();
    verdicts = byPath(judged, VerdictTable.PATH);
    quarantine = byPath(Check.quarantine(judged, catalog), QuarantineTable.PATH);
    judged.unpersist();
  }

  @TestFactory
  List<DynamicTest> everyRowGetsItsVerdictAndEveryReason() {
    List<DynamicTest> tests = new ArrayList<>();
    EXPECTED.forEach(
        (name, expected) ->
            tests.add(
                DynamicTest.dynamicTest(
                    name,
                    () -> {
                      Row row = verdicts.get(name);
                      assertThat(row.<String>getAs(VerdictTable.VERDICT))
                          .as("%s %s", name, row)
                          .isEqualTo(expected.verdict());
                      assertThat(texts(row, VerdictTable.REASONS))
                          .containsExactlyInAnyOrderElementsOf(expected.reasons());
                    })));
    return tests;
  }

  @Test
  void quarantineHoldsExactlyTheRefusedRowsWithWordsInBothLanguages() {
    assertThat(quarantine.keySet())
        .isEqualTo(
            new TreeSet<>(
                EXPECTED.entrySet().stream()
                    .filter(entry -> entry.getValue().verdict().equals("quarantined"))
                    .map(Map.Entry::getKey)
                    .toList()));
    Row row = quarantine.get("a word for a number");
    assertThat(texts(row, QuarantineTable.REASONS_ZH)).singleElement().asString().contains("许多");
    assertThat(texts(row, QuarantineTable.REASONS_EN))
        .singleElement()
        .asString()
        .contains("许多")
        .startsWith("Not a number");
  }

  @Test
  void aSoftFailureIsFlaggedAndAccepted() {
    assertThat(texts(verdicts.get("growth beyond the bounds"), VerdictTable.FLAGS))
        .containsExactly("B204-1-03");
    assertThat(texts(verdicts.get("wrong check character"), VerdictTable.FLAGS))
        .containsExactly("check-character");
    assertThat(texts(verdicts.get("plain"), VerdictTable.FLAGS)).isEmpty();
  }

  @Test
  void valuesAreInBaseUnits() {
    assertThat(value("plain", "gross_output.ytd")).isEqualByComparingTo("100000");
    assertThat(value("brackets and separators", "revenue.ytd")).isEqualByComparingTo("-12345000");
    assertThat(value("figure of a department", "figure.ytd")).isEqualByComparingTo("2050000000");
  }

  @Test
  void periodsReadAsTheScalarRuleReadsThem() {
    EXPECTED.keySet().stream()
        .filter(name -> name.startsWith("period "))
        .forEach(
            name -> {
              String text = name.substring("period ".length());
              assertThat(verdicts.get(name).<String>getAs(VerdictTable.PERIOD))
                  .as(text)
                  .isEqualTo(ReportingPeriod.parse(text).orElseThrow().toString());
            });
  }

  @Test
  void numbersReadAsTheScalarRuleReadsThem() {
    EXPECTED.forEach(
        (name, expected) -> {
          if (name.startsWith("number ")) {
            String text = name.substring("number ".length());
            boolean isRead =
                Amount.read(text)
                    .flatMap(
                        number -> Amount.inBaseUnits(number, java.math.BigDecimal.valueOf(10_000)))
                    .isPresent();
            assertThat(isRead).as(text).isEqualTo(expected.verdict().equals("accepted"));
          }
        });
  }

  private static void goodRows() {
    accepted("plain", "B204-1", INDUSTRY.formatted(registered("B204-1")));
    accepted("trade with section letter", "E204-1", TRADE.formatted(registered("E204-1")));
    accepted("budget of a township", "CZ-1", BUDGET);
    accepted("estimate by division", "XE-1", ESTIMATE);
    accepted("figure of a department", "GZ-1", FIGURE);
    accepted(
        "brackets and separators",
        "CZ-1",
        BUDGET.replace("增值税", "契税").replace("=100", "=（１，２３４.５）"));
    accepted(
        "growth beyond the bounds",
        "B204-1",
        INDUSTRY
            .formatted(registered("B204-1"))
            .replace("gross_output.ytd=100", "gross_output.ytd=900"));
  }

  private static void periodsAndPlaces() {
    int subject = 0;
    for (String text : List.of("2020-01", "202002", "2020年2月", "2020年1-2月", "2020Q1", "2020-Q1")) {
      accepted(
          "period " + text,
          "CZ-1",
          BUDGET
              .replace("period=2020-03", "period=" + text)
              .replace("410311002", "41031100" + (4 + subject++)));
    }
    accepted("12-digit place", "CZ-1", BUDGET.replace("410311002", "410311102000"));
    refused("no period", "CZ-1", BUDGET.replace("2020-03", "三月"), "unknown-period");
    refused(
        "January of a form without one",
        "B204-1",
        INDUSTRY.formatted(registered("B204-1")).replace("2020-03", "2020-01"),
        "period-not-in-frequency");
    refused(
        "a month of a quarterly form",
        "XE-1",
        ESTIMATE.replace("2020-03", "2020-02"),
        "period-not-in-frequency");
    refused("a period not over", "CZ-1", BUDGET.replace("2020-03", "2020-06"), "period-in-future");
    refused(
        "a place elsewhere", "CZ-1", BUDGET.replace("410311002", "410311999"), "unknown-township");
  }

  private static void codesAndUnits() {
    String unregistered = Delivered.unit(900);
    refused("not in the register", "B204-1", INDUSTRY.formatted(unregistered), "not-in-register");
    refused(
        "a code too short",
        "B204-1",
        INDUSTRY.formatted("9141031100"),
        "malformed-unit-code",
        "not-in-register");
    String wrong = Delivered.unit(901);
    char check = CreditCode.checkCharacter(wrong);
    String failing = wrong.substring(0, 17) + (check == '0' ? '1' : '0');
    DELIVERED.file(
        "MLK",
        "2019-12-01",
        "register of " + failing,
        Delivered.entry("B204-1", "2019-02", failing));
    accepted("wrong check character", "B204-1", INDUSTRY.formatted(failing));
    refused(
        "no such class",
        "B204-1",
        INDUSTRY.formatted(registered("B204-1")).replace("2611", "2699"),
        "unknown-sector");
    refused(
        "a division where a class is asked",
        "B204-1",
        INDUSTRY.formatted(registered("B204-1")).replace("2611", "26"),
        "sector-level");
  }

  private static void numbers() {
    refused("a word for a number", "CZ-1", BUDGET.replace("=100", "=许多"), "not-a-number");
    String[] subjects = {"企业所得税", "个人所得税", "资源税", "房产税", "印花税", "车船税", "耕地占用税"};
    int subject = 0;
    for (String text : List.of("1,234.5", "-12", "(7)", "￥88", "１２３", "0.0001")) {
      accepted(
          "number " + text,
          "CZ-1",
          BUDGET.replace("增值税", subjects[subject++]).replace("=100", "=" + text));
    }
    for (String text : List.of("1.2E+5", "12,34", "--3", "1.2.3")) {
      refused("number " + text, "CZ-1", BUDGET.replace("=100", "=" + text), "not-a-number");
    }
    refused(
        "number 12345678901234567890",
        "CZ-1",
        BUDGET.replace("=100", "=12345678901234567890"),
        "out-of-range");
    refused(
        "a negative sale",
        "XE-1",
        ESTIMATE.replace("retail.ytd=10", "retail.ytd=-10"),
        "negative-value");
    refused("no year to date", "XE-1", ESTIMATE.replace(" retail.ytd=10;", ""), "missing-item");
  }

  private static void relationsOfItems() {
    refused(
        "parts that are not the total, and a place elsewhere",
        "E204-1",
        TRADE
            .formatted(registered("E204-1"))
            .replace("wholesale.ytd=60", "wholesale.ytd=61")
            .replace("410311002", "410311999"),
        "E204-1-01",
        "unknown-township");
    refused(
        "exports above sales",
        "B204-1",
        INDUSTRY.formatted(registered("B204-1")) + "; export_value.ytd=96",
        "B204-1-01");
    refused(
        "a month above its year",
        "B204-1",
        INDUSTRY.formatted(registered("B204-1")) + "; gross_output.month=101",
        "B204-1-02");
  }

  private static void attributes() {
    refused("no such subject", "CZ-1", BUDGET.replace("增值税", "盐税"), "unknown-value");
    refused("no subject", "CZ-1", BUDGET.replace(" subject=增值税;", ""), "missing-attribute");
    refused(
        "no such indicator",
        "GZ-1",
        FIGURE.replace("ecommerce_volume", "happiness"),
        "unknown-indicator");
    refused("an operation nobody knows", "CZ-1", BUDGET + "; operation=修改", "unknown-operation");
  }

  private static void accepted(String name, String form, String line) {
    DELIVERED.file(form, "2020-04-20", name, line);
    EXPECTED.put(name, new Expected("accepted", List.of()));
  }

  private static void refused(String name, String form, String line, String... reasons) {
    DELIVERED.file(form, "2020-04-20", name, line);
    EXPECTED.put(name, new Expected("quarantined", List.of(reasons)));
  }

  /** The code of a new unit that the register holds for the form. */
  private static String registered(String form) {
    DELIVERED.registered(form, "2019-02", next);
    return Delivered.unit(next++);
  }

  private static java.math.BigDecimal value(String name, String column) {
    Row row = verdicts.get(name);
    return (java.math.BigDecimal) row.getJavaMap(row.fieldIndex(VerdictTable.VALUES)).get(column);
  }

  private static List<String> texts(Row row, String column) {
    return row.getList(row.fieldIndex(column));
  }

  private static Map<String, Row> byPath(Dataset<Row> rows, String path) {
    Map<String, Row> byPath = new java.util.TreeMap<>();
    rows.collectAsList().forEach(row -> byPath.put(row.getAs(path), row));
    return byPath;
  }

  /** What a case must come to. */
  private record Expected(String verdict, List<String> reasons) {}
}
