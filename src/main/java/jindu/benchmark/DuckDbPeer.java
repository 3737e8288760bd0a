package jindu.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import jindu.catalog.Catalog;
import jindu.core.Form;
import jindu.core.RegisterForm;

/**
 * DuckDB from delivered CSV to Parquet, by SQL scripts.
 *
 * <p>The scripts name {@code inbox/}, {@code reference/}, {@code facts/} and {@code published/}
 * without saying where: what comes from the lake and what is made lie apart.
 */
public final class DuckDbPeer {

  private static final String FORM_SCRIPT = "-form.sql";

  private DuckDbPeer() {}

  /**
   * Runs the scripts.
   *
   * @param scripts in their order; one named {@code …-form.sql} is run once for each form that has
   *     deliveries
   * @param lake with {@code inbox/} and {@code reference/}
   * @param target in which {@code facts/} and {@code published/} are made
   * @param said told after each script with its seconds
   */
  public static void run(Catalog catalog, List<Path> scripts, Path lake, Path target, Said said)
      throws IOException, SQLException {
    CatalogFiles.write(catalog, target.resolve("facts"));
    Files.createDirectories(target.resolve("published"));
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
      for (Path script : scripts) {
        long begin = System.nanoTime();
        String text = Files.readString(script, StandardCharsets.UTF_8);
        for (String statements : filled(script, text, catalog, lake)) {
          execute(duck, below(lake, target, statements));
        }
        said.took(script.getFileName().toString(), (System.nanoTime() - begin) / 1e9);
      }
    }
  }

  /** Who is told how long a script took. */
  public interface Said {
    void took(String script, double seconds);
  }

  /** The script itself, or one for each form that was delivered, the register first. */
  private static List<String> filled(Path script, String text, Catalog catalog, Path lake) {
    if (!script.toString().endsWith(FORM_SCRIPT)) {
      return List.of(text);
    }
    List<Form> delivered = new ArrayList<>();
    for (Form form : catalog.forms().values()) {
      if (Files.isDirectory(lake.resolve("inbox").resolve(form.code()))) {
        int place = form.code().equals(RegisterForm.CODE) ? 0 : delivered.size();
        delivered.add(place, form);
      }
    }
    return delivered.stream().map(form -> new FormScript(form, catalog).fill(text)).toList();
  }

  private static String below(Path lake, Path target, String script) {
    return script
        .replace("'inbox/", "'" + lake.resolve("inbox") + "/")
        .replace("'reference/", "'" + lake.resolve("reference") + "/")
        .replace("'facts/", "'" + target.resolve("facts") + "/")
        .replace("'published/", "'" + target.resolve("published") + "/");
  }

  /** Statements end with a semicolon at the end of a line. */
  private static void execute(Connection duck, String statements) throws SQLException {
    for (String sql : statements.split(";\\s*(?:\\n|$)", -1)) {
      if (!sql.isBlank()) {
        try (Statement statement = duck.createStatement()) {
          statement.execute(sql);
        } catch (SQLException failed) {
          throw new SQLException(failed.getMessage() + "\nin\n" + sql, failed);
        }
      }
    }
  }
}
