package jindu.benchmark;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jindu.core.Target;
import jindu.table.CellTable;
import jindu.table.IndicatorTable;
import jindu.table.PlanProgressTable;

/**
 * The figures of two Parquet files, row by row: every row in which either has a figure must be in
 * both, with the same decimals.
 *
 * @param rows how many were compared
 * @param differences how many are missing on one side, or have another figure
 * @param examples the first of them in words: the key, the figure, ours, the peer's
 */
public record FigureComparison(long rows, long differences, List<String> examples) {

  private static final int SHOWN = 10;

  public FigureComparison {
    examples = List.copyOf(examples);
  }

  /** Whether no row differs, of at least one. */
  public boolean isSame() {
    return differences == 0 && rows > 0;
  }

  /** Puts down what was compared, and the first differences if there are any. */
  void tell(Map<String, Object> facts) {
    facts.put("compared_rows", rows);
    facts.put("different_rows", differences);
    if (!isSame()) {
      facts.put("examples", examples);
    }
  }

  /** Compares our cells with a peer's; each a Parquet file, or a pattern of several. */
  public static FigureComparison ofCells(Path ours, Path peer) throws SQLException {
    return new Compared(
            CellTable.DEFINITION.key(),
            List.of(
                IndicatorTable.VALUE,
                IndicatorTable.VALUE_YTD,
                IndicatorTable.PREVIOUS,
                IndicatorTable.PREVIOUS_YTD,
                IndicatorTable.GROWTH_PCT,
                IndicatorTable.GROWTH_YTD_PCT,
                IndicatorTable.COMPARABLE_GROWTH_YTD_PCT),
            "true")
        .of(ours, peer);
  }

  /**
   * Compares how much of the plan is done: of the levels that the plan states. What we allocate to
   * townships beside them no peer does.
   */
  public static FigureComparison ofCompletion(Path ours, Path peer) throws SQLException {
    return new Compared(
            List.of(PlanProgressTable.TARGET_ID, PlanProgressTable.YEAR, PlanProgressTable.QUARTER),
            List.of(PlanProgressTable.COMPLETION_PCT),
            "NOT %s AND %s = '%s'"
                .formatted(
                    PlanProgressTable.ALLOCATED, PlanProgressTable.KIND, Target.Kind.LEVEL.code()))
        .of(ours, peer);
  }

  /** This and another comparison as one. */
  FigureComparison and(FigureComparison other) {
    return new FigureComparison(
        rows + other.rows,
        differences + other.differences,
        Stream.concat(examples.stream(), other.examples.stream()).limit(SHOWN).toList());
  }

  /**
   * What is compared.
   *
   * @param condition which of our rows
   */
  private record Compared(List<String> key, List<String> figures, String condition) {

    FigureComparison of(Path ours, Path peer) throws SQLException {
      String keys = String.join(", ", key);
      try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
          Statement statement = duck.createStatement()) {
        statement.execute(table("ours", ours, condition));
        statement.execute(table("peer", peer, "true"));
        statement.execute(
            "CREATE TABLE different AS SELECT %s, %s FROM ours FULL JOIN peer USING (%s) WHERE %s"
                .formatted(keys, sides(), keys, differs()));
        return new FigureComparison(
            number(statement, "SELECT count(*) FROM ours"),
            number(statement, "SELECT count(*) FROM different"),
            examples(statement));
      }
    }

    /** One type on both sides, so that the comparison is of numbers alone. */
    private String table(String side, Path files, String where) {
      String exact = each("%1$s::DECIMAL(28,4) AS %1$s", ", ");
      return "CREATE TABLE %s AS SELECT %s, %s FROM read_parquet('%s') WHERE coalesce(%s) IS NOT NULL AND %s"
          .formatted(side, String.join(", ", key), exact, files, each("%s", ", "), where);
    }

    private String sides() {
      return each("ours.%1$s AS ours_%1$s, peer.%1$s AS peer_%1$s", ", ");
    }

    private String differs() {
      return each("ours.%1$s IS DISTINCT FROM peer.%1$s", " OR ");
    }

    private String each(String pattern, String between) {
      return figures.stream().map(pattern::formatted).collect(Collectors.joining(between));
    }

    private List<String> examples(Statement statement) throws SQLException {
      List<String> examples = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery("FROM different ORDER BY ALL LIMIT " + SHOWN)) {
        while (rows.next()) {
          List<String> name = new ArrayList<>();
          for (String column : key) {
            name.add(rows.getString(column));
          }
          for (String figure : figures) {
            String ours = rows.getString("ours_" + figure);
            String peer = rows.getString("peer_" + figure);
            if (!Objects.equals(ours, peer)) {
              examples.add(String.join(" ", name) + " " + figure + ": " + ours + " / " + peer);
            }
          }
        }
      }
      return examples.subList(0, Math.min(SHOWN, examples.size()));
    }
  }

  private static long number(Statement statement, String query) throws SQLException {
    try (ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    }
  }
}
