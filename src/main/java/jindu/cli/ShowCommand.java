package jindu.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import jindu.catalog.Catalog;
import jindu.core.Quarter;
import jindu.run.Publication;
import org.apache.spark.sql.AnalysisException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code show}: a published table in the terminal. */
@Command(name = "show", mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {

  private static final List<PublishedReport> REPORTS =
      List.of(
          new HeadlineReport(),
          new WeakReport(),
          new TownshipReport(),
          new MilestoneReport(),
          new ProjectReport(),
          new QualityReport(),
          new RevisionReport());

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions options;
  @Mixin private PublicationOption which;

  @Parameters(paramLabel = "TABLE")
  private String table;

  @Option(names = "--quarter", paramLabel = "QUARTER", converter = QuarterConverter.class)
  private Quarter quarter;

  @Option(names = "--where", paramLabel = "CONDITION")
  private String condition;

  @Option(names = "--rows", paramLabel = "N", defaultValue = "60")
  private int most;

  @Option(names = "--json", descriptionKey = "help.json-rows")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    PublishedReport report =
        REPORTS.stream()
            .filter(each -> each.name().equals(table))
            .findFirst()
            .orElseThrow(() -> wrong("unknown-table", table, names()));
    if (most < 1) {
      throw wrong("rows-wrong", Integer.toString(most));
    }
    Catalog catalog = OpenLake.catalog(options);
    Publication publication = which.find(options.lake);
    if (which.isGiven()) {
      // Not among the rows that a program reads.
      PrintWriter said = json ? spec.commandLine().getErr() : spec.commandLine().getOut();
      said.println(PublicationOption.heading(publication, options.messages()));
    }
    ShownTable shown = narrowed(ShownTable.read(report, publication, options));
    Quarter wanted = quarter == null ? shown.latest() : quarter;
    if (json) {
      shown.printJson(spec.commandLine().getOut(), wanted);
      return ExitCode.DONE;
    }
    ReportWords words = new ReportWords(catalog, options.messages(), Ansi.AUTO);
    if (!shown.print(spec.commandLine().getOut(), wanted, most, words)) {
      throw condition == null
          ? wrong("quarter-not-published", wanted, shown.latest())
          : wrong("no-such-rows", wanted, condition);
    }
    return ExitCode.DONE;
  }

  private ShownTable narrowed(ShownTable shown) {
    if (condition == null) {
      return shown;
    }
    try {
      return shown.where(condition);
    } catch (AnalysisException wrong) {
      throw wrong("condition-wrong", condition, wrong.getMessage().lines().findFirst().orElse(""));
    }
  }

  private ParameterException wrong(String key, Object... arguments) {
    return new ParameterException(
        spec.commandLine(), options.messages().text("cli." + key, arguments));
  }

  /** The tables that may be shown. */
  static String names() {
    return REPORTS.stream().map(PublishedReport::name).collect(Collectors.joining(", "));
  }
}
