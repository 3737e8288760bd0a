package jindu.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jindu.table.PublishedTables;
import jindu.table.TableDefinition;
import org.apache.hadoop.fs.Path;

/**
 * Answers questions in SQL from the tables of one publication, by DuckDB: an answer takes less than
 * Spark takes to start. Nothing but that publication can be read, and nothing be written.
 */
public final class PublishedSql implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What DuckDB calls a statement that it would run and cannot write down. */
  private static final String NO_SELECT = "not implemented";

  private final Connection connection;

  private PublishedSql(Connection connection) {
    this.connection = connection;
  }

  /** Who is given an answer, row by row. */
  public interface Answer {

    /**
     * What the rows will be of.
     *
     * @param numbers for each column, whether it holds numbers
     */
    void begins(List<String> columns, List<Boolean> numbers);

    /** A row in the order of the columns; what is not known is null. */
    void row(List<Object> values);
  }

  /** Opens the tables of a publication, each under its name. */
  public static PublishedSql of(Publication publication) throws SQLException, IOException {
    PublishedSql sql = new PublishedSql(DriverManager.getConnection("jdbc:duckdb:"));
    try {
      sql.open(publication);
    } catch (SQLException | IOException failed) {
      sql.close();
      throw failed;
    }
    return sql;
  }

  private void open(Publication publication) throws SQLException, IOException {
    List<String> folders = new ArrayList<>();
    for (TableDefinition table : PublishedTables.ALL) {
      Optional<Path> folder = publication.folder(table);
      if (folder.isPresent()) {
        String path = folder.get().toUri().getPath() + "/";
        run(
            "CREATE VIEW %s AS SELECT * FROM read_parquet(%s)"
                .formatted(table.name(), text(path + "*.parquet")));
        folders.add(text(path));
      }
    }
    run("SET allowed_directories = [%s]".formatted(String.join(", ", folders)));
    run("SET enable_external_access = false");
    run("SET lock_configuration = true");
  }

  /**
   * Answers one question.
   *
   * @throws SQLException when it is no question, or a wrong one; its message says what and where
   */
  public void answer(String question, Answer answer) throws SQLException {
    requireQuestion(question);
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(question)) {
      ResultSetMetaData columns = found.getMetaData();
      List<String> names = new ArrayList<>();
      List<Boolean> numbers = new ArrayList<>();
      for (int column = 1; column <= columns.getColumnCount(); column++) {
        names.add(columns.getColumnLabel(column));
        numbers.add(isNumber(columns.getColumnClassName(column)));
      }
      answer.begins(names, numbers);
      while (found.next()) {
        List<Object> row = new ArrayList<>();
        for (int column = 1; column <= names.size(); column++) {
          row.add(found.getObject(column));
        }
        answer.row(row);
      }
    }
  }

  /** DuckDB itself tells one SELECT from all else that it would do. */
  private void requireQuestion(String question) throws SQLException {
    JsonNode parsed;
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT json_serialize_sql(?)")) {
      statement.setString(1, question);
      try (ResultSet found = statement.executeQuery()) {
        found.next();
        parsed = JSON.readTree(found.getString(1));
      }
    } catch (JsonProcessingException e) {
      throw new SQLException("DuckDB does not say what the question is.", e);
    }
    if (parsed.path("error").asBoolean()) {
      throw new SQLException(
          parsed.path("error_type").asText().equals(NO_SELECT)
              ? "Only SELECT is answered: the tables cannot be changed."
              : parsed.path("error_message").asText());
    }
    if (parsed.path("statements").size() != 1) {
      throw new SQLException("One SELECT is answered, not several.");
    }
  }

  private static boolean isNumber(String type) throws SQLException {
    try {
      return Number.class.isAssignableFrom(Class.forName(type));
    } catch (ClassNotFoundException e) {
      throw new SQLException("DuckDB names no class of this program: " + type, e);
    }
  }

  private static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
