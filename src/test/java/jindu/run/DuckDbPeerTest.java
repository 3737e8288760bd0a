package jindu.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import jindu.benchmark.DuckDbPeer;
import jindu.benchmark.FigureComparison;
import jindu.benchmark.PeerScripts;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogReader;
import jindu.sample.DeliveryFormat;
import jindu.sample.Sample;
import jindu.sample.SampleOptions;
import jindu.table.CellTable;
import jindu.table.PlanProgressTable;
import jindu.table.QuarantineTable;
import jindu.table.TableDefinition;
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
    Sample.writePlain(catalog, lake.resolve("inbox"), SampleOptions.DEFAULT, DeliveryFormat.UTF_8);
    write(CellTable.DEFINITION, "cells");
    write(PlanProgressTable.UNPROTECTED, "progress");
  }

  private static void write(TableDefinition table, String name) throws Exception {
    SampleLake.get()
        .table(table)
        .coalesce(1)
        .write()
        .mode(SaveMode.Overwrite)
        .parquet(folder.resolve(name).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"natural", "fastest"})
  void everyCellIsTheSame(String form) throws Exception {
    Path made = folder.resolve(form);
    List<Path> scripts = PeerScripts.of(SCRIPTS, form);
    DuckDbPeer.run(catalog, scripts, folder.resolve("lake"), made, (script, seconds) -> {});

    Path published = made.resolve("published");
    FigureComparison comparison =
        FigureComparison.ofCells(
            folder.resolve("cells/*.parquet"), published.resolve("indicator.parquet"));
    assertThat(comparison.examples()).isEmpty();
    assertThat(comparison.isSame()).isTrue();
    FigureComparison completion =
        FigureComparison.ofCompletion(
            folder.resolve("progress/*.parquet"), published.resolve("completion.parquet"));
    assertThat(completion.examples()).isEmpty();
    assertThat(completion.isSame()).isTrue();
    try (DuckDb duck = DuckDb.open()) {
      String refused =
          "SELECT count(*) FROM " + DuckDb.parquet(published.resolve("quarantine.parquet"));
      assertThat(duck.number(refused))
          .isEqualTo(SampleLake.get().table(QuarantineTable.DEFINITION).count());
    }
  }
}
