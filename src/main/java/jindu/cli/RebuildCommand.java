package jindu.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import jindu.core.Messages;
import jindu.run.Progress;
import jindu.run.Rebuild;
import jindu.run.RebuildResult;
import jindu.run.TableDifference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rebuild}: everything from the stored returns, compared with what is there. */
@Command(name = "rebuild", mixinStandardHelpOptions = true)
final class RebuildCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions options;
  @Mixin private AsOfOption asOf;

  @Option(names = "--replace")
  private boolean replace;

  @Option(names = "--json", descriptionKey = "help.json")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    OpenLake.catalog(options);
    RebuildResult result;
    PrintWriter words = spec.commandLine().getErr();
    try (StageProgress progress = new StageProgress(words, options.messages())) {
      result =
          Rebuild.run(
              options.lake,
              options.master,
              asOf.day(),
              replace,
              Clock.systemUTC(),
              options.quiet ? Progress.SILENT : progress);
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(RebuildJson.of(result));
    } else {
      print(result, out, options.messages());
    }
    return result.isSame() || result.batch() != null ? ExitCode.DONE : ExitCode.DIFFERENT;
  }

  static void print(RebuildResult result, PrintWriter out, Messages messages) {
    for (TableDifference table : result.tables()) {
      out.println(
          messages.text(
              table.isNone() ? "cli.rebuild-same" : "cli.rebuild-table",
              table.table(),
              Long.toString(table.missing()),
              Long.toString(table.extra()),
              Long.toString(table.different())));
      table.firstKeys().forEach(key -> out.println("  " + key));
    }
    String against =
        result.publication() == null
            ? messages.text("cli.rebuild-stored")
            : messages.text("cli.rebuild-published", result.publication());
    String found = result.isSame() ? "cli.rebuild-agrees" : "cli.rebuild-differs";
    out.println(messages.text(found, result.asOf(), against));
    if (result.batch() != null) {
      out.println(messages.text("cli.rebuild-replaced", result.batch()));
    } else if (!result.isSame() && result.publication() == null) {
      out.println(messages.text("cli.rebuild-mend"));
    }
  }
}
