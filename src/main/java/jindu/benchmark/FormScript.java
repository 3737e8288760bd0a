package jindu.benchmark;

import static jindu.benchmark.SqlText.joined;
import static jindu.benchmark.SqlText.lines;
import static jindu.benchmark.SqlText.literal;
import static jindu.benchmark.SqlText.quoted;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jindu.catalog.Catalog;
import jindu.core.CommonColumn;
import jindu.core.Form;
import jindu.core.Form.Attribute;
import jindu.core.Form.ValueColumn;
import jindu.core.Indicator;
import jindu.core.PlainText;
import jindu.core.RegisterForm;

/**
 * The parts of a peer's SQL that one form decides: its columns, its attributes and its hard checks,
 * as who writes for one engine and one form would write them.
 */
final class FormScript {

  private final Form form;
  private final Catalog catalog;

  FormScript(Form form, Catalog catalog) {
    this.form = form;
    this.catalog = catalog;
  }

  /**
   * A script with its {@code ${…}} filled.
   *
   * @throws IllegalArgumentException when the script names a part that there is not
   */
  String fill(String script) {
    Map<String, String> parts = parts();
    StringBuilder filled = new StringBuilder();
    int end = 0;
    for (int start = script.indexOf("${"); start >= 0; start = script.indexOf("${", end)) {
      filled.append(script, end, start);
      end = script.indexOf('}', start) + 1;
      String name = script.substring(start + 2, end - 1);
      String part = parts.get(name);
      if (part == null) {
        throw new IllegalArgumentException(
            "Unknown part of a peer's script: "
                + name
                + " (expected one of "
                + parts.keySet()
                + ").");
      }
      filled.append(part);
    }
    return filled.append(script, end, script.length()).toString();
  }

  private Map<String, String> parts() {
    Map<String, String> parts = new LinkedHashMap<>();
    List<FormProblems.Problem> problems = new FormProblems(form, catalog).all();
    boolean hasSector = !form.sectorLevels().isEmpty();
    parts.put("form", form.code());
    parts.put("period", hasPeriod() ? "period(\"报告期\")" : "''");
    parts.put("period_of", hasPeriod() ? "period(text)" : "''");
    parts.put("sector_of", hasSector ? "class_code(text)" : "NULL::VARCHAR");
    parts.put("letter_of", hasSector ? "class_letter(text)" : "NULL::VARCHAR");
    parts.put("unit_code", unitCode());
    parts.put("township_code", "place_code(\"区划代码\")");
    parts.put("sector_code", hasSector ? "class_code(\"行业代码\")" : "NULL::VARCHAR");
    parts.put("sector_letter", hasSector ? "class_letter(\"行业代码\")" : "NULL::VARCHAR");
    parts.put("attribute_texts", lines(form.attributes().stream().map(this::attributeText)));
    parts.put("attributes", lines(form.attributes().stream().map(this::attribute)));
    parts.put("attribute_entries", joined(form.attributes().stream().map(this::entry)));
    parts.put("unit_key", unitKey());
    parts.put("item_texts", lines(ItemColumn.of(form).map(column -> column.text())));
    parts.put(
        "amounts", lines(ItemColumn.of(form).map(column -> column.amount(factor(column.item())))));
    parts.put(
        "weight", form.weight().isEmpty() ? "NULL" : quoted(ValueColumn.VALUE.of(form.weight())));
    parts.put("items", joined(form.items().stream().map(this::item)));
    parts.put("problems", joined(problems.stream().map(FormProblems.Problem::asCode)));
    parts.put("is_refused", FormProblems.isAny(problems));
    parts.put("in_register", form.registered() ? "SEMI JOIN register e ON " + covers() : "");
    parts.put(
        "not_in_register",
        form.registered()
            ? new FormProblems.Problem(
                    "unit_code IS NOT NULL AND period IS NOT NULL AND NOT EXISTS (FROM register e WHERE "
                        + covers()
                        + ")",
                    "not-in-register")
                .asCode()
            : "NULL");
    parts.put(
        "attribute_names",
        lines(form.attributes().stream().map(attribute -> quoted(attribute.code()))));
    parts.put("amount_names", joined(ItemColumn.of(form).map(ItemColumn::name)));
    parts.put(
        "feeding_items",
        joined(form.items().stream().filter(item -> feeds(item)).map(this::feedingItem)));
    boolean isRegister = form.code().equals(RegisterForm.CODE);
    parts.put("registered_form", isRegister ? quoted(RegisterForm.REPORTED_FORM) : "NULL");
    parts.put("since", isRegister ? quoted(RegisterForm.SINCE) : "NULL");
    parts.put("until", isRegister ? quoted(RegisterForm.UNTIL) : "NULL");
    return parts;
  }

  private boolean hasPeriod() {
    return form.required().contains(CommonColumn.PERIOD.code());
  }

  private String unitCode() {
    List<String> headers = CatalogFiles.unitHeaders(form);
    return headers.isEmpty()
        ? "NULL::VARCHAR"
        : "code(coalesce(" + joined(headers.stream().map(SqlText::quoted)) + "))";
  }

  /** Null where a part of it is. */
  private String unitKey() {
    return form.key().stream().map(SqlText::quoted).collect(Collectors.joining(" || '|' || "));
  }

  private String attributeText(Attribute attribute) {
    String text = "cell(" + quoted(attribute.header()) + ")";
    // Of a withdrawal only what names the unit is asked.
    return inKey(attribute)
        ? text + " AS " + textOf(attribute)
        : "CASE WHEN NOT withdraws THEN " + text + " END AS " + textOf(attribute);
  }

  private boolean inKey(Attribute attribute) {
    return form.key().contains(attribute.code());
  }

  private String attribute(Attribute attribute) {
    String text = textOf(attribute);
    String known =
        switch (attribute.type()) {
          case DATE -> "strftime(moment(" + text + "), '%Y-%m-%d')";
          case PERIOD -> "period(" + text + ")";
          case FIRST_MONTH -> "first_month(" + text + ")";
          case FORM -> oneOf(text, catalog.forms().keySet().stream().toList());
          case INDICATOR -> oneOf(text, catalog.indicators().keySet().stream().toList());
          case MILESTONE ->
              oneOf(text, catalog.milestones().stream().map(each -> each.id()).distinct().toList());
          case TEXT -> attribute.values().isEmpty() ? text : oneOf(text, attribute.values());
        };
    return known + " AS " + quoted(attribute.code());
  }

  /** The value as the catalog writes it, however it was typed. */
  private static String oneOf(String text, List<String> values) {
    return values.stream()
        .map(
            value ->
                "WHEN %s THEN %s".formatted(literal(PlainText.halfWidth(value)), literal(value)))
        .collect(Collectors.joining(" ", "CASE half_width(" + text + ") ", " END"));
  }

  private String entry(Attribute attribute) {
    return "{'k': '%s', 'v': %s}".formatted(attribute.code(), quoted(attribute.code()));
  }

  /** Base units in one delivered unit; of a department's figure the row's indicator says it. */
  private String factor(Form.Item item) {
    if (!form.factorFromIndicator()) {
      return Long.toString(item.factor());
    }
    Attribute named =
        form.attributes().stream()
            .filter(attribute -> attribute.type() == Attribute.Type.INDICATOR)
            .findFirst()
            .orElseThrow();
    String cases =
        catalog.indicators().values().stream()
            .collect(Collectors.groupingBy(Indicator::displayFactor))
            .entrySet()
            .stream()
            .map(
                entry ->
                    "WHEN %s IN (%s) THEN %s"
                        .formatted(
                            quoted(named.code()),
                            joined(entry.getValue().stream().map(each -> literal(each.code()))),
                            entry.getKey().toPlainString()))
            .collect(Collectors.joining(" "));
    return "(CASE " + cases + " ELSE 1 END)::DECIMAL(13,0)";
  }

  private boolean feeds(Form.Item item) {
    return form.feeds().stream().anyMatch(feed -> feed.item().equals(item.code()));
  }

  /** Whether an entry of the register covers the row: not in a form without one. */
  private String covers() {
    return "e.unit_key = unit_code AND e.form = '"
        + form.code()
        + "' AND period BETWEEN e.since AND e.until";
  }

  private String feedingItem(Form.Item item) {
    return "{'item': '%s', 'value': %s, 'previous': %s}"
        .formatted(item.code(), value(item), present(item, ValueColumn.PREVIOUS).orElse("NULL"));
  }

  private static String value(Form.Item item) {
    return present(item, ValueColumn.YTD).or(() -> present(item, ValueColumn.VALUE)).orElse("NULL");
  }

  private String item(Form.Item item) {
    return "{'item': '%s', 'value': %s, 'previous': %s, 'month_value': %s}"
        .formatted(
            item.code(),
            value(item),
            present(item, ValueColumn.PREVIOUS).orElse("NULL"),
            present(item, ValueColumn.MONTH).orElse("NULL"));
  }

  private static Optional<String> present(Form.Item item, ValueColumn column) {
    return item.columns().contains(column)
        ? Optional.of(new ItemColumn(item, column).name())
        : Optional.empty();
  }

  /** The column that holds an attribute as it was typed. */
  static String textOf(Attribute attribute) {
    return quoted(attribute.code() + " text");
  }
}
