package jindu.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jindu.core.Form.Population;

/** Reads who has to report a form, and sees that the sectors it names are known. */
final class PopulationReader {

  private static final String KEY = "population";
  private static final String SECTORS = "sectors";
  private static final YamlMapping.Keys KEYS =
      new YamlMapping.Keys(Set.of("zh", "en", SECTORS, "source"), Set.of());

  private PopulationReader() {}

  static Population read(YamlMapping form) {
    YamlMapping population = form.mapping(KEY, KEYS);
    return new Population(
        population.field("zh").required(),
        population.field("en").required(),
        population.texts(SECTORS),
        population.field("source").required());
  }

  /** The sectors of the population, each with its place. */
  static List<Located<String>> sectors(YamlMapping form) {
    return form.mapping(KEY, KEYS).fields(SECTORS).stream()
        .filter(sector -> !sector.isEmpty())
        .map(sector -> new Located<>(sector.at(), sector.text()))
        .toList();
  }

  /** Every sector of a population is one of the catalog, and stands there once. */
  static void check(List<FormReader.Read> forms, KnownCodes known, Mistakes mistakes) {
    for (FormReader.Read form : forms) {
      Map<String, Integer> lines = new HashMap<>();
      for (Located<String> sector : form.population()) {
        if (!known.contains(sector.value())) {
          mistakes.add(sector.at(), "unknown-population-sector", sector.value());
        }
        Integer first = lines.putIfAbsent(sector.value(), sector.at().line());
        if (first != null) {
          mistakes.add(sector.at(), "duplicate", SECTORS, sector.value(), first);
        }
      }
    }
  }
}
