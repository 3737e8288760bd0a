package jindu.world;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Looks up in the Parquet files what a figure of the page should be: another program's reading. */
final class PublishedFigures implements AutoCloseable {

  private final Connection connection = DriverManager.getConnection("jdbc:duckdb:");
  private final String district;

  PublishedFigures(Path publication) throws SQLException {
    for (String table :
        new String[] {
          "headline",
          "plan_progress",
          "indicator",
          "township_ranking",
          "response_quality",
          "dim_indicator",
          "dim_township"
        }) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            "create view %s as select * from read_parquet('%s/%s/*.parquet')"
                .formatted(table, publication, table));
      }
    }
    this.district = text("select township_code from dim_township where kind = 'district'");
  }

  /**
   * The published figure as people read it.
   *
   * @param source as the page names it: table, key and column with | between
   * @param quarter that is chosen, e.g. 2021-Q3
   * @param decimals that the page shows
   */
  BigDecimal read(String source, String quarter, int decimals) throws SQLException {
    String[] parts = source.split("\\|", -1);
    String column = parts[parts.length - 1];
    String when = parts.length > 3 ? parts[parts.length - 2] : quarter;
    String year = when.substring(0, 4);
    String number = when.substring(6);
    String period = " where year = %s and quarter = %s and ".formatted(year, number);
    String row =
        switch (parts[0]) {
          case "headline" -> "headline" + period + "line = " + parts[1];
          case "plan" ->
              "plan_progress"
                  + period
                  + "in_force and target_id = '%s' and township_code = '%s'"
                      .formatted(parts[1], parts.length > 3 ? parts[2] : district);
          case "figures" ->
              "indicator"
                  + period
                  + "sector_code = 'ALL' and indicator = '%s' and township_code = '%s'"
                      .formatted(parts[1], parts[2]);
          case "ranking" ->
              "township_ranking"
                  + period
                  + "indicator = '%s' and township_code = '%s'".formatted(parts[1], parts[2]);
          case "quality" ->
              "response_quality"
                  + " where year = %s and quarter = %s and form = '%s' and township_code = '%s'"
                      .formatted(
                          parts[2].substring(0, 4), parts[2].substring(6), parts[1], district);
          default -> throw new AssertionError("Unknown source of a figure: " + source);
        };
    BigDecimal value = new BigDecimal(text("select " + column + " from " + row));
    return value.divide(factor(parts[0], column, row), decimals, RoundingMode.HALF_UP);
  }

  /** Amounts are in base units in the tables and in the display unit on the page. */
  private BigDecimal factor(String table, String column, String row) throws SQLException {
    boolean isAmount =
        column.equals("value_ytd")
            || (table.equals("plan")
                && (column.equals("target_value") || column.equals("actual"))
                && !text("select kind from " + row).matches("growth|reduction|points"));
    return isAmount
        ? new BigDecimal(
            text(
                "select display_factor from dim_indicator where indicator = "
                    + "(select indicator from "
                    + row
                    + ")"))
        : BigDecimal.ONE;
  }

  private String text(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      if (!found.next() || found.getString(1) == null) {
        throw new AssertionError("The tables have no figure for: " + query);
      }
      return found.getString(1);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
