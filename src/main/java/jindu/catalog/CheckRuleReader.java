package jindu.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jindu.core.CheckRule;
import jindu.core.CheckRule.Kind;
import jindu.core.CheckRule.Severity;
import jindu.core.Form.Item;
import jindu.core.Form.ValueColumn;

/** Reads the checks of a form and sees that they speak of columns that the form has. */
final class CheckRuleReader {

  private static final YamlMapping.Keys KEYS =
      new YamlMapping.Keys(
          Set.of("code", "severity", "kind", "zh", "en", "source"),
          Set.of("total", "items", "parts", "columns", "minimum", "maximum"));

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
      mistakes.whenSound(() -> rules(entry, vocabulary)).ifPresent(rules::addAll);
    }
    return rules;
  }

  /** One rule, or one for each of the items of a check that looks at one item. */
  private static List<CheckRule> rules(YamlMapping entry, FormVocabulary vocabulary) {
    Field kindField = entry.field("kind");
    Kind kind = kindField.code(Kind.class);
    List<ValueColumn> columns = FormReader.codes(entry, "columns", ValueColumn.class);
    if (kindField.isSound()) {
      requireOperands(entry, kind, columns, vocabulary);
    }
    BigDecimal minimum = entry.optional("minimum").map(Field::decimal).orElse(null);
    BigDecimal maximum = entry.optional("maximum").map(Field::decimal).orElse(null);
    if (kindField.isSound()) {
      requireBounds(entry, kind, minimum, maximum);
    }
    if (minimum != null && maximum != null && minimum.compareTo(maximum) >= 0) {
      entry.wrong("maximum", "empty-range", "maximum", maximum, minimum);
    }
    Severity severity = entry.field("severity").code(Severity.class);
    if (kindField.isSound() && kind.looksBack() && severity == Severity.HARD) {
      entry.wrong("severity", "check-looks-back", kind.code());
    }
    return judged(entry).stream()
        .map(total -> rule(entry, severity, kind, total.required(), columns, minimum, maximum))
        .toList();
  }

  /** The items judged: those under {@code items}, or the one under {@code total}. */
  private static List<Field> judged(YamlMapping entry) {
    return entry.has("items") ? entry.fields("items") : List.of(entry.field("total"));
  }

  private static CheckRule rule(
      YamlMapping entry,
      Severity severity,
      Kind kind,
      String total,
      List<ValueColumn> columns,
      BigDecimal minimum,
      BigDecimal maximum) {
    return new CheckRule(
        entry.field("code").required(),
        severity,
        kind,
        total,
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
    List<Field> operands = new ArrayList<>(entry.fields("items"));
    entry.optional("total").ifPresent(operands::add);
    List<Field> parts = entry.fields("parts");
    operands.addAll(parts);
    boolean sum = kind.hasParts();
    if (sum == parts.isEmpty()) {
      entry.wrong("kind", sum ? "check-without-parts" : "check-with-parts", kind.code());
    }
    if (entry.has("total") == entry.has("items") || (sum && entry.has("items"))) {
      entry.wrong("kind", sum ? "check-without-total" : "check-without-items", kind.code());
    }
    List<ValueColumn> needed =
        switch (kind) {
          case PARTS_WITHIN_TOTAL, PARTS_EQUAL_TOTAL -> columns;
          case MONTH_WITHIN_YTD -> List.of(ValueColumn.MONTH, ValueColumn.YTD);
          case GROWTH_WITHIN, PREVIOUS_AS_FILED -> List.of(ValueColumn.YTD, ValueColumn.PREVIOUS);
          case MONTHS_ADD_UP -> List.of(ValueColumn.MONTH, ValueColumn.YTD);
          case YTD_NOT_FALLING, SAME_UNIT_OF_MEASURE, NOT_REPEATED -> List.of(ValueColumn.YTD);
        };
    operands.forEach(operand -> requireOperand(operand, needed, vocabulary));
  }

  private static void requireBounds(
      YamlMapping entry, Kind kind, BigDecimal minimum, BigDecimal maximum) {
    boolean unbounded = minimum == null && maximum == null;
    if (kind == Kind.GROWTH_WITHIN && unbounded) {
      entry.wrong("kind", "growth-without-bounds");
    }
    boolean tolerant = kind == Kind.PREVIOUS_AS_FILED || kind == Kind.SAME_UNIT_OF_MEASURE;
    if (tolerant && (maximum == null || maximum.signum() < 0)) {
      entry.wrong("kind", "check-without-maximum", kind.code());
    }
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
