package jindu.aggregate;

import java.math.BigDecimal;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jindu.catalog.Catalog;
import jindu.core.Feed;
import jindu.core.Feed.Conversion;
import jindu.core.Feed.Measure;
import jindu.core.Form;
import jindu.core.Form.GrowthBase;
import jindu.core.Indicator;
import jindu.core.Indicator.Kind;
import jindu.core.Indicator.LowestPlace;
import jindu.core.Indicator.SectorDetail;
import jindu.core.Place;
import jindu.core.PrimaryRules;
import jindu.core.ProjectLedger;
import jindu.core.Quarter;
import jindu.core.Retention;
import jindu.core.Sector;

/**
 * A district of two townships and a remainder, with a form of each kind; small enough to add up by
 * hand.
 */
final class SmallCatalog {

  static final String DISTRICT = "410311";
  static final String EAST = "410311001";
  static final String WEST = "410311002";
  static final String REMAINDER = "410311000";

  private SmallCatalog() {}

  static Catalog catalog() {
    return new Catalog(
        places(),
        sectors(),
        indicators(),
        forms(),
        List.of(),
        List.of(),
        Map.of(),
        List.of(),
        List.of(
            new Catalog.ValueAddedRate("17", 2020, new BigDecimal("0.2500")),
            new Catalog.ValueAddedRate("17", 2021, new BigDecimal("0.2500")),
            new Catalog.ValueAddedRate("43", 2020, new BigDecimal("0.3333"))),
        List.of(
            new Catalog.PriceIndex("17", "2020-03", new BigDecimal("98.7")),
            new Catalog.PriceIndex("17", "2020-06", new BigDecimal("101.3")),
            new Catalog.PriceIndex("43", "2020-03", new BigDecimal("100"))),
        List.of(new Catalog.BaseAdjustment("investment", 2021, new BigDecimal("0.9"))),
        List.of(new Quarter(2020, 1), new Quarter(2020, 2)),
        List.of(),
        List.of(),
        List.of(),
        PrimaryRules.DEFAULT,
        Retention.DEFAULT,
        Optional.empty(),
        Map.of());
  }

  private static List<Place> places() {
    return List.of(
        new Place(DISTRICT, "区", "District", Place.Kind.DISTRICT, ""),
        new Place(EAST, "东", "East", Place.Kind.TOWNSHIP, ""),
        new Place(WEST, "西", "West", Place.Kind.TOWNSHIP, ""),
        new Place(REMAINDER, "区本级", "Remainder", Place.Kind.REMAINDER, ""));
  }

  /** Division 11 lies in the mining section and 43 in manufacturing, and both belong to P3. */
  private static Map<String, Sector> sectors() {
    Map<String, Sector> sectors = new TreeMap<>();
    addDivision(sectors, "A", "01", "P1");
    addDivision(sectors, "B", "10", "P2");
    addDivision(sectors, "B", "11", "P3");
    addDivision(sectors, "C", "17", "P2");
    addDivision(sectors, "C", "43", "P3");
    addDivision(sectors, "F", "52", "P3");
    return sectors;
  }

  private static void addDivision(
      Map<String, Sector> sectors, String section, String division, String strata) {
    String group = division + "1";
    String leaf = group + "1";
    add(sectors, section, Sector.Level.SECTION, "", section, "");
    add(sectors, division, Sector.Level.DIVISION, section, section, strata);
    add(sectors, group, Sector.Level.GROUP, division, section, strata);
    add(sectors, leaf, Sector.Level.CLASS, group, section, strata);
  }

  private static void add(
      Map<String, Sector> sectors,
      String code,
      Sector.Level level,
      String parent,
      String section,
      String strata) {
    sectors.put(code, new Sector(code, level, parent, section, strata, code, code));
  }

  private static Map<String, Indicator> indicators() {
    Map<String, Indicator> indicators = new TreeMap<>();
    for (Indicator indicator :
        List.of(
            indicator("output", Kind.FLOW, LowestPlace.TOWNSHIP, SectorDetail.DIVISION, false),
            indicator("value_added", Kind.FLOW, LowestPlace.TOWNSHIP, SectorDetail.DIVISION, true),
            indicator("retail", Kind.FLOW, LowestPlace.TOWNSHIP, SectorDetail.DIVISION, false),
            indicator("investment", Kind.FLOW, LowestPlace.TOWNSHIP, SectorDetail.DIVISION, false),
            indicator("sold", Kind.FLOW, LowestPlace.TOWNSHIP, SectorDetail.NONE, false),
            indicator("projects", Kind.STOCK, LowestPlace.TOWNSHIP, SectorDetail.NONE, false),
            indicator("city_projects", Kind.STOCK, LowestPlace.TOWNSHIP, SectorDetail.NONE, false),
            indicator("grp", Kind.FLOW, LowestPlace.DISTRICT, SectorDetail.SECTION, true),
            indicator("budget", Kind.FLOW, LowestPlace.TOWNSHIP, SectorDetail.NONE, false),
            indicator("tax", Kind.FLOW, LowestPlace.TOWNSHIP, SectorDetail.NONE, false),
            rate("tax_share", "tax", "budget"),
            indicator("income", Kind.MEAN, LowestPlace.DISTRICT, SectorDetail.NONE, false),
            indicator("jobs", Kind.FLOW, LowestPlace.DISTRICT, SectorDetail.NONE, false),
            indicator("greening", Kind.LEVEL, LowestPlace.TOWNSHIP, SectorDetail.NONE, false))) {
      indicators.put(indicator.code(), indicator);
    }
    return indicators;
  }

  private static Map<String, Form> forms() {
    Map<String, Form> forms = new TreeMap<>();
    put(
        forms,
        form("INDUSTRY", GrowthBase.REPORTED, false, ""),
        feed("output", "output", Measure.NOMINAL, Conversion.NONE),
        feed("value_added", "output", Measure.NOMINAL, Conversion.VALUE_ADDED),
        feed("value_added", "output", Measure.COMPARABLE, Conversion.VALUE_ADDED_COMPARABLE));
    put(
        forms,
        form("TRADE", GrowthBase.REPORTED, false, ""),
        feed("retail", "meals", Measure.NOMINAL, Conversion.NONE),
        feed("retail", "goods", Measure.NOMINAL, Conversion.NONE));
    put(
        forms,
        form("SMALL-TRADE", GrowthBase.REPORTED, true, ""),
        feed("retail", "retail", Measure.NOMINAL, Conversion.NONE));
    put(
        forms,
        form("INVESTMENT", GrowthBase.STORED_TOTAL, false, ""),
        feed("investment", "done", Measure.NOMINAL, Conversion.NONE));
    put(
        forms,
        form("ESTATE", GrowthBase.REPORTED, false, ""),
        new Feed(
            "investment",
            "",
            "done",
            Measure.NOMINAL,
            Conversion.NONE,
            "",
            List.of(),
            GrowthBase.STORED_TOTAL),
        feed("sold", "sold", Measure.NOMINAL, Conversion.NONE));
    put(
        forms,
        form("PROJECTS", GrowthBase.STORED_TOTAL, true, ""),
        ledger(),
        feed("projects", "plan", Measure.NOMINAL, Conversion.COUNT),
        new Feed(
            "city_projects",
            "",
            "plan",
            Measure.NOMINAL,
            Conversion.COUNT,
            "tier",
            List.of("city"),
            null));
    put(
        forms,
        form("ACCOUNTS", GrowthBase.REPORTED, true, ""),
        feed("grp", "current", Measure.NOMINAL, Conversion.NONE),
        feed("grp", "constant", Measure.COMPARABLE, Conversion.NONE));
    put(
        forms,
        form("BUDGET", GrowthBase.STORED_TOTAL, true, ""),
        feed("budget", "revenue", Measure.NOMINAL, Conversion.NONE),
        new Feed(
            "tax",
            "",
            "revenue",
            Measure.NOMINAL,
            Conversion.NONE,
            "subject",
            List.of("vat"),
            null));
    put(
        forms,
        form("HOUSEHOLDS", GrowthBase.SURVEY, false, "weight"),
        feed("income", "income", Measure.NOMINAL, Conversion.NONE),
        feed("income", "persons", Measure.WEIGHT, Conversion.NONE));
    put(
        forms,
        form("DEPARTMENTS", GrowthBase.REPORTED, true, ""),
        new Feed("", "indicator", "figure", Measure.NOMINAL, Conversion.NONE, "", List.of(), null));
    return forms;
  }

  private static void put(Map<String, Form> forms, Form form, Feed... feeds) {
    put(forms, form, null, feeds);
  }

  private static void put(
      Map<String, Form> forms, Form form, ProjectLedger projects, Feed... feeds) {
    forms.put(
        form.code(),
        new Form(
            form.code(),
            form.titleZh(),
            form.titleEn(),
            form.frequency(),
            form.unitHeader(),
            form.unitAliases(),
            form.key(),
            form.required(),
            form.sectorLevels(),
            form.factorFromIndicator(),
            form.dueDays(),
            form.finalDay(),
            form.base(),
            form.registered(),
            form.administrative(),
            form.estimates(),
            form.weight(),
            form.source(),
            form.population(),
            form.items(),
            form.attributes(),
            form.checks(),
            List.of(feeds),
            false,
            projects));
  }

  /** What was done of each project is published by name. */
  private static ProjectLedger ledger() {
    return new ProjectLedger("total", "plan", "done", "", "", "", "", "", "investment", List.of());
  }

  private static Form form(String code, GrowthBase base, boolean administrative, String weight) {
    return new Form(
        code,
        code,
        code,
        Form.Frequency.MONTHLY,
        "",
        List.of(),
        List.of("unit_code"),
        List.of("period"),
        List.of(),
        false,
        18,
        MonthDay.of(6, 30),
        base,
        false,
        administrative,
        false,
        weight,
        "test",
        new Form.Population("", "", List.of(), "test"),
        List.of(),
        List.of(),
        List.of(),
        new ArrayList<>(),
        false,
        null);
  }

  private static Feed feed(String indicator, String item, Measure measure, Conversion conversion) {
    return new Feed(indicator, "", item, measure, conversion, "", List.of(), null);
  }

  private static Indicator indicator(
      String code, Kind kind, LowestPlace lowest, SectorDetail detail, boolean comparable) {
    return new Indicator(
        code,
        code,
        code,
        kind,
        "yuan",
        "元",
        BigDecimal.ONE,
        1,
        Indicator.Direction.UP,
        lowest,
        detail,
        comparable,
        "",
        "");
  }

  private static Indicator rate(String code, String numerator, String denominator) {
    return new Indicator(
        code,
        code,
        code,
        Kind.RATE,
        "percent",
        "%",
        BigDecimal.ONE,
        1,
        Indicator.Direction.UP,
        LowestPlace.TOWNSHIP,
        SectorDetail.NONE,
        false,
        numerator,
        denominator);
  }
}
