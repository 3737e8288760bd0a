package jindu.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jindu.core.CheckRule;
import jindu.core.Code;
import jindu.core.Feed;
import jindu.core.Form;
import jindu.core.Form.GrowthBase;
import jindu.core.ProjectLedger;
import jindu.core.Sector;

/** Reads {@code forms/<code>.yaml}. */
final class FormReader {

  private static final YamlMapping.Keys KEYS =
      new YamlMapping.Keys(
          Set.of(
              "form",
              "title",
              "source",
              "population",
              "frequency",
              "unit",
              "key",
              "required",
              "sector_levels",
              "due_days",
              "final_day",
              "base",
              "registered",
              "administrative",
              "estimates",
              "items",
              "checks",
              "feeds"),
          Set.of(
              "unit_header",
              "unit_aliases",
              "weight",
              "attributes",
              "peers",
              ProjectLedgerReader.KEY));
  private static final YamlMapping.Keys TITLE = new YamlMapping.Keys(Set.of("zh", "en"), Set.of());
  private static final String FROM_INDICATOR = "indicator";

  /** Base units in one delivered unit. */
  static final Map<String, Long> FACTORS =
      Map.of(
          "元",
          1L,
          "千元",
          1_000L,
          "万元",
          10_000L,
          "个",
          1L,
          "人",
          1L,
          "平方米",
          1L,
          "万平方米",
          10_000L,
          FROM_INDICATOR,
          1L);

  private FormReader() {}

  /**
   * A form as far as it could be read.
   *
   * @param base what growth compares with, empty when it could not be read
   * @param feeds those without a mistake
   * @param population the sectors that the form is for
   * @param projects what it says of named projects, without a mistake
   */
  record Read(
      Form form,
      Optional<GrowthBase> base,
      List<Located<Feed>> feeds,
      List<Located<String>> population,
      Optional<Located<ProjectLedger>> projects) {}

  static Optional<Read> read(ReferenceFile file, Mistakes mistakes) {
    return YamlDocument.read(file, KEYS, mistakes).map(keys -> read(file, keys, mistakes));
  }

  private static Read read(ReferenceFile file, YamlMapping form, Mistakes mistakes) {
    Field code = form.field("form");
    if (!code.isEmpty() && !code.text().equals(file.stem())) {
      code.wrong("not-the-file-name", file.stem());
    }
    long factor = factor(form.field("unit"));
    FormVocabulary vocabulary =
        FormVocabulary.of(
            form, ItemReader.items(form, factor, mistakes), ItemReader.attributes(form, mistakes));
    List<CheckRule> checks = CheckRuleReader.read(form, vocabulary, mistakes);
    List<Located<Feed>> feeds = FeedReader.read(form, vocabulary, mistakes);
    Optional<GrowthBase> base = mistakes.whenSound(() -> form.field("base").code(GrowthBase.class));
    FormRules.check(form, vocabulary, mistakes);
    Optional<Located<ProjectLedger>> projects =
        ProjectLedgerReader.read(form, vocabulary, mistakes);
    Form whole = assemble(form, vocabulary, checks, feeds, projects.map(Located::value));
    return new Read(
        whole,
        base.filter(any -> form.has("base")),
        feeds,
        PopulationReader.sectors(form),
        projects);
  }

  private static Form assemble(
      YamlMapping form,
      FormVocabulary vocabulary,
      List<CheckRule> checks,
      List<Located<Feed>> feeds,
      Optional<ProjectLedger> projects) {
    YamlMapping title = form.mapping("title", TITLE);
    return new Form(
        form.field("form").required(),
        title.field("zh").required(),
        title.field("en").required(),
        form.field("frequency").code(Form.Frequency.class),
        form.optional("unit_header").map(Field::required).orElse(""),
        form.texts("unit_aliases"),
        form.texts("key"),
        form.texts("required"),
        codes(form, "sector_levels", Sector.Level.class),
        form.field("unit").text().equals(FROM_INDICATOR),
        form.field("due_days").integer(),
        form.field("final_day").monthDay(),
        form.field("base").code(GrowthBase.class),
        form.field("registered").flag(),
        form.field("administrative").flag(),
        form.field("estimates").flag(),
        form.optional("weight").map(Field::required).orElse(""),
        form.field("source").required(),
        PopulationReader.read(form),
        vocabulary.items().stream().map(Located::value).toList(),
        vocabulary.attributes().stream().map(Located::value).toList(),
        checks,
        feeds.stream().map(Located::value).toList(),
        form.optional("peers").map(Field::flag).orElse(false),
        projects.orElse(null));
  }

  /** Base units in one delivered unit; 1 where the indicator of the row says it. */
  static long factor(Field unit) {
    String text = unit.required();
    Long factor = FACTORS.get(text);
    if (factor == null && !text.isEmpty()) {
      unit.wrong("not-one-of", String.join(", ", FACTORS.keySet().stream().sorted().toList()));
    }
    return factor == null ? 1L : factor;
  }

  /** The constants of a list of codes; wrong ones are left out. */
  static <E extends Enum<E> & Code> List<E> codes(YamlMapping from, String key, Class<E> type) {
    List<E> constants = new ArrayList<>();
    for (Field field : from.fields(key)) {
      E constant = field.code(type);
      if (field.isSound()) {
        constants.add(constant);
      }
    }
    return constants;
  }
}
