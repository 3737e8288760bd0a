package jindu.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jindu.table.IndicatorTable;
import org.apache.spark.sql.Column;

/**
 * The indicators and years that are computed again.
 *
 * @param slices for each indicator and year the slices that it depends on, as they are named
 */
record AffectedCells(TreeMap<String, TreeMap<Integer, Set<String>>> slices) {

  /** Years that the cells of a year look back to. */
  private static final int EARLIER_YEARS = 3;

  boolean isEmpty() {
    return slices.isEmpty();
  }

  Set<String> indicators() {
    return slices.keySet();
  }

  Set<Integer> years() {
    return slices.values().stream()
        .flatMap(years -> years.keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The first year whose returns any of the cells depend on. */
  int firstYearNeeded() {
    return years().stream().mapToInt(Integer::intValue).min().orElseThrow() - EARLIER_YEARS;
  }

  /** Whether a row of cells is one of them. */
  Column holds() {
    Column holds = lit(false);
    for (int year : years()) {
      Object[] ofYear =
          slices.keySet().stream().filter(code -> slices.get(code).containsKey(year)).toArray();
      holds =
          holds.or(
              col(IndicatorTable.YEAR)
                  .equalTo(year)
                  .and(col(IndicatorTable.INDICATOR).isin(ofYear)));
    }
    return holds;
  }

  /** What the ledger tells of each: {@code industrial_output/2020}, and why. */
  List<LedgerEntry> entries() {
    List<LedgerEntry> entries = new ArrayList<>();
    slices.forEach(
        (indicator, years) ->
            years.forEach(
                (year, why) ->
                    entries.add(
                        LedgerEntry.slice(indicator + "/" + year, null, String.join(", ", why)))));
    return entries;
  }
}
