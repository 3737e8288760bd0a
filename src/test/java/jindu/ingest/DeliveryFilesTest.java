package jindu.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jindu.TestSession;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogException;
import jindu.catalog.CatalogReader;
import jindu.check.Check;
import jindu.table.VerdictTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every file under {@code resources/ingest} yields what the {@code .expected} beside it says, and
 * its rows meet the fate that the {@code .verdicts} says, by the repository's own catalog.
 *
 * <p>{@code -Djindu.fixtures=write} writes the workbooks, and what came out for files that have no
 * expectation yet: to be read and judged by a person before it is committed.
 */
final class DeliveryFilesTest {

  static final Path INBOX = Path.of("src/test/resources/ingest");

  private static final String EXPECTED = ".expected";
  private static final String VERDICTS = ".verdicts";
  private static final LocalDate DAY = LocalDate.of(2020, 7, 8);
  private static final boolean IS_WRITING = "write".equals(System.getProperty("jindu.fixtures"));

  @TestFactory
  Stream<DynamicTest> yieldsWhatIsExpectedOf() throws IOException, CatalogException {
    if (IS_WRITING) {
      for (Map.Entry<String, byte[]> workbook : WorkbookFixtures.all().entrySet()) {
        Files.write(INBOX.resolve(workbook.getKey()), workbook.getValue());
      }
    }
    DeliveryDecoder decoder = new DeliveryDecoder(catalog().forms());
    return deliveries().stream()
        .map(path -> DynamicTest.dynamicTest(path, () -> assertYieldsExpected(decoder, path)));
  }

  @Test
  void everyExpectationHasItsFile() throws IOException {
    List<String> deliveries = deliveries();
    assertThat(deliveries).hasSizeGreaterThan(100);
    for (String ending : List.of(EXPECTED, VERDICTS)) {
      assertThat(paths(ending))
          .map(path -> path.substring(0, path.length() - ending.length()))
          .containsExactlyInAnyOrderElementsOf(deliveries);
    }
  }

  @Test
  void everyWorkbookIsAsItsWriterMakesIt() throws IOException {
    for (Map.Entry<String, byte[]> workbook : WorkbookFixtures.all().entrySet()) {
      // How tightly the one packed part is packed depends on the platform's library.
      if (!workbook.getKey().endsWith("zip-bomb.xlsx")) {
        assertThat(Files.readAllBytes(INBOX.resolve(workbook.getKey())))
            .as(workbook.getKey())
            .isEqualTo(workbook.getValue());
      }
    }
  }

  @Test
  void everyRowMeetsTheFateThatIsExpected() throws IOException, CatalogException {
    Map<String, List<String>> verdicts = verdicts();
    assertThat(verdicts.keySet()).containsExactlyInAnyOrderElementsOf(deliveries());
    for (Map.Entry<String, List<String>> file : verdicts.entrySet()) {
      Path expected = INBOX.resolve(file.getKey() + VERDICTS);
      if (IS_WRITING && !Files.exists(expected)) {
        Files.write(expected, file.getValue(), UTF_8);
      }
      assertThat(file.getValue()).as(file.getKey()).isEqualTo(Files.readAllLines(expected, UTF_8));
    }
  }

  static List<String> deliveries() throws IOException {
    return paths("").stream()
        .filter(path -> !path.endsWith(EXPECTED) && !path.endsWith(VERDICTS))
        .toList();
  }

  static Catalog catalog() throws IOException, CatalogException {
    return CatalogReader.read(Path.of("data-lake", "reference"));
  }

  /** {@code 2 accepted}, {@code 甲!3 quarantined not-a-number}: every row read, by path. */
  private static Map<String, List<String>> verdicts() throws IOException, CatalogException {
    Catalog catalog = catalog();
    List<Delivery> deliveries = new ArrayList<>();
    for (String path : deliveries()) {
      String form = InboxPath.parse(path).orElseThrow().form();
      deliveries.add(new Delivery(path, INBOX.resolve(path).toUri().toString(), form, DAY));
    }
    Dataset<Row> returns = Ingest.returns(TestSession.get(), deliveries, catalog.forms()).persist();
    try {
      Map<String, List<String>> verdicts = new TreeMap<>();
      Dataset<Row> judged = Check.verdicts(returns, catalog, DAY).persist();
      Accounting.assertHolds(returns, judged);
      for (Row row :
          judged
              .select(
                  VerdictTable.PATH,
                  VerdictTable.SHEET,
                  VerdictTable.ROW_NUMBER,
                  VerdictTable.VERDICT,
                  VerdictTable.REASONS)
              .orderBy(VerdictTable.PATH, VerdictTable.SHEET, VerdictTable.ROW_NUMBER)
              .collectAsList()) {
        verdicts.computeIfAbsent(row.getString(0), path -> new ArrayList<>()).add(line(row));
      }
      judged.unpersist();
      return verdicts;
    } finally {
      returns.unpersist();
    }
  }

  private static String line(Row row) {
    String sheet = row.getString(1).isEmpty() ? "" : row.getString(1) + "!";
    String reasons = String.join(", ", row.<String>getList(4).stream().sorted().toList());
    return (sheet + row.getInt(2) + " " + row.getString(3) + " " + reasons).strip();
  }

  private static List<String> paths(String ending) throws IOException {
    try (Stream<Path> files = Files.walk(INBOX)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> INBOX.relativize(file).toString().replace('\\', '/'))
          .filter(path -> InboxPath.parse(path).isPresent() && path.endsWith(ending))
          .sorted()
          .toList();
    }
  }

  private static void assertYieldsExpected(DeliveryDecoder decoder, String path)
      throws IOException {
    List<String> decoded = Decoded.lines(decoder, path, Files.readAllBytes(INBOX.resolve(path)));
    Path file = INBOX.resolve(path + EXPECTED);
    if (IS_WRITING && !Files.exists(file)) {
      Files.write(file, decoded, UTF_8);
    }
    List<String> expected = Files.readAllLines(file, UTF_8);
    String first = expected.get(0);
    if (first.endsWith("*")) {
      // The rest is the reader's own wording.
      assertThat(decoded)
          .singleElement()
          .asString()
          .startsWith(first.substring(0, first.length() - 1));
    } else {
      assertThat(decoded).containsExactlyElementsOf(expected);
    }
  }
}
