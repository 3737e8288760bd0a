package jindu.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jindu.catalog.Catalog;
import jindu.core.CheckRule;
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

  private static final String CREDIT_CODE = "统一社会信用代码";
  private static final String WELL_FORMED = "[0-9A-HJ-NPQRTUWXY]{18}";

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
    parts.put("item_texts", lines(columns().map(column -> column.text())));
    parts.put("amounts", lines(columns().map(column -> column.amount(factor(column.item())))));
    parts.put(
        "weight", form.weight().isEmpty() ? "NULL" : quoted(ValueColumn.VALUE.of(form.weight())));
    parts.put("items", joined(form.items().stream().map(this::item)));
    parts.put("problems", joined(problems().stream().map(Problem::asCode)));
    parts.put("is_refused", problems().stream().map(Problem::condition).collect(isTrueOfAny()));
    parts.put("in_register", form.registered() ? "SEMI JOIN register e ON " + covers() : "");
    parts.put(
        "not_in_register",
        form.registered()
            ? new Problem(
                    "unit_code IS NOT NULL AND period IS NOT NULL AND NOT EXISTS (FROM register e WHERE "
                        + covers()
                        + ")",
                    "not-in-register")
                .asCode()
            : "NULL");
    parts.put(
        "attribute_names",
        lines(form.attributes().stream().map(attribute -> quoted(attribute.code()))));
    parts.put("amount_names", joined(columns().map(ItemColumn::name)));
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
        : "code(coalesce(" + joined(headers.stream().map(FormScript::quoted)) + "))";
  }

  /** Null where a part of it is. */
  private String unitKey() {
    return form.key().stream().map(FormScript::quoted).collect(Collectors.joining(" || '|' || "));
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

  /** One delivered column of an item. */
  private record ItemColumn(Form.Item item, ValueColumn column) {

    String name() {
      return quoted(column.of(item.code()));
    }

    String textName() {
      return quoted(column.of(item.code()) + " text");
    }

    String text() {
      List<String> headers = CatalogFiles.headers(item, column);
      String cells = "coalesce(" + joined(headers.stream().map(FormScript::quoted)) + ")";
      return "CASE WHEN NOT withdraws THEN number_text(" + cells + ") END AS " + textName();
    }

    String amount(String factor) {
      return "amount_of(" + textName() + ", " + factor + ") AS " + name();
    }
  }

  private Stream<ItemColumn> columns() {
    return form.items().stream()
        .flatMap(item -> item.columns().stream().map(column -> new ItemColumn(item, column)));
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

  private List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    addPeriodProblems(problems);
    addPlaceProblems(problems);
    problems.add(problem("operation NOT IN ('报送', '撤回')", "unknown-operation"));
    problems.add(problem("cell(submitted_text) IS NOT NULL AND moment IS NULL", "not-a-date"));
    for (Attribute attribute : form.attributes()) {
      if (attribute.required()) {
        String asked = inKey(attribute) ? "" : "NOT withdraws AND ";
        problems.add(problem(asked + textOf(attribute) + " IS NULL", "missing-attribute"));
      }
      problems.add(
          problem(
              textOf(attribute) + " IS NOT NULL AND " + quoted(attribute.code()) + " IS NULL",
              "unknown-value"));
    }
    columns().forEach(column -> addItemProblems(problems, column));
    form.checks().stream()
        .filter(rule -> rule.severity() == CheckRule.Severity.HARD)
        .forEach(
            rule -> relations(rule).forEach(failed -> problems.add(problem(failed, rule.code()))));
    return problems;
  }

  private void addPeriodProblems(List<Problem> problems) {
    if (!hasPeriod()) {
      return;
    }
    problems.add(problem("period IS NULL", "unknown-period"));
    problems.add(problem("period > strftime(received, '%Y-%m')", "period-in-future"));
    switch (form.frequency()) {
      case QUARTERLY ->
          problems.add(
              problem(
                  "right(period, 2) NOT IN ('03', '06', '09', '12')", "period-not-in-frequency"));
      case MONTHLY_FROM_FEBRUARY ->
          problems.add(problem("right(period, 2) = '01'", "period-not-in-frequency"));
      case MONTHLY, AS_IT_HAPPENS -> {}
    }
  }

  private void addPlaceProblems(List<Problem> problems) {
    if (form.key().contains(CommonColumn.UNIT_CODE.code())) {
      problems.add(problem("unit_code IS NULL", "missing-unit"));
    }
    String credit = "NOT regexp_full_match(unit_code, '" + WELL_FORMED + "')";
    if (form.code().equals(RegisterForm.CODE)) {
      String named =
          joined(
              catalog.forms().values().stream()
                  .filter(FormScript::hasCreditCode)
                  .map(each -> literal(each.code())));
      problems.add(
          problem(
              quoted(RegisterForm.REPORTED_FORM) + " IN (" + named + ") AND " + credit,
              "malformed-unit-code"));
    } else if (hasCreditCode(form)) {
      problems.add(problem(credit, "malformed-unit-code"));
    }
    String ofPeers = form.peers() ? " AND township_code NOT IN (SELECT code FROM peers)" : "";
    problems.add(
        problem("township_code IS NOT NULL AND place IS NULL" + ofPeers, "unknown-township"));
    if (form.required().contains(CommonColumn.TOWNSHIP_CODE.code())) {
      problems.add(
          problem(
              "township_code IS NULL AND " + asked(CommonColumn.TOWNSHIP_CODE),
              "missing-attribute"));
    }
    if (!form.sectorLevels().isEmpty()) {
      String levels = joined(form.sectorLevels().stream().map(level -> literal(level.code())));
      problems.add(
          problem(
              "sector_code IS NOT NULL AND (sector_level IS NULL OR sector_level NOT IN (%s) OR sector_letter <> sector_section)"
                  .formatted(levels),
              "unknown-sector"));
      problems.add(
          problem(
              "sector_code IS NULL AND " + asked(CommonColumn.SECTOR_CODE), "missing-attribute"));
    }
  }

  private String asked(CommonColumn column) {
    return form.key().contains(column.code()) ? "true" : "NOT withdraws";
  }

  private static boolean hasCreditCode(Form form) {
    return form.unitHeader().equals(CREDIT_CODE) && !form.code().equals(RegisterForm.CODE);
  }

  private void addItemProblems(List<Problem> problems, ItemColumn column) {
    if (column.item().required().contains(column.column())) {
      problems.add(problem("NOT withdraws AND " + column.textName() + " IS NULL", "missing-item"));
    }
    problems.add(
        problem(
            column.textName() + " IS NOT NULL AND " + column.name() + " IS NULL", "not-a-number"));
    if (!column.item().negative()) {
      problems.add(problem(column.name() + " < 0", "negative-value"));
    }
  }

  /** Conditions under which a declared check fails, one for each column that it looks at. */
  private Stream<String> relations(CheckRule rule) {
    return switch (rule.kind()) {
      case PARTS_WITHIN_TOTAL, PARTS_EQUAL_TOTAL ->
          rule.columns().isEmpty()
              ? Stream.of(sums(rule, Optional.empty()))
              : rule.columns().stream().map(column -> sums(rule, Optional.of(column)));
      case MONTH_WITHIN_YTD ->
          Stream.of(
              quoted(ValueColumn.MONTH.of(rule.total()))
                  + " > "
                  + quoted(ValueColumn.YTD.of(rule.total())));
      case GROWTH_WITHIN,
          YTD_NOT_FALLING,
          MONTHS_ADD_UP,
          PREVIOUS_AS_FILED,
          SAME_UNIT_OF_MEASURE,
          NOT_REPEATED ->
          throw new IllegalArgumentException(
              "Cannot write check "
                  + rule.code()
                  + " for a peer: no hard check of its kind is known.");
    };
  }

  private static String sums(CheckRule rule, Optional<ValueColumn> column) {
    List<String> parts = rule.parts().stream().map(part -> figure(part, column)).toList();
    String total = figure(rule.total(), column);
    String sum =
        parts.stream()
            .map(part -> "coalesce(" + part + ", 0)")
            .collect(Collectors.joining(" + ", "(", ")"));
    String some = "coalesce(" + joined(parts.stream()) + ") IS NOT NULL";
    String above = some + " AND " + sum + " > " + total;
    if (rule.kind() == CheckRule.Kind.PARTS_WITHIN_TOTAL) {
      return above;
    }
    String all =
        parts.stream().map(part -> part + " IS NOT NULL").collect(Collectors.joining(" AND "));
    return above + " OR " + all + " AND " + sum + " <> " + total;
  }

  private static String figure(String item, Optional<ValueColumn> column) {
    return quoted(column.filter(any -> !item.contains(".")).map(any -> any.of(item)).orElse(item));
  }

  private static Problem problem(String condition, String code) {
    return new Problem(condition, code);
  }

  /** A hard check: when it fails, and its code. */
  private record Problem(String condition, String code) {

    String asCode() {
      return "\n    CASE WHEN " + condition + " THEN '" + code + "' END";
    }
  }

  /** What is not known is not true. */
  private static Collector<CharSequence, ?, String> isTrueOfAny() {
    return Collectors.joining(", false) OR coalesce(", "coalesce(", ", false)");
  }

  private static String textOf(Attribute attribute) {
    return quoted(attribute.code() + " text");
  }

  private static String lines(Stream<String> expressions) {
    return expressions.map(expression -> expression + ",\n    ").collect(Collectors.joining());
  }

  private static String joined(Stream<String> expressions) {
    return expressions.collect(Collectors.joining(", "));
  }

  private static String quoted(String name) {
    return '"' + name + '"';
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
