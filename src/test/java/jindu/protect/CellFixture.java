package jindu.protect;

import java.math.BigDecimal;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jindu.TestSession;
import jindu.catalog.Catalog;
import jindu.core.Feed;
import jindu.core.Form;
import jindu.core.Indicator;
import jindu.core.Place;
import jindu.core.PrimaryRules;
import jindu.core.Quarter;
import jindu.core.Retention;
import jindu.table.CellTable;
import jindu.table.IndicatorTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Cells with every figure filled, so that what stays readable of a withheld one shows. */
final class CellFixture {

  static final String DISTRICT = "410311";
  static final String TOWNSHIP = "410311002";
  static final int YEAR = 2021;

  private static final StructType SCHEMA = CellTable.DEFINITION.schema();

  private final List<Row> rows = new ArrayList<>();

  /** A cell of 2021-Q1 whose four figures all have the same contributors. */
  CellFixture cell(
      String indicator,
      String place,
      String sector,
      long units,
      String total,
      String largest,
      String second) {
    return cell(indicator, place, sector, YEAR, Map.of(), units, total, largest, second);
  }

  /** The same with other content in some columns. */
  CellFixture cell(
      String indicator,
      String place,
      String sector,
      int year,
      Map<String, Object> other,
      long units,
      String total,
      String largest,
      String second) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (StructField field : SCHEMA.fields()) {
      values.put(field.name(), filler(field.dataType()));
    }
    for (String figure : List.of("value", "value_ytd", "previous", "previous_ytd")) {
      values.put(figure + "_contributors", units);
      values.put(figure + "_contributed", amount(total));
      values.put(figure + "_largest", amount(largest));
      values.put(figure + "_second", amount(second));
      values.put(figure + "_unnamed_contributors", 0L);
      for (String size : List.of("_contributed", "_largest", "_second")) {
        values.put(figure + "_unnamed" + size, null);
      }
    }
    values.put(IndicatorTable.INDICATOR, indicator);
    values.put(IndicatorTable.TOWNSHIP_CODE, place);
    values.put(IndicatorTable.SECTOR_CODE, sector);
    values.put(IndicatorTable.YEAR, year);
    values.put(IndicatorTable.QUARTER, 1);
    values.putAll(other);
    rows.add(RowFactory.create(values.values().toArray()));
    return this;
  }

  Dataset<Row> cells() {
    return TestSession.get().createDataFrame(rows, SCHEMA);
  }

  /**
   * Output comes from enterprises, and so does an indicator whose headline is at comparable prices;
   * grp is administrative; ratio is output over grp.
   */
  static Catalog catalog() {
    return catalog(PrimaryRules.DEFAULT);
  }

  static Catalog catalog(PrimaryRules rules) {
    Map<String, Indicator> indicators = new LinkedHashMap<>();
    indicators.put("output", indicator("output", Indicator.Kind.FLOW, "", ""));
    indicators.put("grp", indicator("grp", Indicator.Kind.FLOW, "", ""));
    indicators.put("comparable", comparable(indicators.get("output")));
    indicators.put("income", indicator("income", Indicator.Kind.MEAN, "", ""));
    indicators.put("ratio", indicator("ratio", Indicator.Kind.RATE, "output", "grp"));
    return new Catalog(
        List.of(new Place(DISTRICT, "洛龙区", "Luolong", Place.Kind.DISTRICT, "")),
        Map.of(),
        indicators,
        Map.of(
            "B",
            form("B", false, "output"),
            "H",
            form("H", true, "grp"),
            "V",
            form("V", false, "comparable")),
        List.of(),
        List.of(),
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(new Quarter(2020, 1)),
        List.of(),
        List.of(),
        List.of(),
        rules,
        Retention.DEFAULT,
        Optional.empty(),
        Map.of());
  }

  static BigDecimal amount(String text) {
    return text == null ? null : new BigDecimal(text).setScale(4);
  }

  private static Object filler(DataType type) {
    if (type instanceof DecimalType) {
      return amount("7");
    }
    if (type.equals(DataTypes.LongType)) {
      return 7L;
    }
    if (type.equals(DataTypes.IntegerType)) {
      return 7;
    }
    return type.equals(DataTypes.BooleanType) ? (Object) false : "label";
  }

  private static Indicator indicator(
      String code, Indicator.Kind kind, String numerator, String denominator) {
    return new Indicator(
        code,
        "指标",
        code,
        kind,
        "yuan",
        "元",
        BigDecimal.ONE,
        0,
        Indicator.Direction.UP,
        Indicator.LowestPlace.TOWNSHIP,
        Indicator.SectorDetail.DIVISION,
        false,
        numerator,
        denominator);
  }

  private static Indicator comparable(Indicator output) {
    return new Indicator(
        "comparable",
        output.titleZh(),
        output.titleEn(),
        output.kind(),
        output.unit(),
        output.displayUnit(),
        output.displayFactor(),
        output.displayDecimals(),
        output.good(),
        output.lowestPlace(),
        output.sectorDetail(),
        true,
        "",
        "");
  }

  private static Form form(String code, boolean administrative, String indicator) {
    Feed feed =
        new Feed(
            indicator, "", "item", Feed.Measure.NOMINAL, Feed.Conversion.NONE, "", List.of(), null);
    Form.Item item =
        new Form.Item("item", "项", List.of(), Map.of(), List.of(), List.of(), false, 1, "元");
    return new Form(
        code,
        "表",
        "form",
        Form.Frequency.QUARTERLY,
        "",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        false,
        10,
        MonthDay.of(3, 31),
        Form.GrowthBase.REPORTED,
        false,
        administrative,
        false,
        "",
        "",
        new Form.Population("", "", List.of(), ""),
        List.of(item),
        List.of(),
        List.of(),
        List.of(feed),
        false,
        null);
  }
}
