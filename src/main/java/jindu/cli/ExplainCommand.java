package jindu.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import jindu.catalog.Catalog;
import jindu.core.Cell;
import jindu.core.VisibleText;
import jindu.run.Explain;
import jindu.run.Explanation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explain}: why a number is what it is. */
@Command(name = "explain", mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions options;

  @Option(names = "--json", descriptionKey = "help.json")
  private boolean json;

  @Parameters(index = "0", paramLabel = "INDICATOR")
  private String indicator;

  @Parameters(index = "1", paramLabel = "TOWNSHIP")
  private String township;

  @Parameters(index = "2", paramLabel = "SECTOR")
  private String sector;

  @Parameters(index = "3", paramLabel = "QUARTER")
  private String quarter;

  @Override
  public Integer call() throws Exception {
    Catalog catalog = OpenLake.catalog(options);
    CellArguments arguments = new CellArguments(catalog, options.messages());
    Optional<Cell> cell = arguments.cell(indicator, township, sector, quarter);
    if (cell.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          arguments.problems().stream()
              .map(VisibleText::of)
              .collect(Collectors.joining(System.lineSeparator())));
    }
    Explanation explanation =
        Explain.of(options.lake, options.master, catalog, cell.get(), Clock.systemUTC());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(ExplanationJson.of(explanation));
    } else {
      new ExplanationReport(explanation, options.messages()).print(out);
    }
    return ExitCode.DONE;
  }
}
