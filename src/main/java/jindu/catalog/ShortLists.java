package jindu.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jindu.catalog.Catalog.Notice;
import jindu.core.Quarter;

/** Reads the short files: headline lines, abnormal quarters, the notice. */
final class ShortLists {

  static final String HEADLINE = "headline.csv";
  static final List<String> HEADLINE_COLUMNS = List.of("line", "indicator");
  static final String QUARTERS = "abnormal_quarters.csv";
  static final List<String> QUARTER_COLUMNS = List.of("quarter", "reason");
  static final String NOTICE = "notice.yaml";

  private static final YamlMapping.Keys NOTICE_KEYS =
      new YamlMapping.Keys(Set.of("zh", "en"), Set.of());

  private ShortLists() {}

  /** Indicator codes in the order of their lines, which count up from 1. */
  static List<String> headline(CsvTable table, KnownCodes indicators) {
    table.requireUnique("indicator");
    List<String> codes = new ArrayList<>();
    for (CsvRow row : table.rows()) {
      Field line = row.field("line");
      int number = line.integer();
      if (line.isSound() && number != codes.size() + 1) {
        line.wrong("wrong-line-number", codes.size() + 1);
      }
      Field indicator = row.field("indicator");
      codes.add(indicator.required());
      if (!indicator.isEmpty() && !indicators.contains(indicator.text())) {
        indicator.wrong("unknown-indicator");
      }
    }
    return codes;
  }

  static List<Quarter> abnormalQuarters(CsvTable table) {
    table.requireUnique("quarter");
    List<Quarter> quarters = new ArrayList<>();
    for (CsvRow row : table.rows()) {
      quarters.add(row.field("quarter").quarter());
      row.field("reason").required();
    }
    return quarters;
  }

  static Notice notice(ReferenceFile file, Mistakes mistakes) {
    return YamlDocument.read(file, NOTICE_KEYS, mistakes)
        .map(keys -> new Notice(keys.field("zh").required(), keys.field("en").required()))
        .orElse(new Notice("", ""));
  }
}
