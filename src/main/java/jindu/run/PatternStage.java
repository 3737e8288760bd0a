package jindu.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import jindu.protect.pattern.Pattern;
import jindu.protect.pattern.Patterns;
import jindu.table.IndicatorTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Chooses which cells are withheld. A night tells the ledger before it publishes by it: what a
 * batch that dies has published stays published.
 */
final class PatternStage {

  private final Night night;
  private final History published;
  private final List<LedgerEntry> changed = new ArrayList<>();
  private List<LostDetail> lostDetail = List.of();

  /**
   * @param published of the publications made so far
   */
  PatternStage(Night night, History published) {
    this.night = night;
    this.published = published;
  }

  /**
   * The patterns of tonight.
   *
   * @param cells rows of {@link jindu.table.CellTable}
   */
  List<Pattern> run(Dataset<Row> cells) throws IOException {
    List<Pattern> patterns = published.patternsOn(night.asOf());
    ShownRows shown = new ShownRows(night);
    NavigableMap<Integer, NavigableMap<Integer, List<Row>>> years =
        together(Patterns.cells(cells, night.catalog()).collectAsList());
    for (int year : years.keySet()) {
      for (int group : years.get(year).keySet()) {
        Instant begin = night.ledger().now();
        List<Pattern> before = patterns;
        List<Row> lastYear =
            years.getOrDefault(year - 1, new TreeMap<>()).getOrDefault(group, List.of());
        patterns = choose(years.get(year).get(group), before, lastYear, shown);
        tell(
            patterns.stream().filter(pattern -> !before.contains(pattern)).toList(),
            Duration.between(begin, night.ledger().now()));
      }
    }
    lostDetail = patterns.stream().filter(LostDetail::isLost).map(LostDetail::of).toList();
    return patterns;
  }

  private List<Pattern> choose(
      List<Row> rows, List<Pattern> before, List<Row> lastYear, ShownRows shown)
      throws IOException {
    try {
      return Patterns.choose(
          rows, before, Patterns.open(lastYear, before), shown::last, night.catalog());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Of tonight's patterns those that withhold all detail. */
  List<LostDetail> lostDetail() {
    return lostDetail;
  }

  /**
   * The rows of each year's linked indicators by themselves, so that what their choice takes can be
   * told: year by year, because one begins with what the year before withholds.
   */
  private NavigableMap<Integer, NavigableMap<Integer, List<Row>>> together(List<Row> rows) {
    Map<String, Integer> groups = new HashMap<>();
    List<List<String>> linked = Patterns.together(night.catalog());
    linked.forEach(group -> group.forEach(code -> groups.put(code, linked.indexOf(group))));
    NavigableMap<Integer, NavigableMap<Integer, List<Row>>> years = new TreeMap<>();
    for (Row row : rows) {
      years
          .computeIfAbsent(row.getAs(IndicatorTable.YEAR), year -> new TreeMap<>())
          .computeIfAbsent(
              groups.get(row.<String>getAs(IndicatorTable.INDICATOR)), group -> new ArrayList<>())
          .add(row);
    }
    return years;
  }

  /**
   * @param took all of them together, which share it evenly
   */
  private void tell(List<Pattern> chosen, Duration took) {
    chosen.forEach(
        pattern ->
            changed.add(
                LedgerEntry.pattern(
                    pattern, PatternText.of(pattern), took.dividedBy(chosen.size()))));
  }

  /** Tells the ledger what is another pattern than before; nothing, where none is. */
  void record() throws IOException {
    if (!changed.isEmpty()) {
      night.ledger().record(night.batch(), changed);
    }
  }
}
