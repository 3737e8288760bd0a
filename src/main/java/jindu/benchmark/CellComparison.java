package jindu.benchmark;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jindu.table.CellTable;
import jindu.table.IndicatorTable;

/**
 * The cells of two Parquet files, figure by figure: every indicator, place, sector and quarter in
 * which either has a figure must be in both, with the same decimals.
 *
 * @param cells how many were compared
 * @param differences how many are missing on one side, or have another figure
 * @param examples the first of them in words: the key, the figure, ours, the peer's
 */
public record CellComparison(long cells, long differences, List<String> examples) {

  private static final int SHOWN = 10;
  private static final String KEY = String.join(", ", CellTable.DEFINITION.key());

  /** The figures that are compared. */
  private static final List<String> FIGURES =
      List.of(
          IndicatorTable.VALUE,
          IndicatorTable.VALUE_YTD,
          IndicatorTable.PREVIOUS,
          IndicatorTable.PREVIOUS_YTD,
          IndicatorTable.GROWTH_PCT,
          IndicatorTable.GROWTH_YTD_PCT,
          IndicatorTable.COMPARABLE_GROWTH_YTD_PCT);

  public CellComparison {
    examples = List.copyOf(examples);
  }

  /** Whether no cell differs, of at least one. */
  public boolean isSame() {
    return differences == 0 && cells > 0;
  }

  /** Compares our cells with a peer's; each a Parquet file, or a pattern of several. */
  public static CellComparison of(Path ours, Path peer) throws SQLException {
    String figures = String.join(", ", FIGURES);
    String differs =
        FIGURES.stream()
            .map(figure -> "ours.%1$s IS DISTINCT FROM peer.%1$s".formatted(figure))
            .collect(Collectors.joining(" OR "));
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      for (String side : List.of("ours", "peer")) {
        statement.execute(
            "CREATE TABLE %s AS SELECT %s, %s FROM read_parquet('%s') WHERE coalesce(%s) IS NOT NULL"
                .formatted(side, KEY, exact(), side.equals("ours") ? ours : peer, figures));
      }
      statement.execute(
          "CREATE TABLE different AS SELECT %s, %s FROM ours FULL JOIN peer USING (%s) WHERE %s"
              .formatted(KEY, sides(), KEY, differs));
      return new CellComparison(
          number(statement, "SELECT count(*) FROM ours"),
          number(statement, "SELECT count(*) FROM different"),
          examples(statement));
    }
  }

  /** One type on both sides, so that the comparison is of numbers alone. */
  private static String exact() {
    return FIGURES.stream()
        .map(figure -> "%1$s::DECIMAL(28,4) AS %1$s".formatted(figure))
        .collect(Collectors.joining(", "));
  }

  private static String sides() {
    return FIGURES.stream()
        .flatMap(
            figure ->
                Stream.of(
                    "ours.%1$s AS ours_%1$s".formatted(figure),
                    "peer.%1$s AS peer_%1$s".formatted(figure)))
        .collect(Collectors.joining(", "));
  }

  private static long number(Statement statement, String query) throws SQLException {
    try (ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    }
  }

  private static List<String> examples(Statement statement) throws SQLException {
    List<String> examples = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery("FROM different ORDER BY ALL LIMIT " + SHOWN)) {
      while (rows.next()) {
        List<String> key = new ArrayList<>();
        for (String column : CellTable.DEFINITION.key()) {
          key.add(rows.getString(column));
        }
        for (String figure : FIGURES) {
          String ours = rows.getString("ours_" + figure);
          String peer = rows.getString("peer_" + figure);
          if (ours == null ? peer != null : !ours.equals(peer)) {
            examples.add(String.join(" ", key) + " " + figure + ": " + ours + " / " + peer);
          }
        }
      }
    }
    return examples.subList(0, Math.min(SHOWN, examples.size()));
  }
}
