package jindu.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
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
import jindu.catalog.CatalogException;
import jindu.core.Sector;
import jindu.table.IndicatorTable;

/**
 * A question of a BI tool to table {@code indicator} as it is published, beside the same rows in
 * one file in no order: DuckDB in this process, a new one for each answer, so that nothing is left
 * of the one before but what the system keeps of files.
 */
final class QuestionMeasure {

  private static final String MEASURE = "question";
  private static final String PEER = "one_unsorted_file";
  private static final int TIMES = 5;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final MeasuredLake lake;
  private final Steps steps;

  /**
   * @param lake with a publication in force
   */
  QuestionMeasure(MeasuredLake lake, Steps steps) {
    this.lake = lake;
    this.steps = steps;
  }

  Measurement run() throws IOException, SQLException, CatalogException {
    steps.begins(MEASURE);
    Path published =
        lake.root()
            .resolve("published")
            .resolve("current")
            .resolve(IndicatorTable.DEFINITION.name())
            .resolve("*.parquet");
    Path unsorted = lake.beside(PEER + ".parquet");
    List<String> asked = writeUnsorted(published, unsorted);
    Answer ours = median(published, asked);
    Answer theirs = median(unsorted, asked);
    Files.delete(unsorted);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("files", ours.files());
    facts.put("bytes_read", ours.bytes());
    facts.put("peer_files", theirs.files());
    facts.put("peer_bytes_read", theirs.bytes());
    return new Measurement(
        MEASURE,
        ReturnCells.count(lake.catalog(), lake.inbox()),
        new Cost(ours.seconds(), null, null),
        PEER,
        new Cost(theirs.seconds(), null, null),
        ours.rows().equals(theirs.rows()) && !ours.rows().isEmpty(),
        facts);
  }

  /**
   * Mixes the rows by a hash of their key.
   *
   * @return indicator, place and year to ask for: of the open cells the last by their key
   */
  private static List<String> writeUnsorted(Path published, Path unsorted) throws SQLException {
    String key = String.join(", ", IndicatorTable.DEFINITION.key());
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute(
          "COPY (FROM read_parquet('%s') ORDER BY hash(%s)) TO '%s' (FORMAT parquet)"
              .formatted(published, key, unsorted));
      try (ResultSet last =
          statement.executeQuery(
              "SELECT max_by(%1$s, (%1$s, %2$s, %3$s)), max_by(%2$s, (%1$s, %2$s, %3$s)), max_by(%3$s, (%1$s, %2$s, %3$s)) FROM read_parquet('%4$s') WHERE %5$s IS NOT NULL"
                  .formatted(
                      IndicatorTable.INDICATOR,
                      IndicatorTable.TOWNSHIP_CODE,
                      IndicatorTable.YEAR,
                      published,
                      IndicatorTable.VALUE_YTD))) {
        last.next();
        return List.of(last.getString(1), last.getString(2), last.getString(3));
      }
    }
  }

  /**
   * What an answer took.
   *
   * @param files opened
   * @param bytes read of them
   */
  private record Answer(double seconds, long files, long bytes, List<String> rows) {}

  private Answer median(Path files, List<String> asked) throws IOException, SQLException {
    List<Answer> answers = new ArrayList<>();
    for (int time = 0; time < TIMES; time++) {
      answers.add(answer(files, asked));
    }
    double middle =
        Cost.median(answers.stream().map(each -> new Cost(each.seconds(), null, null)).toList())
            .seconds();
    return answers.stream().filter(each -> each.seconds() == middle).findFirst().orElseThrow();
  }

  /** The quarters of one indicator, place and year, all sectors together. */
  private Answer answer(Path files, List<String> asked) throws IOException, SQLException {
    String question =
        "SELECT %s, %s, %s FROM read_parquet('%s') WHERE %s = '%s' AND %s = '%s' AND %s = %s AND %s = '%s' ORDER BY ALL"
            .formatted(
                IndicatorTable.QUARTER,
                IndicatorTable.VALUE_YTD,
                IndicatorTable.GROWTH_YTD_PCT,
                files,
                IndicatorTable.INDICATOR,
                asked.get(0),
                IndicatorTable.TOWNSHIP_CODE,
                asked.get(1),
                IndicatorTable.YEAR,
                asked.get(2),
                IndicatorTable.SECTOR_CODE,
                Sector.ALL);
    Path profile = lake.beside("profile.json");
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute("PRAGMA enable_profiling = 'json'");
      statement.execute("PRAGMA profiling_output = '" + profile + "'");
      List<String> rows = new ArrayList<>();
      long begin = System.nanoTime();
      try (ResultSet found = statement.executeQuery(question)) {
        while (found.next()) {
          rows.add(found.getString(1) + " " + found.getString(2) + " " + found.getString(3));
        }
      }
      double seconds = (System.nanoTime() - begin) / 1e9;
      JsonNode told = JSON.readTree(profile.toFile());
      Files.delete(profile);
      return new Answer(
          seconds,
          filesRead(told.required("operator")),
          told.required("io").required("total_bytes_read").asLong(),
          rows);
    }
  }

  private static long filesRead(JsonNode operators) {
    return operators.findValues("Total Files Read").stream().mapToLong(JsonNode::asLong).sum();
  }
}
