package jindu.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import jindu.catalog.Catalog;
import jindu.core.Quarter;
import jindu.sample.Sample;
import jindu.sample.SampleOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sample}: synthetic returns whose totals are the published ones. */
@Command(name = "sample", mixinStandardHelpOptions = true)
final class SampleCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions options;

  @Option(names = "--units", paramLabel = "N")
  private int units = SampleOptions.DEFAULT.units();

  @Option(names = "--seed", paramLabel = "S")
  private long seed = SampleOptions.DEFAULT.seed();

  @Option(names = "--from", paramLabel = "QUARTER", converter = QuarterConverter.class)
  private Quarter from = SampleOptions.DEFAULT.from();

  @Option(names = "--to", paramLabel = "QUARTER", converter = QuarterConverter.class)
  private Quarter to = SampleOptions.DEFAULT.to();

  @Override
  public Integer call() throws Exception {
    Catalog catalog = OpenLake.catalog(options);
    Path lake = OpenLake.folder(options);
    Path inbox = lake.resolve("inbox");
    Sample.write(catalog, inbox, new SampleOptions(units, seed, from, to));
    Sample.writeNotice(lake.resolve("reference"));
    spec.commandLine().getErr().println(options.messages().text("cli.sample-written", inbox));
    return ExitCode.DONE;
  }
}
