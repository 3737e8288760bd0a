package jindu.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jindu.core.PrimaryRule;
import jindu.core.PrimaryRules;

/** Reads {@code protection.csv}: when a cell would reveal a respondent (method.md section 8). */
final class ProtectionReader {

  static final String FILE = "protection.csv";
  static final List<String> COLUMNS =
      List.of(
          "indicator",
          "minimum_contributors",
          "dominance_pct",
          "precision_pct",
          "minimum_households");

  /** The row of every indicator that has none of its own. */
  static final String ALL = "ALL";

  private ProtectionReader() {}

  static PrimaryRules read(CsvTable table, KnownCodes indicators, Mistakes mistakes) {
    table.requireUnique("indicator");
    Map<String, PrimaryRule> rules = new TreeMap<>();
    for (CsvRow row : table.rows()) {
      mistakes
          .whenSound(() -> rule(row, indicators))
          .ifPresent(rule -> rules.put(row.field("indicator").text(), rule));
    }
    PrimaryRule common = rules.remove(ALL);
    return new PrimaryRules(common == null ? PrimaryRule.STANDARD : common, rules);
  }

  private static PrimaryRule rule(CsvRow row, KnownCodes indicators) {
    Field indicator = row.field("indicator");
    String code = indicator.required();
    if (!code.isEmpty() && !code.equals(ALL) && !indicators.contains(code)) {
      indicator.wrong("unknown-indicator");
    }
    return new PrimaryRule(
        atLeast(row.field("minimum_contributors"), PrimaryRule.STANDARD.minimumContributors()),
        dominance(row.field("dominance_pct")),
        precision(row.field("precision_pct")),
        atLeast(row.field("minimum_households"), PrimaryRule.STANDARD.minimumHouseholds()));
  }

  /** No catalog is weaker than the method, which is what the law asks. */
  private static long atLeast(Field field, long fewest) {
    long number = field.integer();
    if (field.isSound() && number < fewest) {
      field.wrong("too-few", fewest);
    }
    return number;
  }

  private static BigDecimal dominance(Field field) {
    BigDecimal percent = field.positive();
    if (field.isSound() && percent.compareTo(PrimaryRule.STANDARD.dominancePct()) > 0) {
      field.wrong("too-dominant", PrimaryRule.STANDARD.dominancePct());
    }
    return percent;
  }

  private static BigDecimal precision(Field field) {
    BigDecimal percent = field.positive();
    if (field.isSound() && percent.compareTo(PrimaryRule.STANDARD.precisionPct()) < 0) {
      field.wrong("too-few", PrimaryRule.STANDARD.precisionPct());
    }
    return percent;
  }
}
