package jindu.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import jindu.benchmark.CellComparison;
import jindu.benchmark.DuckDbPeer;
import jindu.benchmark.PeerScripts;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogReader;
import jindu.sample.Sample;
import jindu.sample.SampleOptions;
import jindu.table.CellTable;
import jindu.table.QuarantineTable;
import org.apache.spark.sql.SaveMode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The scripts that the benchmark measures beside us find the same cells from the same returns, in
 * files that one reader of CSV reads, and refuse as many rows.
 */
class DuckDbPeerTest {

  private static final Path SCRIPTS = Path.of("jobs", "benchmark", "duckdb").toAbsolutePath();

  @TempDir private static Path folder;

  private static Catalog catalog;

  @BeforeAll
  static void deliverThePlainSample() throws Exception {
    Path lake = folder.resolve("lake");
    SampleLake.copyReference(lake);
    catalog = CatalogReader.read(lake.resolve("reference"));
    Sample.writePlain(catalog, lake.resolve("inbox"), SampleOptions.DEFAULT);
    SampleLake.get()
        .table(CellTable.DEFINITION)
        .coalesce(1)
        .write()
        .mode(SaveMode.Overwrite)
        .parquet(folder.resolve("cells").toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"natural", "fastest"})
  void everyCellIsTheSame(String form) throws Exception {
    Path made = folder.resolve(form);
    List<Path> scripts = PeerScripts.of(SCRIPTS, form);
    DuckDbPeer.run(catalog, scripts, folder.resolve("lake"), made, (script, seconds) -> {});

    Path published = made.resolve("published");
    CellComparison comparison =
        CellComparison.of(
            folder.resolve("cells/*.parquet"), published.resolve("indicator.parquet"));
    assertThat(comparison.examples()).isEmpty();
    assertThat(comparison.isSame()).isTrue();
    try (DuckDb duck = DuckDb.open()) {
      String refused =
          "SELECT count(*) FROM " + DuckDb.parquet(published.resolve("quarantine.parquet"));
      assertThat(duck.number(refused))
          .isEqualTo(SampleLake.get().table(QuarantineTable.DEFINITION).count());
    }
  }
}
