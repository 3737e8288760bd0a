package jindu.ingest;

import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import jindu.core.Form;
import jindu.core.Form.Attribute;
import jindu.core.Form.Item;
import jindu.core.Form.ValueColumn;
import jindu.core.Sector;

/** Two forms in the shape of the catalog's: one of enterprises, one with literal headers. */
final class SampleForms {

  static final Map<String, Form> ALL = Map.of("B204-1", industry(), "GZ-1", departments());

  private SampleForms() {}

  private static Form industry() {
    List<ValueColumn> required = List.of(ValueColumn.YTD, ValueColumn.PREVIOUS);
    return form(
        "B204-1",
        "统一社会信用代码",
        List.of("period", "unit_code", "township_code", "sector_code"),
        List.of(
            item("gross_output", "工业总产值", List.of("工业总产值（当年价格）", "01"), Map.of(), required),
            item("sales_output", "工业销售产值", List.of("03"), Map.of(), required),
            item("export_value", "出口交货值", List.of("04"), Map.of(), List.of())),
        List.of());
  }

  private static Form departments() {
    return form(
        "GZ-1",
        "",
        List.of("period", "township_code"),
        List.of(
            item(
                "figure",
                "指标值",
                List.of(),
                Map.of(
                    ValueColumn.YTD, List.of("本年累计", "期末"), ValueColumn.PREVIOUS, List.of("上年同期")),
                List.of(ValueColumn.YTD))),
        List.of(
            attribute("indicator", "指标代码", Attribute.Type.INDICATOR),
            attribute("department", "部门", Attribute.Type.TEXT)));
  }

  private static Item item(
      String code,
      String header,
      List<String> aliases,
      Map<ValueColumn, List<String>> headers,
      List<ValueColumn> required) {
    return new Item(
        code,
        header,
        aliases,
        headers,
        List.of(ValueColumn.YTD, ValueColumn.PREVIOUS, ValueColumn.MONTH),
        required,
        false,
        1000,
        "千元");
  }

  private static Attribute attribute(String code, String header, Attribute.Type type) {
    return new Attribute(code, header, List.of(), true, type, List.of());
  }

  private static Form form(
      String code,
      String unitHeader,
      List<String> required,
      List<Item> items,
      List<Attribute> attributes) {
    return new Form(
        code,
        "",
        "",
        Form.Frequency.MONTHLY_FROM_FEBRUARY,
        unitHeader,
        List.of(),
        List.of("unit_code"),
        required,
        List.of(Sector.Level.CLASS),
        false,
        18,
        MonthDay.of(6, 30),
        Form.GrowthBase.REPORTED,
        true,
        false,
        false,
        "",
        "",
        new Form.Population("", "", List.of(), ""),
        items,
        attributes,
        List.of(),
        List.of(),
        false,
        null);
  }
}
