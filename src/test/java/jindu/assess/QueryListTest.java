package jindu.assess;

import static jindu.assess.QueriedReturns.finding;
import static jindu.assess.QueriedReturns.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import jindu.TestSession;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogException;
import jindu.catalog.CatalogReader;
import jindu.core.CheckRule;
import jindu.core.Messages;
import jindu.table.ObservationTable;
import jindu.table.QueryTable;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The query list of a small number of returns, on the district's own catalog. */
class QueryListTest {

  private static final String GROWTH = "B204-1-03";
  private static final String WHOLE = "check-character";

  private static Catalog catalog;

  private final QueriedReturns returns = new QueriedReturns();

  @BeforeAll
  static void readCatalog() throws IOException, CatalogException {
    catalog = CatalogReader.read(Path.of("data-lake", "reference"));
  }

  @Test
  void theEffectIsTheDistanceInPercentOfTheCellOfTownshipDivisionAndPeriod() {
    odd("U1", "3000", "2000");
    returns
        .from("B204-1", "U2", "2021-06")
        .in("410311002", "3422")
        .item("gross_output", "5000", "9");
    // Neither of another division, township or period, nor superseded: none is part of the cell.
    returns
        .from("B204-1", "U3", "2021-06")
        .in("410311002", "3511")
        .item("gross_output", "700", "9");
    returns
        .from("B204-1", "U4", "2021-06")
        .in("410311004", "3411")
        .item("gross_output", "700", "9");
    returns.from("B204-1", "U2", "2021-05").item("gross_output", "700", "9");
    returns.from("B204-1", "U5", "2021-06").superseded().item("gross_output", "700", "9");
    returns.from("B204-1", "U6", "2021-06").item("sales_output", "700", "9");

    Row line = only();

    // |3000 − 2000| of 3000 + 5000.
    assertAmount(line, QueryTable.EFFECT_PCT, "12.5");
    assertAmount(line, QueryTable.DIFFERENCE, "1000");
    assertAmount(line, QueryTable.DIFFERENCE_PCT, "50");
  }

  @Test
  void theCellIsOfTheColumnThatIsOdd() {
    returns
        .from("B204-1", "U1", "2021-06")
        .item(
            "gross_output",
            "900",
            "400",
            finding("some-check", "gross_output", "previous", "400", "100", ""));
    returns.from("B204-1", "U2", "2021-06").item("gross_output", "9000", "200");

    // |400 − 100| of 400 + 200, not of the year to date.
    assertAmount(only(), QueryTable.EFFECT_PCT, "50");
  }

  @Test
  void withoutAnExpectedFigureTheWholeValueIsTheEffect() {
    returns
        .from("B204-1", "U1", "2021-06")
        .item(
            "gross_output",
            "250",
            "9",
            finding("some-check", "gross_output", "ytd", "250", null, ""));
    returns.from("B204-1", "U2", "2021-06").item("gross_output", "750", "9");

    Row line = only();

    assertAmount(line, QueryTable.EFFECT_PCT, "25");
    assertThat(line.<BigDecimal>getAs(QueryTable.DIFFERENCE)).isNull();
    assertThat(line.<BigDecimal>getAs(QueryTable.DIFFERENCE_PCT)).isNull();
  }

  @Test
  void aCellOfZeroAndAnExpectedZeroHaveNoPercentages() {
    returns
        .from("B204-1", "U1", "2021-06")
        .item(
            "gross_output",
            "300",
            "9",
            finding("some-check", "gross_output", "ytd", "300", "0", ""));
    returns.from("B204-1", "U2", "2021-06").item("gross_output", "-300", "9");

    Row line = only();

    assertThat(line.<BigDecimal>getAs(QueryTable.EFFECT_PCT)).isNull();
    assertThat(line.<BigDecimal>getAs(QueryTable.DIFFERENCE_PCT)).isNull();
    assertAmount(line, QueryTable.DIFFERENCE, "300");
  }

  @Test
  void aNegativeCellIsMovedByItsSize() {
    returns
        .from("B204-1", "U1", "2021-06")
        .item(
            "gross_output",
            "100",
            "9",
            finding("some-check", "gross_output", "ytd", "100", "0", ""));
    returns.from("B204-1", "U2", "2021-06").item("gross_output", "-500", "9");

    assertAmount(only(), QueryTable.EFFECT_PCT, "25");
  }

  @Test
  void figuresOfTwoIndicatorsOfOneFormAreNoCellTogether() {
    returns
        .from("GZ-1", "petitions|410311002|信访局", "2021-06")
        .in("410311002", null)
        .attribute("indicator", "petitions")
        .item("figure", "50", null, finding("some-check", "figure", "ytd", "50", "40", ""));
    returns
        .from("GZ-1", "policy_funds|410311002|财政局", "2021-06")
        .in("410311002", null)
        .attribute("indicator", "policy_funds")
        .item("figure", "900000000", null);

    Row line = only();

    assertAmount(line, QueryTable.EFFECT_PCT, "20");
    assertThat(line.<String>getAs(QueryTable.DELIVERED_UNIT)).isEqualTo("件");
    assertAmount(line, QueryTable.DELIVERED_FACTOR, "1");
  }

  @Test
  void theDeliveredUnitIsTheIndicatorsWhereTheFormLeavesItToThem() {
    returns
        .from("GZ-1", "policy_funds|410311|财政局", "2021-06")
        .in("410311", null)
        .attribute("indicator", "policy_funds")
        .item(
            "figure",
            "900000000",
            null,
            finding("some-check", "figure", "ytd", "900000000", null, ""));

    Row line = only();

    assertThat(line.<String>getAs(QueryTable.DELIVERED_UNIT)).isEqualTo("亿元");
    assertAmount(line, QueryTable.DELIVERED_FACTOR, "100000000");
  }

  @Test
  void aLineNamesTheFigureAsTheFormDoes() {
    odd("U1", "3000", "2000");

    Row line = only();

    assertThat(line.<String>getAs(QueryTable.ITEM_HEADER)).isEqualTo("工业总产值_本年累计");
    assertThat(line.<String>getAs(QueryTable.DELIVERED_UNIT)).isEqualTo("千元");
    assertAmount(line, QueryTable.DELIVERED_FACTOR, "1000");
    assertThat(line.<String>getAs(QueryTable.UNIT_NAME)).isEqualTo("单位U1");
  }

  @Test
  void anItemsOwnUnitGoesBeforeItsForms() {
    returns
        .from("JM-1", "410311002001", "2021-06")
        .in("410311002", null)
        .item("persons", "30", null, finding("some-check", "persons", "value", "30", "3", ""));

    Row line = only();

    assertThat(line.<String>getAs(QueryTable.DELIVERED_UNIT)).isEqualTo("人");
    assertThat(line.<String>getAs(QueryTable.ITEM_HEADER)).isEqualTo("常住人口");
    assertAmount(line, QueryTable.EFFECT_PCT, "90");
  }

  @Test
  void aDeclaredCheckSpeaksInTheWordsOfItsForm() {
    odd("U1", "3000", "2000");
    CheckRule rule =
        catalog.forms().get("B204-1").checks().stream()
            .filter(check -> check.code().equals(GROWTH))
            .findFirst()
            .orElseThrow();

    Row line = only();

    assertThat(line.<String>getAs(QueryTable.ODD_ZH))
        .isEqualTo(rule.messageZh() + "：工业总产值_本年累计 3。");
    assertThat(line.<String>getAs(QueryTable.ODD_EN))
        .isEqualTo(rule.messageEn() + ": 工业总产值_本年累计 3.");
  }

  @Test
  void aBuiltInCheckSpeaksInTheWordsOfTheMessagesAndAnUnknownOneByItsCode() {
    returns
        .from("B204-1", "U1", "2021-06")
        .about(whole(WHOLE, "U1"), whole("no-such-check", null))
        .item("gross_output", "1", "1");

    assertThat(lines())
        .extracting(
            line -> line.<String>getAs(QueryTable.ODD_ZH),
            line -> line.<String>getAs(QueryTable.ODD_EN))
        .containsExactly(
            tuple(
                Messages.CHINESE.text("check." + WHOLE, "U1"),
                Messages.ENGLISH.text("check." + WHOLE, "U1")),
            tuple("no-such-check", "no-such-check"));
  }

  @Test
  void aFindingAboutTheReturnIsOneQuestionHoweverManyItemsItHas() {
    returns
        .from("B204-1", "U1", "2021-06")
        .about(whole(WHOLE, null))
        .item("gross_output", "100", "90")
        .item("sales_output", "100", "90")
        .item("export_value", "100", "90");

    Row line = only();

    assertThat(line.<String>getAs(QueryTable.ITEM)).isNull();
    assertThat(line.<String>getAs(QueryTable.ITEM_HEADER)).isNull();
    assertThat(line.<BigDecimal>getAs(QueryTable.EFFECT_PCT)).isNull();
  }

  @Test
  void aFindingAboutTheUnitIsAskedOnceWithItsLatestReturn() {
    for (String period : List.of("2020-06", "2021-06", "2021-05")) {
      returns
          .from("B204-1", "U1", period)
          .about(whole(WHOLE, "U1"))
          .item("gross_output", "100", "90");
    }
    returns
        .from("B204-1", "U1", "2021-04")
        .about(whole(WHOLE, "another text"))
        .item("gross_output", "100", "90");

    assertThat(lines())
        .extracting(line -> line.<String>getAs(QueryTable.PERIOD))
        .containsExactlyInAnyOrder("2021-06", "2021-04");
  }

  @Test
  void anExplanationOfWhatIsOddAboutTheUnitCoversTheReturnsThatFollowAndNotThoseBefore() {
    returns
        .from("B204-1", "U1", "2021-04")
        .about(whole(WHOLE, "U1"))
        .item("gross_output", "100", "90");
    returns
        .from("B204-1", "U1", "2021-05")
        .explained("执照如此")
        .about(whole(WHOLE, "U1"))
        .item("gross_output", "100", "90");
    assertThat(lines()).isEmpty();

    returns
        .from("B204-1", "U1", "2021-06")
        .about(whole(WHOLE, "U1"))
        .item("gross_output", "100", "90");
    assertThat(lines()).isEmpty();
  }

  @Test
  void worstComesFirstAndWhatMovesNothingLast() {
    returns
        .from("B204-1", "U9", "2021-06")
        .about(whole(WHOLE, null))
        .item("sales_output", "1", "1");
    odd("U3", "3000", "2000");
    odd("U2", "9000", "2000");
    odd("U1", "3000", "2000");

    // Effects of 1000, 7000 and 1000 on the same cell; equal ones in the order of the units.
    assertThat(lines())
        .extracting(
            line -> line.<Integer>getAs(QueryTable.RANK),
            line -> line.<String>getAs(QueryTable.UNIT_KEY))
        .containsExactly(tuple(1, "U2"), tuple(2, "U1"), tuple(3, "U3"), tuple(4, "U9"));
  }

  @Test
  void anEffectBeyondAPercentagesRangeHasNoFigureAndComesFirst() {
    returns
        .from("B204-1", "U1", "2021-06")
        .item(
            "sales_output", "5", "9", finding("some-check", "sales_output", "ytd", "5", null, ""));
    odd("U2", "1000000000", "0");
    // With U2 the cell is 0.1, and the effect a thousand billion percent.
    returns.from("B204-1", "U3", "2021-06").item("gross_output", "-999999999.9", "9");

    List<Row> lines = lines();

    assertThat(lines)
        .extracting(line -> line.<String>getAs(QueryTable.UNIT_KEY))
        .containsExactly("U2", "U1");
    assertThat(lines.get(0).<BigDecimal>getAs(QueryTable.EFFECT_PCT)).isNull();
  }

  @Test
  void everyTownshipHasItsOwnRanksAndAReturnWithoutAPlaceIsTheDistricts() {
    odd("U1", "3000", "2000");
    returns
        .from("B204-1", "U2", "2021-06")
        .in("410311102", "3411")
        .item("gross_output", "5", "9", finding(GROWTH, "gross_output", "ytd", "5", "4", ""));
    returns
        .from("B204-1", "U3", "2021-06")
        .in(null, "3411")
        .item("gross_output", "5", "9", finding(GROWTH, "gross_output", "ytd", "5", "4", ""));

    assertThat(lines())
        .extracting(
            line -> line.<String>getAs(QueryTable.TOWNSHIP_CODE),
            line -> line.<Integer>getAs(QueryTable.RANK),
            line -> line.<String>getAs(QueryTable.UNIT_KEY))
        .containsExactly(
            tuple("410311", 1, "U3"), tuple("410311002", 1, "U1"), tuple("410311102", 1, "U2"));
  }

  @Test
  void anExplainedReturnAndASupersededOneAreNotAskedAbout() {
    returns
        .from("B204-1", "U1", "2021-06")
        .explained("新增生产线")
        .about(whole(WHOLE, null))
        .item("gross_output", "5", "9", finding(GROWTH, "gross_output", "ytd", "5", "4", ""));
    returns
        .from("B204-1", "U2", "2021-06")
        .superseded()
        .item("gross_output", "5", "9", finding(GROWTH, "gross_output", "ytd", "5", "4", ""));

    assertThat(lines()).isEmpty();
  }

  @Test
  void anExplanationOfBlanksExplainsNothing() {
    returns
        .from("B204-1", "U1", "2021-06")
        .explained(" \u3000\t")
        .item("gross_output", "5", "9", finding(GROWTH, "gross_output", "ytd", "5", "4", ""));

    assertThat(only().<String>getAs(QueryTable.LAST_EXPLANATION)).isNull();
  }

  @Test
  void theLatestExplanationOfTheSameQuestionInTheYearIsShown() {
    explained("U1", "2020-12", "去年的说明");
    explained("U1", "2021-04", "订单增加");
    explained("U1", "2021-03", "春节停工");
    explained("U2", "2021-05", "别的单位");
    returns
        .from("B204-1", "U1", "2021-05")
        .explained("别的指标")
        .item("sales_output", "5", "9", finding(GROWTH, "sales_output", "ytd", "5", "4", ""));
    explained("U1", "2021-07", "以后的说明");
    odd("U1", "3000", "2000");

    assertThat(only().<String>getAs(QueryTable.LAST_EXPLANATION)).isEqualTo("订单增加");
  }

  @Test
  void anEarlierVintagesExplanationCoversTheSameFigureOnly() {
    returns
        .from("B204-1", "U1", "2021-06")
        .superseded()
        .explained("新增生产线")
        .about(whole(WHOLE, "U1"))
        .item("gross_output", "3000", "9", finding(GROWTH, "gross_output", "ytd", "3000", "4", ""))
        .item("sales_output", "3000", "9", finding(GROWTH, "sales_output", "ytd", "3000", "4", ""));
    returns
        .from("B204-1", "U1", "2021-06")
        .about(whole(WHOLE, "U1"))
        .item("gross_output", "3000", "9", finding(GROWTH, "gross_output", "ytd", "3000", "4", ""))
        .item("sales_output", "3500", "9", finding(GROWTH, "sales_output", "ytd", "3500", "4", ""));

    Row line = only();

    assertThat(line.<String>getAs(QueryTable.ITEM)).isEqualTo("sales_output");
    assertThat(line.<String>getAs(QueryTable.LAST_EXPLANATION)).isEqualTo("新增生产线");
  }

  @Test
  void theListIsTheSameWhateverTheOrderAndThePartitionsOfTheRows() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int unit = 0; unit < 60; unit++) {
      String value = Integer.toString(100 * (1 + random.nextInt(4)));
      returns
          .from("B204-1", "U" + random.nextInt(20), "2021-0" + (2 + random.nextInt(3)))
          .in(random.nextBoolean() ? "410311002" : "410311004", "3411")
          .explained(random.nextInt(3) == 0 ? "说明" + unit : null)
          .about(random.nextInt(4) == 0 ? new Row[] {whole(WHOLE, null)} : new Row[] {})
          .item(
              "gross_output", value, "9", finding(GROWTH, "gross_output", "ytd", value, "100", ""))
          .item("sales_output", value, "9");
    }
    List<Row> expected = lines();
    List<Row> shuffled = new ArrayList<>(returns.rows());
    Collections.shuffle(shuffled, random);

    List<Row> actual =
        QueryList.of(
                TestSession.get()
                    .createDataFrame(shuffled, ObservationTable.DEFINITION.schema())
                    .repartition(3),
                catalog)
            .orderBy(QueryTable.TOWNSHIP_CODE, QueryTable.RANK)
            .collectAsList();

    assertThat(expected).as("seed %d", seed).isNotEmpty();
    assertThat(actual).as("seed %d", seed).isEqualTo(expected);
  }

  @Test
  void theColumnsAreThoseOfTheTable() {
    assertThat(QueryList.of(returns.dataset(), catalog).schema())
        .isEqualTo(QueryTable.DEFINITION.select(QueryList.of(returns.dataset(), catalog)).schema());
    assertThat(QueryList.of(returns.dataset(), catalog).columns())
        .containsExactly(QueryTable.DEFINITION.schema().fieldNames());
  }

  private void odd(String unit, String value, String expected) {
    returns
        .from("B204-1", unit, "2021-06")
        .item(
            "gross_output",
            value,
            "9",
            finding(GROWTH, "gross_output", "ytd", value, expected, "工业总产值_本年累计 3"));
  }

  private void explained(String unit, String period, String explanation) {
    returns
        .from("B204-1", unit, period)
        .explained(explanation)
        .item("gross_output", "5", "9", finding(GROWTH, "gross_output", "ytd", "5", "4", ""));
  }

  private Row only() {
    List<Row> lines = lines();
    assertThat(lines).hasSize(1);
    return lines.get(0);
  }

  private List<Row> lines() {
    return QueryList.of(returns.dataset(), catalog)
        .orderBy(QueryTable.TOWNSHIP_CODE, QueryTable.RANK)
        .collectAsList();
  }

  private static void assertAmount(Row line, String column, String expected) {
    assertThat(line.<BigDecimal>getAs(column)).as(column).isEqualByComparingTo(expected);
  }
}
