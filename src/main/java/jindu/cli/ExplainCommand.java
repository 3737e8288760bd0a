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
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = {
      "The units, returns, files and rows behind one number, and what moved it since it was"
          + " published. Internal: holds single respondents' figures.",
      "一个数由哪些单位、报表、文件和行构成，发布以来因何变动。内部数据，含单个调查对象资料。"
    })
final class ExplainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions options;

  @Option(
      names = "--json",
      description = "Machine-readable result on standard output. 以 JSON 输出结果。")
  private boolean json;

  @Parameters(
      index = "0",
      paramLabel = "INDICATOR",
      description = "Code or title, e.g. retail_sales. 指标代码或名称。")
  private String indicator;

  @Parameters(
      index = "1",
      paramLabel = "TOWNSHIP",
      description = "Code or name; ALL is the district. 镇办代码或名称，ALL 为全区。")
  private String township;

  @Parameters(
      index = "2",
      paramLabel = "SECTOR",
      description = "ALL, P1 to P3, a section letter or a two-digit division. 行业。")
  private String sector;

  @Parameters(index = "3", paramLabel = "QUARTER", description = "e.g. 2021-Q3. 季度。")
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
