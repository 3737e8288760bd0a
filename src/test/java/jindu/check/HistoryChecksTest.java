package jindu.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jindu.catalog.Catalog;
import jindu.core.CheckRule;
import jindu.core.CheckRule.Kind;
import jindu.table.Finding;
import jindu.table.ObservationTable;
import jindu.table.VerdictTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The checks that look back, each with a unit of its own; one run for all, as in a night. */
class HistoryChecksTest {

  private static final List<CheckRule> RULES =
      List.of(
          SmallCatalog.soft("falls", Kind.YTD_NOT_FALLING, "output", null),
          SmallCatalog.soft("months", Kind.MONTHS_ADD_UP, "output", null),
          SmallCatalog.soft("as-filed", Kind.PREVIOUS_AS_FILED, "output", "1"),
          SmallCatalog.soft("scale", Kind.SAME_UNIT_OF_MEASURE, "output", "50"),
          SmallCatalog.soft("repeats", Kind.NOT_REPEATED, "output", null));
  private static final Catalog CATALOG = SmallCatalog.of(SmallCatalog.forms(RULES));
  private static final Map<String, List<String>> FOUND = new TreeMap<>();
  private static final Delivered DELIVERED = new Delivered();
  private static Dataset<Row> verdicts;
  private static int units;

  @BeforeAll
  static void judge() {
    unit("steady", "2020-02 100 90 100", "2020-03 160 140 60");
    unit("falling", "2020-02 100 90 -", "2020-03 99.9999 140 -");
    unit("corrected before", "2020-02 200 90 -", "2020-02 100 90 -", "2020-03 150 140 -");
    unit("withdrawn before", "2020-02 200 90 -", "2020-02 撤回", "2020-03 150 140 -");
    unit("new year", "2019-12 900 800 -", "2020-02 100 90 -");
    unit("months miss", "2020-02 100 90 100", "2020-03 160 140 61");
    unit("months miss a return", "2020-02 100 90 100", "2020-06 400 380 61");
    unit("restates within a percent", "2019-03 100 90 -", "2020-03 130 101 -");
    unit("restates beyond", "2019-03 100 90 -", "2020-03 130 101.1 -");
    unit(
        "restates a return superseded", "2019-03 50 90 -", "2019-03 100 90 -", "2020-03 130 100 -");
    unit("ten times", "2020-02 100 90 -", "2020-03 1600 140 -");
    unit("a thousandth", "2019-03 100000 9 -", "2020-03 130 100000 -");
    unit("ten thousand times", "2020-02 100 90 -", "2020-03 1500000 140 -");
    unit("threefold", "2020-02 100 90 -", "2020-03 450 140 -");
    unit("repeats", "2020-02 100 90 -", "2020-03 100 140 -");
    unit("repeats nothing", "2020-02 0 90 -", "2020-03 0 140 -");
    verdicts = Check.verdicts(DELIVERED.dataset(), CATALOG, Delivered.AS_OF).cache();
    for (Row row : verdicts.where("form = 'B204-1'").collectAsList()) {
      String name = row.<String>getAs(VerdictTable.PATH).split("/", -1)[1];
      List<Row> findings = row.getList(row.fieldIndex(VerdictTable.FINDINGS));
      List<String> texts = FOUND.computeIfAbsent(name, any -> new ArrayList<>());
      findings.forEach(finding -> texts.add(text(row.getAs(VerdictTable.PERIOD), finding)));
    }
  }

  @Test
  void aSteadyUnitHasNothingToExplain() {
    assertThat(FOUND.get("steady")).isEmpty();
  }

  @Test
  void aYearToDateBelowTheLastPeriodsIsFound() {
    assertThat(FOUND.get("falling")).containsExactly("2020-03 falls output.ytd 99999.9 100000");
  }

  @Test
  void onlyWhatIsInForceIsHistory() {
    assertThat(FOUND.get("corrected before")).isEmpty();
    assertThat(FOUND.get("withdrawn before")).isEmpty();
    assertThat(FOUND.get("restates a return superseded")).isEmpty();
  }

  @Test
  void aYearBeginsAnew() {
    assertThat(FOUND.get("new year")).isEmpty();
  }

  @Test
  void monthsThatDoNotAddUpAreFoundWhereTheLastMonthIsKnown() {
    assertThat(FOUND.get("months miss")).containsExactly("2020-03 months output.ytd 160000 161000");
  }

  /** The return of June compares with February, the last one in force; its month is May to June. */
  @Test
  void aReturnThatIsMissingBetweenIsNotGuessed() {
    assertThat(FOUND.get("months miss a return")).isEmpty();
  }

  @Test
  void aSamePeriodOtherThanFiledIsFoundBeyondTheTolerance() {
    assertThat(FOUND.get("restates within a percent")).isEmpty();
    assertThat(FOUND.get("restates beyond"))
        .containsExactly("2020-03 as-filed output.previous 101100 100000");
  }

  /** 100 in two months make 150 in three: 1,600 is about ten times that. */
  @Test
  void aFigureInAnotherUnitOfMeasureIsFoundWithTheFigureMeant() {
    assertThat(FOUND.get("ten times")).containsExactly("2020-03 scale output.ytd 1600000 160000");
    assertThat(FOUND.get("a thousandth"))
        .containsExactly("2020-03 scale output.ytd 130000 130000000");
    assertThat(FOUND.get("ten thousand times"))
        .containsExactly("2020-03 scale output.ytd 1500000000 150000");
    assertThat(FOUND.get("threefold")).isEmpty();
  }

  @Test
  void aRepeatedFigureIsFoundUnlessItIsZero() {
    assertThat(FOUND.get("repeats")).containsExactly("2020-03 repeats output.ytd 100000 null");
    assertThat(FOUND.get("repeats nothing")).isEmpty();
  }

  @Test
  void aFindingSaysWhatWasComparedInTheDeliveredUnit() {
    Row finding =
        verdicts
            .where("path = 'B204-1/falling' and size(findings) > 0")
            .selectExpr("inline(findings)")
            .first();

    assertThat(finding.<String>getAs(Finding.FIGURES))
        .isEqualTo("产值_本年累计（2020-03） 99.9999, 产值_本年累计（2020-02） 100");
  }

  @Test
  void aFindingStandsWithItsItemOnly() {
    List<Row> rows =
        Check.observations(verdicts, CATALOG)
            .where("path = 'B204-1/falling' and period = '2020-03'")
            .orderBy(ObservationTable.ITEM)
            .selectExpr("item", "size(findings)", "array_join(flags, ' ')")
            .collectAsList();

    assertThat(rows)
        .extracting(Row::toString)
        .containsExactly("[output,1,falls]", "[sales,0,falls]");
  }

  @Test
  void flagsAreTheCodesOfTheFindings() {
    assertThat(verdicts.where("flags <> array_distinct(findings.code)").count()).isZero();
  }

  /** Each return is "period ytd previous month" or "period 撤回"; the month may be left out as -. */
  private static void unit(String name, String... returns) {
    int unit = ++units;
    DELIVERED.registered("B204-1", "2019-02", unit);
    int day = 10;
    for (String text : returns) {
      String[] parts = text.split(" ", -1);
      String cells =
          "period=%s; unit_code=%s; township_code=410311002; sector_code=2611"
              .formatted(parts[0], Delivered.unit(unit));
      DELIVERED.file("B204-1", "2020-07-" + day++, "B204-1/" + name, cells + figures(parts));
    }
  }

  private static String figures(String[] parts) {
    if (parts.length == 2) {
      return "; operation=" + parts[1];
    }
    String month = parts[3].equals("-") ? "" : "; output.month=" + parts[3];
    return "; output.ytd=%s; output.previous=%s; sales.ytd=1; sales.previous=1"
        .formatted(parts[1], parts[2])
        .concat(month);
  }

  private static String text(String period, Row finding) {
    return String.join(
        " ",
        period,
        finding.<String>getAs(Finding.CODE),
        finding.<String>getAs(Finding.ITEM) + "." + finding.<String>getAs(Finding.COLUMN),
        plain(finding.getAs(Finding.VALUE)),
        plain(finding.getAs(Finding.EXPECTED)));
  }

  private static String plain(BigDecimal amount) {
    return amount == null ? "null" : amount.stripTrailingZeros().toPlainString();
  }
}
