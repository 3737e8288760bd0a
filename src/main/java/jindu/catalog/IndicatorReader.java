package jindu.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jindu.core.Indicator;
import jindu.core.Indicator.Kind;

/** Reads {@code indicators.csv}. */
final class IndicatorReader {

  static final String FILE = "indicators.csv";
  static final List<String> COLUMNS =
      List.of(
          "code",
          "title_zh",
          "title_en",
          "kind",
          "unit",
          "display_unit",
          "display_factor",
          "display_decimals",
          "good",
          "lowest_place",
          "sector_detail",
          "comparable",
          "numerator",
          "denominator");

  /** What codes of indicators, items and attributes look like. */
  static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]*");

  private static final int MOST_DECIMALS = 4;

  private IndicatorReader() {}

  static List<Located<Indicator>> read(CsvTable table, Mistakes mistakes) {
    table.requireUnique("code");
    List<Located<Indicator>> indicators = new ArrayList<>();
    KnownCodes known = table.codes("code");
    for (CsvRow row : table.rows()) {
      mistakes
          .whenSound(() -> indicator(row, known))
          .ifPresent(indicator -> indicators.add(new Located<>(row.at(), indicator)));
    }
    indicators.forEach(indicator -> requireSums(indicator, indicators, mistakes));
    return indicators;
  }

  /** A rate is a ratio of two sums. */
  private static void requireSums(
      Located<Indicator> rate, List<Located<Indicator>> indicators, Mistakes mistakes) {
    for (String operand : List.of(rate.value().numerator(), rate.value().denominator())) {
      indicators.stream()
          .map(Located::value)
          .filter(indicator -> indicator.code().equals(operand))
          .filter(indicator -> !indicator.kind().isAdditive())
          .forEach(
              indicator ->
                  mistakes.add(rate.at(), "operand-not-a-sum", operand, indicator.kind().code()));
    }
  }

  private static Indicator indicator(CsvRow row, KnownCodes known) {
    Field kindField = row.field("kind");
    Kind kind = kindField.code(Kind.class);
    Field decimalsField = row.field("display_decimals");
    int decimals = decimalsField.integer();
    if (decimals > MOST_DECIMALS) {
      decimalsField.wrong("too-many-decimals", MOST_DECIMALS);
    }
    Field numerator = row.field("numerator");
    Field denominator = row.field("denominator");
    if (kindField.isSound()) {
      requireOperand(numerator, kind, known);
      requireOperand(denominator, kind, known);
    }
    return new Indicator(
        row.field("code").matching(CODE, "budget_revenue"),
        row.field("title_zh").required(),
        row.field("title_en").required(),
        kind,
        row.field("unit").required(),
        row.field("display_unit").required(),
        row.field("display_factor").positive(),
        decimals,
        row.field("good").code(Indicator.Direction.class),
        row.field("lowest_place").code(Indicator.LowestPlace.class),
        row.field("sector_detail").code(Indicator.SectorDetail.class),
        row.field("comparable").flag(),
        numerator.text(),
        denominator.text());
  }

  /** A side of a rate: an indicator of the file for rates, empty for every other kind. */
  private static void requireOperand(Field field, Kind kind, KnownCodes known) {
    if (kind != Kind.RATE) {
      if (!field.isEmpty()) {
        field.wrong("operand-without-rate", kind.code());
      }
      return;
    }
    String code = field.required();
    if (!code.isEmpty() && !known.contains(code)) {
      field.wrong("unknown-indicator");
    }
  }
}
