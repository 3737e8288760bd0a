package jindu.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jindu.TestSession;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogException;
import jindu.check.Check;
import jindu.table.ReturnTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever happens to a file on its way, it yields rows or one refusal, never an exception, and
 * every row of it gets exactly one verdict.
 */
final class MutationLawTest {

  /** {@code -Djindu.seed=1} tries others. */
  private static final long SEED = Long.getLong("jindu.seed", 20_210_731L);

  private static final int MUTATIONS = 20_000;
  private static final LocalDate DAY = LocalDate.of(2020, 7, 8);

  @TempDir Path inbox;

  @Test
  void everyMutatedFileIsAccountedForByIngestAndCheck() throws IOException, CatalogException {
    System.out.println("Mutations by seed " + SEED);
    Map<String, Integer> lines = new HashMap<>();
    List<Delivery> deliveries = mutated(lines);
    deliveries.add(delivery("MLK/register.csv", DeliveryFilesTest.INBOX));
    Catalog catalog = DeliveryFilesTest.catalog();
    Dataset<Row> returns = Ingest.returns(TestSession.get(), deliveries, catalog.forms()).persist();
    try {
      Map<String, List<Row>> rows = new HashMap<>();
      returns
          .select(
              ReturnTable.PATH,
              ReturnTable.SHEET,
              ReturnTable.ROW_NUMBER,
              ReturnTable.REFUSAL,
              ReturnTable.REFUSAL_DETAIL)
          .collectAsList()
          .forEach(
              row -> rows.computeIfAbsent(row.getString(0), path -> new ArrayList<>()).add(row));
      assertThat(rows).hasSize(MUTATIONS + 1);
      assertThat(rows.keySet().stream().map(path -> path.split("/", -1)[0]))
          .contains("B204-1", "MLK", "206-1", "GZ-1");
      rows.forEach((path, ofFile) -> assertRowsOrOneRefusal(path, ofFile, lines));
      Accounting.assertHolds(returns, Check.verdicts(returns, catalog, DAY));
      System.out.println(shares(rows));
    } finally {
      returns.unpersist();
    }
  }

  private List<Delivery> mutated(Map<String, Integer> lines) throws IOException {
    Mutations mutations = new Mutations(SEED);
    List<Delivery> deliveries = new ArrayList<>();
    for (int mutation = 0; mutation < MUTATIONS; mutation++) {
      Map.Entry<String, byte[]> mutated = mutations.next();
      String path = mutated.getKey().replace("/", "/" + mutation + "-");
      Files.createDirectories(inbox.resolve(path).getParent());
      Files.write(inbox.resolve(path), mutated.getValue());
      deliveries.add(delivery(path, inbox));
      if (!path.endsWith(".xlsx")) {
        lines.put(path, lines(mutated.getValue()));
      }
    }
    return deliveries;
  }

  private static Delivery delivery(String path, Path inbox) {
    String form = InboxPath.parse(path).orElseThrow().form();
    return new Delivery(path, inbox.resolve(path).toUri().toString(), form, DAY);
  }

  private static void assertRowsOrOneRefusal(
      String path, List<Row> rows, Map<String, Integer> lines) {
    String where = "seed " + SEED + ", " + path;
    Set<String> places = new HashSet<>();
    for (Row row : rows) {
      boolean isRefusal = row.getString(3) != null;
      assertThat(isRefusal).as(where).isEqualTo(row.getInt(2) == 0);
      assertThat(isRefusal).as(where).isEqualTo(row.getString(4) != null);
      assertThat(isRefusal && rows.size() > 1).as(where).isFalse();
      assertThat(places.add(row.getString(1) + "!" + row.getInt(2))).as(where).isTrue();
    }
    assertThat(rows.size())
        .as("%s: rows against lines", where)
        .isLessThanOrEqualTo(lines.getOrDefault(path, Integer.MAX_VALUE));
  }

  /** How many files each refusal took, so that a person sees whether the mutations still bite. */
  private static Map<String, Integer> shares(Map<String, List<Row>> rows) {
    Map<String, Integer> shares = new TreeMap<>();
    rows.values()
        .forEach(
            ofFile -> {
              String refusal = ofFile.get(0).getString(3);
              shares.merge(refusal == null ? "read" : refusal, 1, Integer::sum);
            });
    return shares;
  }

  private static int lines(byte[] bytes) {
    int lines = 1;
    for (byte each : bytes) {
      lines += each == '\n' || each == '\r' ? 1 : 0;
    }
    return lines;
  }
}
