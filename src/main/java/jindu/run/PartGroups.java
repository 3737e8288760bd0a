package jindu.run;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jindu.aggregate.Aggregate;
import jindu.core.Feed.Measure;
import jindu.table.ContributionTable;
import org.apache.spark.sql.Row;

/** The listed parts of a cell by measure and state, in the order in which they are told. */
final class PartGroups {

  private static final List<String> STATES =
      List.of(
          ContributionTable.REPORTED,
          ContributionTable.STANDING,
          ContributionTable.ESTIMATED,
          ContributionTable.BASE);

  private PartGroups() {}

  /**
   * @param parts rows of {@link Aggregate#parts}
   */
  static List<PartGroup> of(List<Row> parts, ReturnSources sources) {
    Map<List<String>, List<Row>> byKind =
        parts.stream()
            .collect(
                groupingBy(
                    row ->
                        List.of(
                            row.<String>getAs(ContributionTable.MEASURE),
                            row.<String>getAs(ContributionTable.STATE))));
    List<PartGroup> groups = new ArrayList<>();
    for (Measure measure : Measure.values()) {
      for (String state : STATES) {
        List<Row> rows = byKind.get(List.of(measure.code(), state));
        if (rows != null) {
          groups.add(group(measure, state, rows, sources));
        }
      }
    }
    return groups;
  }

  private static PartGroup group(
      Measure measure, String state, List<Row> rows, ReturnSources sources) {
    return new PartGroup(
        measure,
        state,
        rows.get(0).<Long>getAs(Aggregate.PARTS),
        Figures.of(rows.get(0), Aggregate::totalOf),
        rows.stream()
            .sorted(comparing(row -> row.<Integer>getAs(Aggregate.RANK)))
            .map(row -> CellPart.of(row, sources.of(row)))
            .toList());
  }
}
