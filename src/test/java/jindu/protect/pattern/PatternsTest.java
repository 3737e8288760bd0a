package jindu.protect.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogReader;
import jindu.protect.pattern.Pattern.Reason;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What becomes of patterns from night to night and from year to year. */
class PatternsTest {

  private static final String SERVICES = "services_revenue";
  private static final String CONSTRUCTION = "construction_output";
  private static final List<String> PLACES = List.of("410311002", "410311004", "410311005");
  private static final GridCell FIRST = new GridCell(PLACES.get(0), "63");
  private static final GridCell LAST = new GridCell(PLACES.get(2), "65");

  private static Catalog catalog;

  @BeforeAll
  static void read() throws Exception {
    catalog = CatalogReader.read(Path.of("data-lake", "reference"));
  }

  /** A pattern that is taken over is the very one of before: nothing of it was looked at. */
  @Test
  void onlyTheBlockThatChangedIsAttackedAgain() {
    List<Row> rows = new ArrayList<>(rows(SERVICES, 2020, FIRST, 0));
    rows.addAll(rows(CONSTRUCTION, 2020, FIRST, 0));
    List<Pattern> before = Patterns.choose(rows, List.of(), List.of(), List::of, catalog);

    List<Row> changed = new ArrayList<>(rows(SERVICES, 2020, FIRST, 0));
    changed.addAll(rows(CONSTRUCTION, 2020, FIRST, 7));
    List<Pattern> after = Patterns.choose(changed, before, List.of(), List::of, catalog);

    assertThat(of(SERVICES, 2020, after)).isSameAs(of(SERVICES, 2020, before));
    assertThat(of(CONSTRUCTION, 2020, after)).isNotEqualTo(of(CONSTRUCTION, 2020, before));
    assertThat(Patterns.choose(changed, after, List.of(), List::of, catalog)).isEqualTo(after);
  }

  /** What needs no shelter any more keeps it, within the year and in the next one. */
  @Test
  void aCellOnceWithheldStaysSo() {
    List<Pattern> first =
        Patterns.choose(rows(SERVICES, 2020, FIRST, 0), List.of(), List.of(), List::of, catalog);
    List<Pattern> later =
        Patterns.choose(rows(SERVICES, 2020, LAST, 0), first, List.of(), List::of, catalog);
    List<Row> both = new ArrayList<>(rows(SERVICES, 2020, LAST, 0));
    both.addAll(rows(SERVICES, 2021, LAST, 0));
    List<Pattern> next = Patterns.choose(both, later, List.of(), List::of, catalog);

    Pattern ofFirst = of(SERVICES, 2020, first);
    Pattern ofLater = of(SERVICES, 2020, later);
    assertThat(ofFirst.withheld()).containsEntry(FIRST, Reason.SENSITIVE).doesNotContainKey(LAST);
    assertThat(ofLater.withheld()).containsAllEntriesOf(ofFirst.withheld()).containsKey(LAST);
    assertThat(of(SERVICES, 2021, next).withheld().keySet())
        .containsAll(ofLater.withheld().keySet());
    assertThat(of(SERVICES, 2021, next).withheld())
        .containsEntry(FIRST, Reason.LAST_YEAR)
        .containsEntry(LAST, Reason.SENSITIVE);
  }

  @Test
  void theOrderOfTheRowsDoesNotMatter() {
    List<Row> rows = new ArrayList<>(rows(SERVICES, 2020, FIRST, 0));
    rows.addAll(rows(SERVICES, 2021, LAST, 3));
    List<Pattern> chosen = Patterns.choose(rows, List.of(), List.of(), List::of, catalog);

    Collections.shuffle(rows, new Random(7));

    assertThat(Patterns.choose(rows, List.of(), List.of(), List::of, catalog)).isEqualTo(chosen);
  }

  private static Pattern of(String indicator, int year, List<Pattern> patterns) {
    return patterns.stream()
        .filter(pattern -> pattern.indicator().equals(indicator) && pattern.year() == year)
        .findFirst()
        .orElseThrow();
  }

  /**
   * @param sensitive the one cell of two contributors
   * @param more added to every amount
   */
  private static List<Row> rows(String indicator, int year, GridCell sensitive, int more) {
    RolledUp cells = new RolledUp(division -> List.of("I", "P3", "ALL"));
    List<String> divisions = List.of("63", "64", "65");
    for (String place : PLACES) {
      for (String division : divisions) {
        GridCell own = new GridCell(place, division);
        int number = PLACES.indexOf(place) * 3 + divisions.indexOf(division);
        cells.add(own, 1000 + 170L * number * number + more, own.equals(sensitive) ? 2 : 20);
      }
    }
    return cells.rows(indicator, year);
  }
}
