package jindu.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import jindu.catalog.Catalog;

/** An inbox of plain CSV in UTF-8 by DuckDB, strictly: a table a form, all columns text. */
final class DuckDbReading {

  private DuckDbReading() {}

  static Reading of(Catalog catalog, Path inbox) throws SQLException {
    List<String> forms =
        catalog.forms().keySet().stream()
            .filter(form -> Files.isDirectory(inbox.resolve(form)))
            .toList();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      ReadingClock clock = ReadingClock.start();
      for (String form : forms) {
        statement.execute(
            "CREATE TABLE %s AS FROM read_csv('%s', strict_mode = true, union_by_name = true, header = true, all_varchar = true, delim = ',', quote = '\"', escape = '\"')"
                .formatted(
                    SqlText.quoted(form), inbox.resolve(form).resolve("*").resolve("*.csv")));
      }
      Reading all = clock.stop();
      for (String form : forms) {
        all = and(all, statement, form);
      }
      return all;
    }
  }

  /** What was read of a form is counted after the seconds have ended. */
  private static Reading and(Reading before, Statement statement, String form) throws SQLException {
    String table = SqlText.quoted(form);
    try (ResultSet found =
        statement.executeQuery(
            "SELECT (SELECT count(*) FROM %1$s), count(*), coalesce(sum(length(text)), 0) FROM (UNPIVOT %1$s ON COLUMNS(*) INTO NAME header VALUE text)"
                .formatted(table))) {
      found.next();
      return before.and(found.getLong(1), found.getLong(2), found.getLong(3));
    }
  }
}
