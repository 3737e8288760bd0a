package jindu.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import jindu.benchmark.DuckDbPeer;
import jindu.benchmark.Floor;
import jindu.benchmark.MeasuredLake;
import jindu.benchmark.PeerScripts;
import jindu.benchmark.StoredCells;
import jindu.catalog.CatalogReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * What the benchmark starts as processes of their own, by the same launcher and so with the same
 * settings as the commands they stand beside. Nobody else has a use for them.
 */
final class BenchmarkParts {

  private BenchmarkParts() {}

  /** Makes a lake to measure on. */
  @Command(name = "sample", hidden = true)
  static final class SamplePart implements Callable<Integer> {

    @Option(names = "--units", required = true, paramLabel = "N")
    private int units;

    @Option(names = "--reference", required = true, paramLabel = "DIR")
    private Path reference;

    @Option(names = "--to", required = true, paramLabel = "DIR")
    private Path target;

    @Override
    public Integer call() throws Exception {
      MeasuredLake.make(target, reference, units);
      return ExitCode.DONE;
    }
  }

  /** Writes the stored cells down as Parquet. */
  @Command(name = "cells", hidden = true)
  static final class CellsPart implements Callable<Integer> {

    @Option(names = "--lake", required = true, paramLabel = "DIR")
    private Path lake;

    @Option(names = "--to", required = true, paramLabel = "DIR")
    private Path target;

    @Override
    public Integer call() {
      StoredCells.write(lake, target);
      return ExitCode.DONE;
    }
  }

  /** The floor of a night. */
  @Command(name = "floor", hidden = true)
  static final class FloorPart implements Callable<Integer> {

    @Option(names = "--lake", required = true, paramLabel = "DIR")
    private Path before;

    @Option(names = "--tonight", required = true, paramLabel = "DIR")
    private Path tonight;

    @Option(names = "--after", required = true, paramLabel = "DIR")
    private Path after;

    @Option(names = "--to", required = true, paramLabel = "DIR")
    private Path target;

    @Override
    public Integer call() throws Exception {
      Floor.run(before, tonight, after, target);
      return ExitCode.DONE;
    }
  }

  /** A rebuild by DuckDB; says on standard error how long each script took. */
  @Command(name = "duckdb", hidden = true)
  static final class DuckDbPart implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(names = "--lake", required = true, paramLabel = "DIR")
    private Path lake;

    @Option(names = "--scripts", required = true, paramLabel = "DIR")
    private Path scripts;

    @Option(names = "--form", required = true, paramLabel = "NAME")
    private String form;

    @Option(names = "--to", required = true, paramLabel = "DIR")
    private Path target;

    @Override
    public Integer call() throws Exception {
      PrintWriter words = spec.commandLine().getErr();
      DuckDbPeer.run(
          CatalogReader.read(lake.resolve("reference")),
          PeerScripts.of(scripts, form),
          lake,
          target,
          (script, seconds) ->
              words.println(String.format(Locale.ROOT, "%s %.2f", script, seconds)));
      return ExitCode.DONE;
    }
  }
}
