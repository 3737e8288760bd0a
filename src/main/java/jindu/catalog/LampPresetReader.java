package jindu.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jindu.core.LampPreset;
import jindu.core.LampPreset.Condition;
import jindu.core.Target;

/** Reads {@code lamps/<name>.yaml}. */
final class LampPresetReader {

  private static final YamlMapping.Keys KEYS =
      new YamlMapping.Keys(Set.of("title_zh", "title_en", "kinds", "green", "yellow"), Set.of());
  private static final YamlMapping.Keys CONDITION =
      new YamlMapping.Keys(Set.of("test"), Set.of("percent"));

  private LampPresetReader() {}

  static Optional<LampPreset> read(ReferenceFile file, Mistakes mistakes) {
    return YamlDocument.read(file, KEYS, mistakes).map(mapping -> preset(file.stem(), mapping));
  }

  private static LampPreset preset(String name, YamlMapping mapping) {
    Set<Target.Kind> kinds = new LinkedHashSet<>();
    mapping.fields("kinds").forEach(field -> kinds.add(field.code(Target.Kind.class)));
    return new LampPreset(
        name,
        mapping.field("title_zh").required(),
        mapping.field("title_en").required(),
        kinds,
        conditions(mapping, "green"),
        conditions(mapping, "yellow"));
  }

  private static List<Condition> conditions(YamlMapping mapping, String colour) {
    List<Condition> conditions = new ArrayList<>();
    for (YamlMapping condition : mapping.mappings(colour, CONDITION)) {
      Field test = condition.field("test");
      LampPreset.Test known = test.code(LampPreset.Test.class);
      BigDecimal percent = condition.optional("percent").map(Field::positive).orElse(null);
      if (test.isSound() && known.takesPercent() != condition.has("percent")) {
        condition.wrong(
            "percent",
            known.takesPercent() ? "test-without-percent" : "test-with-percent",
            test.text());
      }
      conditions.add(new Condition(known, percent));
    }
    if (mapping.has(colour) && conditions.isEmpty()) {
      mapping.wrong(colour, "lamp-without-condition", colour);
    }
    return conditions;
  }
}
