package jindu.run;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An engine that shares no code with the pipeline: DuckDB in memory, through JDBC. */
public final class DuckDb implements AutoCloseable {

  private final Connection connection;

  private DuckDb(Connection connection) {
    this.connection = connection;
  }

  /** One thread, so that the rows of a file keep their order; little memory beside Spark's. */
  public static DuckDb open() throws SQLException {
    DuckDb duck = new DuckDb(DriverManager.getConnection("jdbc:duckdb:"));
    duck.run("SET threads = 1");
    duck.run("SET memory_limit = '1GB'");
    return duck;
  }

  /** Runs statements that end with a semicolon at the end of a line. */
  public void run(String statements) throws SQLException {
    for (String sql : statements.split(";\\s*\\n", -1)) {
      if (!sql.isBlank()) {
        try (Statement statement = connection.createStatement()) {
          statement.execute(sql);
        }
      }
    }
  }

  /** The rows of a query, each by column name in the order of the query. */
  public List<Map<String, Object>> rows(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      List<Map<String, Object>> rows = new ArrayList<>();
      while (result.next()) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
          row.put(result.getMetaData().getColumnLabel(column), result.getObject(column));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  /** The number in the only row and column of a query. */
  public long number(String query) throws SQLException {
    return ((Number) rows(query).get(0).values().iterator().next()).longValue();
  }

  /** The Parquet files of a path pattern as a table function; quotes are not expected in it. */
  static String parquet(Path pattern) {
    return "read_parquet('" + pattern + "')";
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
