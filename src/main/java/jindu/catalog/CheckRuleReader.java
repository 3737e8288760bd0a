package jindu.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jindu.core.CheckRule;
import jindu.core.CheckRule.Kind;
import jindu.core.Form.Item;
import jindu.core.Form.ValueColumn;

/** Reads the checks of a form and sees that they speak of columns that the form has. */
final class CheckRuleReader {

  private static final YamlMapping.Keys KEYS =
      new YamlMapping.Keys(
          Set.of("code", "severity", "kind", "total", "zh", "en", "source"),
          Set.of("parts", "columns", "minimum", "maximum"));

  private CheckRuleReader() {}

  static List<CheckRule> read(YamlMapping form, FormVocabulary vocabulary, Mistakes mistakes) {
    List<CheckRule> rules = new ArrayList<>();
    Map<String, Integer> lines = new HashMap<>();
    for (YamlMapping entry : form.mappings("checks", KEYS)) {
      Field code = entry.field("code");
      Integer first = lines.putIfAbsent(code.text(), code.at().line());
      if (first != null && !code.isEmpty()) {
        mistakes.add(code.at(), "duplicate", "code", code.text(), first);
      }
      mistakes.whenSound(() -> rule(entry, vocabulary)).ifPresent(rules::add);
    }
    return rules;
  }

  private static CheckRule rule(YamlMapping entry, FormVocabulary vocabulary) {
    Field kindField = entry.field("kind");
    Kind kind = kindField.code(Kind.class);
    List<ValueColumn> columns = FormReader.codes(entry, "columns", ValueColumn.class);
    if (kindField.isSound()) {
      requireOperands(entry, kind, columns, vocabulary);
    }
    BigDecimal minimum = entry.optional("minimum").map(Field::decimal).orElse(null);
    BigDecimal maximum = entry.optional("maximum").map(Field::decimal).orElse(null);
    boolean growth = kindField.isSound() && kind == Kind.GROWTH_WITHIN;
    if (growth && minimum == null && maximum == null) {
      entry.wrong("kind", "growth-without-bounds");
    }
    if (minimum != null && maximum != null && minimum.compareTo(maximum) >= 0) {
      entry.wrong("maximum", "empty-range", "maximum", maximum, minimum);
    }
    return new CheckRule(
        entry.field("code").required(),
        entry.field("severity").code(CheckRule.Severity.class),
        kind,
        entry.field("total").required(),
        entry.texts("parts"),
        columns,
        minimum,
        maximum,
        entry.field("zh").required(),
        entry.field("en").required(),
        entry.field("source").required());
  }

  private static void requireOperands(
      YamlMapping entry, Kind kind, List<ValueColumn> columns, FormVocabulary vocabulary) {
    List<Field> operands = new ArrayList<>();
    entry.optional("total").ifPresent(operands::add);
    List<Field> parts = entry.fields("parts");
    operands.addAll(parts);
    boolean sum = kind == Kind.PARTS_WITHIN_TOTAL || kind == Kind.PARTS_EQUAL_TOTAL;
    if (sum == parts.isEmpty()) {
      entry.wrong("kind", sum ? "check-without-parts" : "check-with-parts", kind.code());
    }
    List<ValueColumn> needed =
        switch (kind) {
          case PARTS_WITHIN_TOTAL, PARTS_EQUAL_TOTAL -> columns;
          case MONTH_WITHIN_YTD -> List.of(ValueColumn.MONTH, ValueColumn.YTD);
          case GROWTH_WITHIN -> List.of(ValueColumn.YTD, ValueColumn.PREVIOUS);
        };
    operands.forEach(operand -> requireOperand(operand, needed, vocabulary));
  }

  /** An operand is {@code item} with the columns of the check, or {@code item.column}. */
  private static void requireOperand(
      Field operand, List<ValueColumn> needed, FormVocabulary vocabulary) {
    String text = operand.required();
    int dot = text.indexOf('.');
    String code = dot < 0 ? text : text.substring(0, dot);
    if (text.isEmpty()) {
      return;
    }
    if (vocabulary.isNoItem(code)) {
      operand.wrong("unknown-item");
    }
    vocabulary.item(code).ifPresent(item -> requireColumns(operand, item, needed));
  }

  private static void requireColumns(Field operand, Item item, List<ValueColumn> needed) {
    String text = operand.text();
    int dot = text.indexOf('.');
    if ((dot < 0) == needed.isEmpty()) {
      operand.wrong("operand-columns");
    }
    for (ValueColumn column : needed) {
      if (!item.columns().contains(column)) {
        operand.wrong("item-without-column", column.code());
      }
    }
    boolean known = item.columns().stream().anyMatch(column -> column.of(item.code()).equals(text));
    if (dot >= 0 && !known) {
      operand.wrong("item-without-column", text.substring(dot + 1));
    }
  }
}
