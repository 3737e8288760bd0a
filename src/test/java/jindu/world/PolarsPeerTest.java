package jindu.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import jindu.benchmark.DuckDbPeer;
import jindu.benchmark.FigureComparison;
import jindu.benchmark.PeerScripts;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogReader;
import jindu.run.DuckDb;
import jindu.sample.DeliveryFormat;
import jindu.sample.Sample;
import jindu.sample.SampleOptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the benchmark runs in Polars finds the figures that its scripts for DuckDB find, and refuses
 * the same rows for the same reasons; those are held to ours in every build.
 */
@Tag("world")
class PolarsPeerTest {

  private static final Path BENCHMARK = Path.of("jobs", "benchmark").toAbsolutePath();
  private static final Path REFERENCE = Path.of("data-lake", "reference").toAbsolutePath();

  @TempDir private static Path folder;

  @BeforeAll
  static void rebuildWithBoth() throws Exception {
    Path lake = Files.createDirectories(folder.resolve("lake"));
    Files.createSymbolicLink(lake.resolve("reference"), REFERENCE);
    Catalog catalog = CatalogReader.read(REFERENCE);
    Sample.writePlain(catalog, lake.resolve("inbox"), SampleOptions.DEFAULT, DeliveryFormat.UTF_8);
    DuckDbPeer.run(
        catalog,
        PeerScripts.of(BENCHMARK.resolve("duckdb"), "natural"),
        lake,
        folder.resolve("duckdb"),
        (script, seconds) -> {});
    WorldProcess.run(
        BENCHMARK.resolve("polars").resolve("run").toString(),
        lake.toString(),
        folder.resolve("polars").toString());
  }

  @Test
  void everyCellIsTheSame() throws Exception {
    FigureComparison comparison =
        FigureComparison.ofCells(
            published("duckdb", "indicator"), published("polars", "indicator"));

    assertThat(comparison.examples()).isEmpty();
    assertThat(comparison.isSame()).isTrue();
  }

  @Test
  void asMuchOfThePlanIsDone() throws Exception {
    assertSame(
        "completion", "target_id, year::INTEGER, quarter::INTEGER, completion_pct::DECIMAL(28,4)");
  }

  @Test
  void theSameRowsAreRefusedForTheSameReasons() throws Exception {
    assertSame("quarantine", "form, unit_key, period, received, list_sort(problems)");
  }

  private static void assertSame(String table, String columns) throws Exception {
    String rows = "SELECT " + columns + " FROM read_parquet('%s')";
    String theirs = rows.formatted(published("duckdb", table));
    String polars = rows.formatted(published("polars", table));
    try (DuckDb duck = DuckDb.open()) {
      assertThat(duck.rows(theirs)).isNotEmpty();
      assertThat(duck.rows(theirs + " EXCEPT ALL " + polars)).isEmpty();
      assertThat(duck.rows(polars + " EXCEPT ALL " + theirs)).isEmpty();
    }
  }

  private static Path published(String peer, String table) {
    return folder.resolve(peer).resolve("published").resolve(table + ".parquet");
  }
}
