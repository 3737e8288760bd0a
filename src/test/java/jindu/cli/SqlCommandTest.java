package jindu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import jindu.run.DuckDb;
import jindu.run.MadePublications;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions are answered from the published tables; whatever is no question is refused. */
class SqlCommandTest {

  private static final String BEFORE = "2021-04-25-01";
  private static final String ID = "2021-11-05-01";

  @TempDir private Path temporary;

  private Path folder;

  @BeforeEach
  void publish() throws Exception {
    // A quote in the lake's path is nothing that ends a text.
    folder = Files.createDirectory(temporary.resolve("district's"));
    new MadePublications(folder).make(BEFORE).make(ID);
    publish(BEFORE, "1.0000");
    publish(ID, "1234567.5000");
  }

  private void publish(String id, String value) throws Exception {
    Path table =
        Files.createDirectories(folder.resolve("published").resolve(id).resolve("indicator"));
    try (DuckDb duck = DuckDb.open()) {
      duck.run(
          "COPY (SELECT '科技园街道' AS township, CAST(%s AS DECIMAL(24, 4)) AS value, DATE '2021-09-30' AS day"
                  .formatted(value)
              + " UNION ALL SELECT '安乐镇, 北', NULL, NULL) TO '"
              + table.resolve("2021.parquet").toString().replace("'", "''")
              + "' (FORMAT parquet)");
    }
  }

  @Test
  void peopleSeeATable() {
    Output output = sql("SELECT * FROM indicator ORDER BY township");
    assertThat(output.code()).isEqualTo(ExitCode.DONE);
    assertThat(output.out().lines())
        .containsExactly(
            "township           value  day",
            "安乐镇, 北             –  –",
            "科技园街道  1234567.5000  2021-09-30",
            "(2 rows)");
  }

  @Test
  void programsReadCsvAndJson() {
    assertThat(sql("FROM indicator ORDER BY township", "--csv").out().lines())
        .containsExactly("township,value,day", "\"安乐镇, 北\",,", "科技园街道,1234567.5000,2021-09-30");
    assertThat(sql("FROM indicator ORDER BY township", "--json").out().lines())
        .containsExactly(
            "{\"township\":\"安乐镇, 北\",\"value\":null,\"day\":null}",
            "{\"township\":\"科技园街道\",\"value\":1234567.5000,\"day\":\"2021-09-30\"}");
  }

  @Test
  void anEarlierPublicationIsAskedByItsIdOrDay() {
    String sum = "SELECT sum(value) AS total FROM indicator";
    assertThat(sql(sum, "--csv").out()).contains("1234567.5000");
    assertThat(sql(sum, "--csv", "--as-of", "2021-05-01").out()).contains("1.0000");
    assertThat(sql(sum, "--csv", "--publication", BEFORE).out()).contains("1.0000");
  }

  @Test
  void nothingIsWrittenAndNothingElseIsRead() throws Exception {
    Path other = Files.writeString(folder.resolve("secret.csv"), "a,b\n1,2\n");
    Path copy = folder.resolve("published").resolve(ID).resolve("indicator").resolve("x.csv");
    refused("COPY (SELECT 1) TO '%s'".formatted(quoted(copy)), "Only SELECT");
    refused("CREATE TABLE mine (a INTEGER)", "Only SELECT");
    refused("ATTACH '%s.db'".formatted(quoted(other)), "Only SELECT");
    refused("SELECT 1; SELECT 2", "One SELECT is answered");
    refused("SELECT * FROM read_csv('%s')".formatted(quoted(other)), "disabled by configuration");
    refused(
        "SELECT * FROM read_parquet('%s/*.parquet')"
            .formatted(quoted(folder.resolve("published").resolve(BEFORE).resolve("indicator"))),
        "disabled by configuration");
    refused("SELECT nothing FROM indicator", "nothing");
    refused("SELEC 1", "syntax error");
    assertThat(copy).doesNotExist();
  }

  @Test
  void tablesAndColumnsAreListed() {
    assertThat(sql("SHOW TABLES").out()).contains("indicator");
    assertThat(sql("DESCRIBE indicator", "--csv").out()).contains("value,\"DECIMAL(24,4)\"");
  }

  private void refused(String question, String why) {
    Output output = sql(question);
    assertThat(output.code()).as(question).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(output.errors()).as(question).contains("Cannot answer: ").contains(why);
  }

  private Output sql(String question, String... more) {
    String[] arguments = new String[more.length + 6];
    String[] first = {"sql", question, "--lake", folder.toString(), "--lang", "en"};
    System.arraycopy(first, 0, arguments, 0, first.length);
    System.arraycopy(more, 0, arguments, first.length, more.length);
    return Output.of(arguments);
  }

  private static String quoted(Path path) {
    return path.toString().replace("'", "''");
  }
}
