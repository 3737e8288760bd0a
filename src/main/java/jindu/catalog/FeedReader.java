package jindu.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jindu.core.Feed;
import jindu.core.Form.Attribute;
import jindu.core.Form.GrowthBase;

/** Reads the feeds of a form and sees that they name its items and attributes. */
final class FeedReader {

  private static final YamlMapping.Keys KEYS =
      new YamlMapping.Keys(
          Set.of("item"),
          Set.of("indicator", "indicator_from", "measure", "conversion", "where", "base"));

  private FeedReader() {}

  static List<Located<Feed>> read(YamlMapping form, FormVocabulary vocabulary, Mistakes mistakes) {
    List<Located<Feed>> feeds = new ArrayList<>();
    for (YamlMapping entry : form.mappings("feeds", KEYS)) {
      mistakes
          .whenSound(() -> feed(entry, form, vocabulary))
          .ifPresent(feed -> feeds.add(new Located<>(entry.at(), feed)));
    }
    return feeds;
  }

  private static Feed feed(YamlMapping entry, YamlMapping form, FormVocabulary vocabulary) {
    if (entry.has("indicator") == entry.has("indicator_from")) {
      entry.wrong("item", "feed-without-indicator");
    }
    Field item = entry.field("item");
    if (!item.isEmpty() && vocabulary.isNoItem(item.text())) {
      item.wrong("unknown-item");
    }
    entry.optional("indicator_from").ifPresent(field -> requireIndicator(field, vocabulary));
    YamlMapping where = entry.mapping("where", YamlMapping.Keys.ANY);
    if (where.keys().size() > 1) {
      entry.wrong("where", "several-conditions");
    }
    String attribute = where.keys().stream().findFirst().orElse("");
    return new Feed(
        entry.optional("indicator").map(Field::required).orElse(""),
        entry.optional("indicator_from").map(Field::required).orElse(""),
        item.required(),
        entry
            .optional("measure")
            .map(field -> field.code(Feed.Measure.class))
            .orElse(Feed.Measure.NOMINAL),
        entry
            .optional("conversion")
            .map(field -> field.code(Feed.Conversion.class))
            .orElse(Feed.Conversion.NONE),
        attribute,
        attribute.isEmpty() ? List.of() : values(where, attribute, vocabulary),
        entry.optional("base").map(field -> base(field, form)).orElse(null));
  }

  /** A sample survey is one whole: no feed leaves its base, and none of another form enters it. */
  private static GrowthBase base(Field field, YamlMapping form) {
    GrowthBase base = field.code(GrowthBase.class);
    boolean survey = form.field("base").text().equals(GrowthBase.SURVEY.code());
    if (field.isSound() && survey != (base == GrowthBase.SURVEY)) {
      field.wrong("survey-feed");
    }
    return base;
  }

  private static void requireIndicator(Field from, FormVocabulary vocabulary) {
    boolean other =
        vocabulary
            .attribute(from.text())
            .filter(attribute -> attribute.type() != Attribute.Type.INDICATOR)
            .isPresent();
    if (!from.isEmpty() && (other || vocabulary.isNoAttribute(from.text()))) {
      from.wrong("no-indicator-attribute");
    }
  }

  private static List<String> values(YamlMapping where, String code, FormVocabulary vocabulary) {
    if (vocabulary.isNoAttribute(code)) {
      where.wrong(code, "unknown-attribute", "where", code);
    }
    List<String> allowed = vocabulary.attribute(code).map(Attribute::values).orElse(List.of());
    for (Field value : where.fields(code)) {
      if (!allowed.isEmpty() && !allowed.contains(value.text())) {
        value.wrong("not-one-of", String.join(", ", allowed));
      }
    }
    if (where.fields(code).isEmpty()) {
      where.wrong(code, "empty-value", code);
    }
    return where.texts(code);
  }
}
