package jindu.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What the report prints for 2020, counted again from the files alone. */
final class PrintedFiguresTest {

  private static final String CODE = "统一社会信用代码";
  private static final String PROJECT = "项目代码";
  private static final Recount RECOUNT = new Recount(WrittenSample.INBOX);

  @Test
  void productIs456AndGrew4Percent() {
    List<Map<String, String>> rows = RECOUNT.inForce("HS-1", "2020-12", "行业代码", "三次产业");
    assertThat(hundredMillions(sum(rows, "增加值_本年累计", "value_added_本年累计"), 10_000, 0))
        .isEqualByComparingTo("456");
    assertThat(
            growth(
                sum(rows, "不变价增加值_本年累计", "value_added_constant_本年累计"),
                sum(rows, "不变价增加值_上年同期", "value_added_constant_上年同期")))
        .isEqualByComparingTo("4.0");
  }

  @Test
  void investmentIs204AndGrewFromWhatWasStoredFor2019() {
    BigDecimal level = investment("2020-12");
    assertThat(hundredMillions(level, 10_000, 1)).isEqualByComparingTo("204.2");
    assertThat(growth(level, investment("2019-12"))).isEqualByComparingTo("5.9");
  }

  @Test
  void budgetRevenueGrewAndTaxIsItsPrintedShare() {
    BigDecimal level = revenue("2020-12", row -> true);
    assertThat(hundredMillions(level, 10_000, 1)).isEqualByComparingTo("21.9");
    assertThat(growth(level, revenue("2019-12", row -> true))).isEqualByComparingTo("3.3");
    BigDecimal tax = revenue("2020-12", row -> row.get("科目").endsWith("税"));
    assertThat(percent(tax, level)).isEqualByComparingTo("69.5");
  }

  @Test
  void servicesGrewAsTheirOwnSamePeriodSays() {
    List<Map<String, String>> rows = RECOUNT.registered("F203", "2020-12", CODE);
    BigDecimal level = sum(rows, "营业收入_本年累计", "revenue_本年累计");
    assertThat(hundredMillions(level, 1_000, 1)).isEqualByComparingTo("122.6");
    assertThat(growth(level, sum(rows, "营业收入_上年同期", "revenue_上年同期"))).isEqualByComparingTo("16.3");
  }

  @Test
  void retailSalesAddUpOverThreeForms() {
    List<Map<String, String>> trade = RECOUNT.registered("E204-1", "2020-12", CODE);
    List<Map<String, String>> catering = RECOUNT.registered("S204-1", "2020-12", CODE);
    List<Map<String, String>> estimate = RECOUNT.inForce("XE-1", "2020-12", "区划代码", "行业代码");
    BigDecimal thousands =
        sum(trade, "零售额_本年累计", "retail_本年累计")
            .add(sum(catering, "餐费收入_本年累计", "meals_本年累计"))
            .add(sum(catering, "商品销售额_本年累计", "goods_本年累计"));
    BigDecimal yuan =
        thousands
            .multiply(BigDecimal.valueOf(1_000))
            .add(sum(estimate, "零售额_本年累计", "retail_本年累计").multiply(BigDecimal.valueOf(10_000)));
    assertThat(hundredMillions(yuan, 1, 1)).isEqualByComparingTo("222.2");
  }

  @Test
  void industrialValueAddedIs43AndGrewAsAssumed() throws IOException {
    Map<String, BigDecimal> rates = reference("value_added_rates.csv");
    Map<String, BigDecimal> indices = reference("price_indices.csv");
    BigDecimal level = BigDecimal.ZERO;
    BigDecimal comparable = BigDecimal.ZERO;
    BigDecimal base = BigDecimal.ZERO;
    for (Map<String, String> row : RECOUNT.registered("B204-1", "2020-12", CODE)) {
      String division = row.get("行业代码").replaceAll("^[A-Z]", "").substring(0, 2);
      BigDecimal rate = rates.get(division + " 2020").multiply(BigDecimal.valueOf(1_000));
      BigDecimal output = Recount.number(Recount.value(row, "工业总产值_本年累计", "gross_output_本年累计"));
      BigDecimal before = Recount.number(Recount.value(row, "工业总产值_上年同期", "gross_output_上年同期"));
      level = level.add(round(output.multiply(rate)));
      BigDecimal index = indices.get(division + " 2020-12").movePointLeft(2);
      comparable = comparable.add(output.multiply(rate).divide(index, 4, RoundingMode.HALF_UP));
      base = base.add(round(before.multiply(rate)));
    }
    assertThat(hundredMillions(level, 1, 1)).isEqualByComparingTo("43.4");
    assertThat(growth(comparable, base)).isEqualByComparingTo("3.6");
  }

  @Test
  void incomeIsThePrintedMeanAndGrewFromTheMeanOf2019() {
    BigDecimal mean = income("2020-12");
    assertThat(mean.setScale(0, RoundingMode.HALF_UP)).isEqualByComparingTo("32600");
    assertThat(growth(mean, income("2019-12"))).isEqualByComparingTo("4.4");
  }

  @Test
  void keyProjectsAreAsManyAndAsLargeAsPrinted() {
    List<Map<String, String>> all = RECOUNT.inForce("ZD-1", "2020-12", PROJECT);
    assertThat(all).hasSize(197);
    assertThat(hundredMillions(sum(all, "总投资", "total_investment"), 10_000, 0))
        .isEqualByComparingTo("1235");
    BigDecimal plan = sum(all, "年度计划投资", "annual_plan");
    BigDecimal done = sum(all, "本年完成投资_本年累计", "investment_本年累计");
    assertThat(hundredMillions(plan, 10_000, 0)).isEqualByComparingTo("283");
    assertThat(hundredMillions(done, 10_000, 1)).isEqualByComparingTo("302.8");
    assertThat(percent(done, plan)).isEqualByComparingTo("107.0");
    List<Map<String, String>> upper =
        all.stream().filter(row -> !row.get("项目级别").equals("区")).toList();
    assertThat(upper).hasSize(33);
    assertThat(hundredMillions(sum(upper, "总投资", "total_investment"), 10_000, 1))
        .isEqualByComparingTo("315.6");
    assertThat(hundredMillions(sum(upper, "本年完成投资_本年累计", "investment_本年累计"), 10_000, 1))
        .isEqualByComparingTo("187.6");
  }

  @Test
  void keyProjectsOf2021AreThoseOfThePlan() {
    List<Map<String, String>> all = RECOUNT.inForce("ZD-1", "2021-09", PROJECT);
    List<Map<String, String>> upper =
        all.stream().filter(row -> !row.get("项目级别").equals("区")).toList();
    assertThat(all).hasSize(161);
    assertThat(upper).hasSize(29);
    assertThat(hundredMillions(sum(all, "总投资", "total_investment"), 10_000, 0))
        .isEqualByComparingTo("1310");
    assertThat(hundredMillions(sum(upper, "总投资", "total_investment"), 10_000, 1))
        .isEqualByComparingTo("359.7");
  }

  private static BigDecimal investment(String period) {
    return sum(RECOUNT.registered("206-1", period, PROJECT), "本年完成投资_本年累计", "investment_本年累计");
  }

  private static BigDecimal revenue(String period, Predicate<Map<String, String>> where) {
    return Recount.sum(
        RECOUNT.inForce("CZ-1", period, "区划代码", "科目"), where, "收入_本年累计", "revenue_本年累计");
  }

  private static BigDecimal income(String period) {
    BigDecimal income = BigDecimal.ZERO;
    BigDecimal people = BigDecimal.ZERO;
    for (Map<String, String> row : RECOUNT.inForce("JM-1", period, "户编码")) {
      BigDecimal weight = Recount.number(Recount.value(row, "权数", "weight"));
      BigDecimal own = Recount.number(Recount.value(row, "可支配收入_本年累计", "disposable_income_本年累计"));
      income = income.add(weight.multiply(own));
      people = people.add(weight.multiply(Recount.number(Recount.value(row, "常住人口", "persons"))));
    }
    return income.divide(people, 8, RoundingMode.HALF_UP);
  }

  private static BigDecimal sum(List<Map<String, String>> rows, String... headers) {
    return Recount.sum(rows, headers);
  }

  private static BigDecimal hundredMillions(BigDecimal value, long factor, int decimals) {
    return value
        .multiply(BigDecimal.valueOf(factor))
        .movePointLeft(8)
        .setScale(decimals, RoundingMode.HALF_UP);
  }

  private static BigDecimal growth(BigDecimal now, BigDecimal before) {
    return percent(now.subtract(before), before);
  }

  private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
    return part.multiply(BigDecimal.valueOf(100)).divide(whole, 1, RoundingMode.HALF_UP);
  }

  private static BigDecimal round(BigDecimal value) {
    return value.setScale(4, RoundingMode.HALF_UP);
  }

  private static Map<String, BigDecimal> reference(String name) throws IOException {
    Map<String, BigDecimal> values = new HashMap<>();
    for (String line : Files.readAllLines(Path.of("data-lake", "reference", name))) {
      String[] fields = line.split(",", -1);
      if (!line.startsWith("#") && Character.isDigit(line.charAt(0))) {
        values.put(fields[0] + " " + fields[1], new BigDecimal(fields[2]));
      }
    }
    return values;
  }
}
