package jindu.benchmark;

import static jindu.benchmark.SqlText.joined;
import static jindu.benchmark.SqlText.literal;
import static jindu.benchmark.SqlText.quoted;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jindu.catalog.Catalog;
import jindu.core.CheckRule;
import jindu.core.CommonColumn;
import jindu.core.Form;
import jindu.core.Form.Attribute;
import jindu.core.Form.ValueColumn;
import jindu.core.RegisterForm;

/**
 * The hard checks of one form in a peer's SQL: of its columns, and those that its file declares.
 */
final class FormProblems {

  private static final String CREDIT_CODE = "统一社会信用代码";
  private static final String WELL_FORMED = "[0-9A-HJ-NPQRTUWXY]{18}";

  private final Form form;
  private final Catalog catalog;

  FormProblems(Form form, Catalog catalog) {
    this.form = form;
    this.catalog = catalog;
  }

  /** All of them; each is looked at by itself. */
  List<Problem> all() {
    List<Problem> problems = new ArrayList<>();
    addPeriodProblems(problems);
    addPlaceProblems(problems);
    problems.add(problem("operation NOT IN ('报送', '撤回')", "unknown-operation"));
    problems.add(problem("cell(submitted_text) IS NOT NULL AND moment IS NULL", "not-a-date"));
    for (Attribute attribute : form.attributes()) {
      if (attribute.required()) {
        String asked = form.key().contains(attribute.code()) ? "" : "NOT withdraws AND ";
        problems.add(
            problem(asked + FormScript.textOf(attribute) + " IS NULL", "missing-attribute"));
      }
      problems.add(
          problem(
              FormScript.textOf(attribute)
                  + " IS NOT NULL AND "
                  + quoted(attribute.code())
                  + " IS NULL",
              "unknown-value"));
    }
    ItemColumn.of(form).forEach(column -> addItemProblems(problems, column));
    form.checks().stream()
        .filter(rule -> rule.severity() == CheckRule.Severity.HARD)
        .forEach(
            rule -> relations(rule).forEach(failed -> problems.add(problem(failed, rule.code()))));
    return problems;
  }

  private void addPeriodProblems(List<Problem> problems) {
    if (!form.required().contains(CommonColumn.PERIOD.code())) {
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
                  .filter(FormProblems::hasCreditCode)
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
  record Problem(String condition, String code) {

    String asCode() {
      return "\n    CASE WHEN " + condition + " THEN '" + code + "' END";
    }
  }

  /** Whether a row fails any; what is not known is not true. */
  static String isAny(List<Problem> problems) {
    return problems.stream()
        .map(Problem::condition)
        .collect(Collectors.joining(", false) OR coalesce(", "coalesce(", ", false)"));
  }
}
