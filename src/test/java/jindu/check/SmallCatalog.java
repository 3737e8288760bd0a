package jindu.check;

import java.math.BigDecimal;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jindu.catalog.Catalog;
import jindu.core.CheckRule;
import jindu.core.Exclusion;
import jindu.core.Form;
import jindu.core.Form.Attribute;
import jindu.core.Form.Frequency;
import jindu.core.Form.Item;
import jindu.core.Form.ValueColumn;
import jindu.core.Indicator;
import jindu.core.Place;
import jindu.core.PrimaryRules;
import jindu.core.Retention;
import jindu.core.Sector;

/** A catalog of seven forms, two townships, four sectors and two indicators. */
final class SmallCatalog {

  static final String CREDIT_CODE = "统一社会信用代码";

  private static final List<ValueColumn> YTD = List.of(ValueColumn.YTD);
  private static final List<ValueColumn> VALUE = List.of(ValueColumn.VALUE);
  private static final List<ValueColumn> YTD_PREVIOUS =
      List.of(ValueColumn.YTD, ValueColumn.PREVIOUS);

  private SmallCatalog() {}

  static Catalog of() {
    return of(forms());
  }

  static Catalog of(List<Form> forms) {
    return of(forms, List.of());
  }

  private static Catalog of(List<Form> forms, List<Exclusion> exclusions) {
    return new Catalog(
        places(),
        byCode(sectors(), Sector::code),
        byCode(indicators(), Indicator::code),
        byCode(forms, Form::code),
        List.of(),
        List.of(),
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        exclusions,
        List.of(),
        List.of(),
        PrimaryRules.DEFAULT,
        Retention.DEFAULT,
        Optional.empty(),
        Map.of());
  }

  static List<Form> forms() {
    return forms(
        List.of(
            rule("B-1", CheckRule.Kind.PARTS_WITHIN_TOTAL, "sales", List.of("export")),
            rule("B-2", CheckRule.Kind.MONTH_WITHIN_YTD, "output", List.of()),
            growth("B-3", "output", "-50", "100")));
  }

  /** With these checks of industry instead of its own. */
  static List<Form> forms(List<CheckRule> industryChecks) {
    return List.of(
        register(),
        industry(industryChecks),
        trade(),
        revenue(),
        departments(),
        households(),
        done());
  }

  /** A soft check of one item. */
  static CheckRule soft(String code, CheckRule.Kind kind, String item, String maximum) {
    return new CheckRule(
        code,
        CheckRule.Severity.SOFT,
        kind,
        item,
        List.of(),
        List.of(),
        null,
        maximum == null ? null : new BigDecimal(maximum),
        "可疑",
        "Odd",
        "");
  }

  /** The small catalog with returns left out. */
  static Catalog excluding(Exclusion... exclusions) {
    return of(forms(), List.of(exclusions));
  }

  private static Form register() {
    return form(
        "MLK",
        Frequency.AS_IT_HAPPENS,
        CREDIT_CODE,
        List.of("unit_code", "reported_form", "since"),
        List.of("unit_code", "unit_name", "township_code", "sector_code"),
        List.of(Sector.Level.CLASS),
        List.of(),
        List.of(
            attribute("reported_form", "报表", true, Attribute.Type.FORM),
            attribute("since", "起报期", true, Attribute.Type.PERIOD),
            attribute("until", "止报期", false, Attribute.Type.PERIOD),
            attribute("group", "集团代码", false, Attribute.Type.TEXT)),
        List.of());
  }

  private static Form industry(List<CheckRule> checks) {
    return form(
        "B204-1",
        Frequency.MONTHLY_FROM_FEBRUARY,
        CREDIT_CODE,
        List.of("unit_code"),
        List.of("period", "unit_code", "township_code", "sector_code"),
        List.of(Sector.Level.CLASS),
        List.of(
            item("output", "产值", List.of(ValueColumn.values()).subList(0, 3), YTD, false, 1000),
            item("sales", "销售", YTD_PREVIOUS, YTD_PREVIOUS, false, 1000),
            item("export", "出口", YTD_PREVIOUS, List.of(), false, 1000)),
        List.of(),
        checks);
  }

  private static Form trade() {
    return form(
        "E204-1",
        Frequency.MONTHLY,
        CREDIT_CODE,
        List.of("unit_code"),
        List.of("period", "unit_code", "township_code", "sector_code"),
        List.of(Sector.Level.CLASS),
        List.of(
            item("sales", "销售额", YTD_PREVIOUS, YTD, false, 1000),
            item("wholesale", "批发额", YTD_PREVIOUS, List.of(), false, 1000),
            item("retail", "零售额", YTD_PREVIOUS, List.of(), false, 1000)),
        List.of(),
        List.of(
            rule(
                "E-1", CheckRule.Kind.PARTS_EQUAL_TOTAL, "sales", List.of("wholesale", "retail"))));
  }

  private static Form revenue() {
    return form(
        "CZ-1",
        Frequency.MONTHLY,
        "",
        List.of("township_code", "subject"),
        List.of("period", "township_code"),
        List.of(),
        List.of(item("revenue", "收入", YTD, YTD, true, 10_000)),
        List.of(
            new Attribute(
                "subject",
                "科目",
                List.of(),
                true,
                Attribute.Type.TEXT,
                List.of("增值税", "国有资源（资产）有偿使用收入"))),
        List.of());
  }

  private static Form departments() {
    Item figure =
        new Item(
            "figure",
            "指标值",
            List.of(),
            Map.of(ValueColumn.YTD, List.of("期末"), ValueColumn.PREVIOUS, List.of("上年同期")),
            YTD_PREVIOUS,
            YTD,
            true,
            1,
            "indicator");
    return form(
        "GZ-1",
        Frequency.QUARTERLY,
        "",
        List.of("indicator", "township_code", "department"),
        List.of("period", "township_code"),
        List.of(),
        List.of(figure),
        List.of(
            attribute("indicator", "指标代码", true, Attribute.Type.INDICATOR),
            attribute("department", "部门", true, Attribute.Type.TEXT)),
        List.of());
  }

  private static Form households() {
    return form(
        "JM-1",
        Frequency.QUARTERLY,
        "户编码",
        List.of("unit_code"),
        List.of("period", "unit_code", "township_code"),
        List.of(),
        List.of(
            item("weight", "权数", VALUE, VALUE, false, 1),
            item("income", "可支配收入", YTD, YTD, true, 1)),
        List.of(),
        List.of());
  }

  private static Form done() {
    return form(
        "JD-1",
        Frequency.AS_IT_HAPPENS,
        "",
        List.of("milestone"),
        List.of("period"),
        List.of(),
        List.of(item("done_count", "完成数量", VALUE, VALUE, false, 1)),
        List.of(
            attribute("milestone", "节点编号", true, Attribute.Type.TEXT),
            attribute("done_date", "完成日期", false, Attribute.Type.DATE)),
        List.of());
  }

  private static Form form(
      String code,
      Frequency frequency,
      String unitHeader,
      List<String> key,
      List<String> required,
      List<Sector.Level> sectorLevels,
      List<Item> items,
      List<Attribute> attributes,
      List<CheckRule> checks) {
    return new Form(
        code,
        code,
        code,
        frequency,
        unitHeader,
        List.of(),
        key,
        required,
        sectorLevels,
        code.equals("GZ-1"),
        18,
        MonthDay.of(6, 30),
        Form.GrowthBase.REPORTED,
        code.equals("B204-1") || code.equals("E204-1"),
        false,
        false,
        code.equals("JM-1") ? "weight" : "",
        "test",
        new Form.Population("", "", code.equals("B204-1") ? List.of("C") : List.of(), "test"),
        items,
        attributes,
        checks,
        List.of(),
        false,
        null);
  }

  private static Item item(
      String code,
      String header,
      List<ValueColumn> columns,
      List<ValueColumn> required,
      boolean negative,
      long factor) {
    return new Item(code, header, List.of(), Map.of(), columns, required, negative, factor, "");
  }

  private static Attribute attribute(
      String code, String header, boolean required, Attribute.Type type) {
    return new Attribute(code, header, List.of(), required, type, List.of());
  }

  private static CheckRule rule(
      String code, CheckRule.Kind kind, String total, List<String> parts) {
    List<ValueColumn> columns = parts.isEmpty() ? List.of() : YTD_PREVIOUS;
    return new CheckRule(
        code, CheckRule.Severity.HARD, kind, total, parts, columns, null, null, "不符", "Fails", "");
  }

  private static CheckRule growth(String code, String item, String minimum, String maximum) {
    return new CheckRule(
        code,
        CheckRule.Severity.SOFT,
        CheckRule.Kind.GROWTH_WITHIN,
        item,
        List.of(),
        List.of(),
        new BigDecimal(minimum),
        new BigDecimal(maximum),
        "增速",
        "Growth",
        "");
  }

  private static List<Place> places() {
    return List.of(
        new Place("410311", "区", "District", Place.Kind.DISTRICT, ""),
        new Place("410311001", "甲", "One", Place.Kind.TOWNSHIP, ""),
        new Place("410311002", "乙", "Two", Place.Kind.TOWNSHIP, ""),
        new Place("410311000", "区本级", "Remainder", Place.Kind.REMAINDER, ""));
  }

  private static List<Sector> sectors() {
    return List.of(
        new Sector("A", Sector.Level.SECTION, "", "A", "", "农业", "Agriculture"),
        new Sector("01", Sector.Level.DIVISION, "A", "A", "P1", "农业", "Farming"),
        new Sector("011", Sector.Level.GROUP, "01", "A", "P1", "谷物", "Grain"),
        new Sector("0111", Sector.Level.CLASS, "011", "A", "P1", "稻谷", "Rice"),
        new Sector("C", Sector.Level.SECTION, "", "C", "", "制造业", "Manufacturing"),
        new Sector("26", Sector.Level.DIVISION, "C", "C", "P2", "化学", "Chemicals"),
        new Sector("261", Sector.Level.GROUP, "26", "C", "P2", "基础化学", "Basic"),
        new Sector("2611", Sector.Level.CLASS, "261", "C", "P2", "无机酸", "Acids"),
        new Sector("2612", Sector.Level.CLASS, "261", "C", "P2", "无机碱", "Alkalis"));
  }

  private static List<Indicator> indicators() {
    return List.of(
        indicator("hundred_million", new BigDecimal("100000000")),
        indicator("plain", BigDecimal.ONE));
  }

  private static Indicator indicator(String code, BigDecimal displayFactor) {
    return new Indicator(
        code,
        code,
        code,
        Indicator.Kind.FLOW,
        "yuan",
        "亿元",
        displayFactor,
        1,
        Indicator.Direction.UP,
        Indicator.LowestPlace.TOWNSHIP,
        Indicator.SectorDetail.NONE,
        false,
        "",
        "");
  }

  private static <T> Map<String, T> byCode(List<T> entries, Function<T, String> code) {
    return entries.stream().collect(Collectors.toMap(code, entry -> entry));
  }
}
