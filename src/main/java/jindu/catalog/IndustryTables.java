package jindu.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jindu.catalog.Catalog.BaseAdjustment;
import jindu.catalog.Catalog.PriceIndex;
import jindu.catalog.Catalog.ValueAddedRate;
import jindu.core.Sector;

/** Reads the dated tables that turn reported values into comparable ones (method.md section 5). */
final class IndustryTables {

  static final String RATES = "value_added_rates.csv";
  static final List<String> RATE_COLUMNS = List.of("division", "year", "rate");
  static final String PRICES = "price_indices.csv";
  static final List<String> PRICE_COLUMNS = List.of("division", "month", "index");
  static final String ADJUSTMENTS = "base_adjustments.csv";
  static final List<String> ADJUSTMENT_COLUMNS = List.of("indicator", "year", "factor", "source");

  private IndustryTables() {}

  static List<ValueAddedRate> rates(
      CsvTable table, Map<String, Sector> sectors, KnownCodes known, Mistakes mistakes) {
    table.requireUnique("division", "year");
    List<ValueAddedRate> rates = new ArrayList<>();
    for (CsvRow row : table.rows()) {
      mistakes.whenSound(() -> rate(row, sectors, known)).ifPresent(rates::add);
    }
    return rates;
  }

  static List<PriceIndex> prices(
      CsvTable table, Map<String, Sector> sectors, KnownCodes known, Mistakes mistakes) {
    table.requireUnique("division", "month");
    List<PriceIndex> prices = new ArrayList<>();
    for (CsvRow row : table.rows()) {
      mistakes.whenSound(() -> price(row, sectors, known)).ifPresent(prices::add);
    }
    return prices;
  }

  static List<BaseAdjustment> adjustments(
      CsvTable table, KnownCodes indicators, Mistakes mistakes) {
    table.requireUnique("indicator", "year");
    List<BaseAdjustment> adjustments = new ArrayList<>();
    for (CsvRow row : table.rows()) {
      mistakes.whenSound(() -> adjustment(row, indicators)).ifPresent(adjustments::add);
    }
    return adjustments;
  }

  private static ValueAddedRate rate(CsvRow row, Map<String, Sector> sectors, KnownCodes known) {
    BigDecimal rate = row.field("rate").positive();
    if (rate.compareTo(BigDecimal.ONE) > 0) {
      row.field("rate").wrong("above-one");
    }
    return new ValueAddedRate(
        division(row.field("division"), sectors, known), row.field("year").integer(), rate);
  }

  private static PriceIndex price(CsvRow row, Map<String, Sector> sectors, KnownCodes known) {
    return new PriceIndex(
        division(row.field("division"), sectors, known),
        row.field("month").month().toString(),
        row.field("index").positive());
  }

  private static BaseAdjustment adjustment(CsvRow row, KnownCodes indicators) {
    Field indicator = row.field("indicator");
    if (!indicator.isEmpty() && !indicators.contains(indicator.text())) {
      indicator.wrong("unknown-indicator");
    }
    row.field("source").required();
    return new BaseAdjustment(
        indicator.required(), row.field("year").integer(), row.field("factor").positive());
  }

  private static String division(Field field, Map<String, Sector> sectors, KnownCodes known) {
    String code = field.required();
    Sector sector = sectors.get(code);
    boolean division = sector != null && sector.level() == Sector.Level.DIVISION;
    boolean unread = sector == null && known.contains(code);
    if (!code.isEmpty() && !division && !unread) {
      field.wrong("unknown-division");
    }
    return code;
  }
}
