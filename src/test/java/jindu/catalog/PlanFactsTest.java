package jindu.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jindu.core.DueBasis;
import jindu.core.Milestone;
import jindu.core.Target;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every figure and day of the plan for 2021, held against the facts read from the report. */
class PlanFactsTest {

  private static final String FACTS = "src/test/resources/catalog/plan-2021-facts.csv";
  private static final String STRICT_WORD = "突破";
  private static final String BETWEEN = "\\.\\.";

  private static Map<String, Target> targets;
  private static Map<String, Milestone> milestones;

  @BeforeAll
  static void read() throws Exception {
    Catalog catalog = CatalogReader.read(Path.of("data-lake/reference"));
    targets = byId(catalog.targets().stream().filter(each -> each.year() == 2021), Target::source);
    milestones = byId(catalog.milestones().stream(), Milestone::source);
  }

  private static <T> Map<String, T> byId(Stream<T> all, Function<T, String> source) {
    return all.collect(Collectors.toMap(source, Function.identity()));
  }

  static List<NamedCsvRecord> facts() throws Exception {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(Path.of(FACTS))) {
      return reader.stream().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("facts")
  void thePlanSaysWhatTheReportSays(NamedCsvRecord fact) {
    String id = fact.getField("fact_id");
    LocalDate deadline = LocalDate.parse(fact.getField("deadline"));
    DueBasis basis =
        fact.getField("basis").startsWith("printed") ? DueBasis.PRINTED : DueBasis.DEFAULT;
    if (fact.getField("kind").equals("milestone")) {
      Milestone milestone = milestones.get(id);
      assertThat(milestone.plannedCount()).isEqualByComparingTo(fact.getField("value_base"));
      assertThat(milestone.dueDate()).isEqualTo(deadline);
      assertThat(milestone.dueBasis()).isEqualTo(basis);
      return;
    }
    Target target = targets.get(id);
    String[] range = fact.getField("value_base").split(BETWEEN, -1);
    if (range[0].isEmpty()) {
      assertThat(target.value()).isNull();
    } else {
      assertThat(target.value()).isEqualByComparingTo(new BigDecimal(range[0]).abs());
    }
    if (range.length > 1) {
      assertThat(target.upper()).isEqualByComparingTo(range[1]);
    }
    assertThat(target.comparator().code()).isEqualTo(comparator(fact));
    assertThat(target.deadline()).isEqualTo(deadline);
    assertThat(target.dueBasis()).isEqualTo(basis);
  }

  /**
   * A fact has no word of its own for a figure to be surpassed, nor for one that is not printed.
   */
  private static String comparator(NamedCsvRecord fact) {
    if (fact.getField("value_base").isEmpty()) {
      return Target.Comparator.NONE.code();
    }
    return fact.getField("quote").contains(STRICT_WORD)
        ? Target.Comparator.STRICT.code()
        : fact.getField("comparator");
  }
}
