package jindu.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import jindu.core.CommonColumn;
import jindu.core.Form.Attribute;
import jindu.core.Form.Item;
import jindu.core.Form.ValueColumn;
import jindu.core.ProjectLedger;

/** Reads what a form says of named projects, and sees that it names its items and attributes. */
final class ProjectLedgerReader {

  /** The key of a form under which it stands. */
  static final String KEY = "projects";

  static final String STATISTICS = "statistics";
  static final String NOT_COUNTED = "not_counted";

  static final YamlMapping.Keys KEYS =
      new YamlMapping.Keys(
          Set.of("total_investment", "annual_plan", "done", STATISTICS),
          Set.of("done_since_start", "tier", "stage", "stage_due", "plan_due", NOT_COUNTED));

  private static final String ONE_PROJECT = CommonColumn.UNIT_CODE.code();

  private ProjectLedgerReader() {}

  /** A ledger as far as it could be read, empty where the form is none. */
  static Optional<Located<ProjectLedger>> read(
      YamlMapping form, FormVocabulary vocabulary, Mistakes mistakes) {
    if (!form.has(KEY)) {
      return Optional.empty();
    }
    if (form.has("key") && !form.texts("key").equals(List.of(ONE_PROJECT))) {
      form.wrong("key", "ledger-key", ONE_PROJECT);
    }
    YamlMapping ledger = form.mapping(KEY, KEYS);
    return mistakes
        .whenSound(() -> ledger(ledger, vocabulary))
        .map(read -> new Located<>(ledger.at(STATISTICS), read));
  }

  private static ProjectLedger ledger(YamlMapping ledger, FormVocabulary vocabulary) {
    List<String> notCounted = new ArrayList<>();
    for (Field field : ledger.fields(NOT_COUNTED)) {
      notCounted.add(item(field, vocabulary, ValueColumn.YTD));
    }
    return new ProjectLedger(
        item(ledger.field("total_investment"), vocabulary, ValueColumn.VALUE),
        item(ledger.field("annual_plan"), vocabulary, ValueColumn.VALUE),
        item(ledger.field("done"), vocabulary, ValueColumn.YTD),
        ledger
            .optional("done_since_start")
            .map(field -> item(field, vocabulary, ValueColumn.VALUE))
            .orElse(""),
        attribute(ledger, "tier", vocabulary, any -> true),
        attribute(ledger, "stage", vocabulary, any -> true),
        attribute(ledger, "stage_due", vocabulary, ProjectLedgerReader::isDay),
        attribute(ledger, "plan_due", vocabulary, ProjectLedgerReader::isDay),
        ledger.field(STATISTICS).required(),
        notCounted);
  }

  private static String item(Field field, FormVocabulary vocabulary, ValueColumn column) {
    String code = field.required();
    Optional<Item> item = vocabulary.item(code);
    if (!code.isEmpty() && vocabulary.isNoItem(code)) {
      field.wrong("unknown-item");
    } else if (item.filter(found -> !found.columns().contains(column)).isPresent()) {
      field.wrong("item-without-column", code, column.code());
    }
    return code;
  }

  private static String attribute(
      YamlMapping ledger, String key, FormVocabulary vocabulary, Predicate<Attribute> fits) {
    if (!ledger.has(key)) {
      return "";
    }
    Field field = ledger.field(key);
    String code = field.required();
    if (!code.isEmpty() && vocabulary.isNoAttribute(code)) {
      field.wrong("unknown-attribute");
    } else if (vocabulary.attribute(code).filter(found -> !fits.test(found)).isPresent()) {
      field.wrong("attribute-no-day");
    }
    return code;
  }

  private static boolean isDay(Attribute attribute) {
    return attribute.type() == Attribute.Type.DATE;
  }

  /** A catalog has one ledger at most, and its indicator is one of the catalog's. */
  static void check(List<FormReader.Read> forms, KnownCodes indicators, Mistakes mistakes) {
    Optional<Located<ProjectLedger>> first = Optional.empty();
    for (FormReader.Read form : forms) {
      if (form.projects().isEmpty()) {
        continue;
      }
      Located<ProjectLedger> ledger = form.projects().get();
      String code = ledger.value().statistics();
      if (!indicators.contains(code)) {
        mistakes.add(ledger.at(), "unknown-indicator", STATISTICS, code);
      }
      first.ifPresent(other -> mistakes.add(ledger.at(), "second-ledger", other.at().file()));
      first = first.or(form::projects);
    }
  }
}
