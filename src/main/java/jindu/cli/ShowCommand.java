package jindu.cli;

import java.util.concurrent.Callable;
import jindu.catalog.Catalog;
import jindu.core.Quarter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code show}: a published table in the terminal. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Prints a published table: headline. 在终端显示已发布的表。")
final class ShowCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions options;

  @Parameters(paramLabel = "TABLE", description = "headline")
  private String table;

  @Option(
      names = "--quarter",
      paramLabel = "QUARTER",
      converter = QuarterConverter.class,
      description = "e.g. 2021-Q3 (default: the latest). 季度。")
  private Quarter quarter;

  @Override
  public Integer call() throws Exception {
    if (!table.equals("headline")) {
      throw new ParameterException(
          spec.commandLine(), options.messages().text("cli.unknown-table", table));
    }
    Catalog catalog = OpenLake.catalog(options);
    HeadlineReport report = HeadlineReport.read(options, catalog);
    Quarter shown = quarter == null ? report.latest() : quarter;
    if (!report.has(shown)) {
      throw new ParameterException(
          spec.commandLine(),
          options.messages().text("cli.quarter-not-published", shown, report.latest()));
    }
    report.print(spec.commandLine().getOut(), shown);
    return ExitCode.DONE;
  }
}
