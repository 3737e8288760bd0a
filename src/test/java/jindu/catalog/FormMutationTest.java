package jindu.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Whatever required key a form loses, at whatever depth, the reader says so. */
class FormMutationTest {

  private static final Map<String, Set<String>> REQUIRED =
      Map.of(
          "form",
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
          "title",
          Set.of("zh", "en"),
          "population",
          Set.of("zh", "en", "sectors", "source"),
          "items",
          Set.of("code", "header", "columns", "required"),
          "attributes",
          Set.of("code", "header", "required", "type"),
          "checks",
          Set.of("code", "severity", "kind", "zh", "en", "source"),
          "feeds",
          Set.of("item"),
          "projects",
          Set.of("total_investment", "annual_plan", "done", "statistics"));

  /** A form without one of its required keys. */
  record Mutation(String path, String key, String text) {
    @Override
    public String toString() {
      return path + " without " + key;
    }
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void missesEachRequiredKey(Mutation mutation) {
    Mistakes mistakes = new Mistakes();
    FormReader.read(new ReferenceFile(mutation.path(), mutation.text()), mistakes);
    String key = mutation.key().substring(mutation.key().lastIndexOf('.') + 1);
    assertThat(catchThrowableOfType(CatalogException.class, mistakes::throwIfAny).mistakes())
        .as(mutation.toString())
        .allSatisfy(mistake -> assertThat(mistake.file()).isEqualTo(mutation.path()))
        .anySatisfy(
            mistake -> {
              assertThat(mistake.key()).isEqualTo("catalog.missing-key");
              assertThat(mistake.arguments()).containsExactly(key);
              assertThat(mistake.line()).isPositive();
            });
  }

  static List<Mutation> mutations() throws IOException {
    List<Mutation> mutations = new ArrayList<>();
    try (Stream<Path> forms = Files.list(DamagedCatalog.REAL.resolve("forms"))) {
      for (Path form : forms.sorted().toList()) {
        String text = Files.readString(form);
        for (List<Object> mapping : mappings(load(text))) {
          for (String key : REQUIRED.get(String.valueOf(mapping.get(0)))) {
            mutations.add(without(form, text, mapping, key));
          }
        }
      }
    }
    return mutations;
  }

  /** The mappings of a form that have required keys: their kind, and their place in its list. */
  private static List<List<Object>> mappings(Map<String, Object> form) {
    List<List<Object>> mappings = new ArrayList<>();
    mappings.add(List.of("form"));
    mappings.add(List.of("title"));
    mappings.add(List.of("population"));
    if (form.containsKey("projects")) {
      mappings.add(List.of("projects"));
    }
    for (String list : List.of("items", "attributes", "checks", "feeds")) {
      Object value = form.get(list);
      int size = value instanceof Collection<?> entries ? entries.size() : 0;
      for (int index = 0; index < size; index++) {
        mappings.add(List.of(list, index));
      }
    }
    return mappings;
  }

  private static Mutation without(Path file, String text, List<Object> mapping, String key) {
    Map<String, Object> form = load(text);
    Object holder = mapping.get(0).equals("form") ? form : form.get(String.valueOf(mapping.get(0)));
    if (mapping.size() > 1 && holder instanceof List<?> entries) {
      holder = entries.get((Integer) mapping.get(1));
    }
    assertThat(((Map<?, ?>) holder).keySet().removeIf(key::equals)).isTrue();
    String dumped = new Dump(DumpSettings.builder().build()).dumpToString(form);
    return new Mutation("forms/" + file.getFileName(), mapping + "." + key, dumped);
  }

  private static Map<String, Object> load(String text) {
    Map<String, Object> form = new LinkedHashMap<>();
    Object loaded = new Load(LoadSettings.builder().build()).loadFromString(text);
    ((Map<?, ?>) loaded).forEach((key, value) -> form.put(String.valueOf(key), value));
    return form;
  }
}
