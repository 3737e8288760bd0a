package jindu.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import jindu.catalog.Catalog;
import jindu.run.BatchLog;
import jindu.run.ProtectionAudit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code history}: what the ledger says of the last batches, and of what they withheld. */
@Command(name = "history", mixinStandardHelpOptions = true)
final class HistoryCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions options;

  @Option(names = "--protection")
  private boolean protection;

  @Option(names = "--rows", paramLabel = "N", defaultValue = "20")
  private int most;

  @Option(names = "--json", descriptionKey = "help.json-rows")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    Catalog catalog = OpenLake.catalog(options);
    PrintWriter out = spec.commandLine().getOut();
    if (protection) {
      Optional<ProtectionAudit> audit = ProtectionAudit.of(options.lake, options.master);
      if (audit.isEmpty()) {
        out.println(options.messages().text("cli.history-none"));
      } else if (json) {
        HistoryJson.of(audit.get()).forEach(out::println);
      } else {
        new ProtectionReport(catalog, options.messages()).lines(audit.get()).forEach(out::println);
      }
      return ExitCode.DONE;
    }
    List<BatchLog.Batch> batches = BatchLog.of(options.lake, options.master);
    List<BatchLog.Batch> last = batches.subList(Math.max(0, batches.size() - most), batches.size());
    if (json) {
      HistoryJson.of(last).forEach(out::println);
    } else {
      new BatchReport(options.messages()).lines(last).forEach(out::println);
    }
    return ExitCode.DONE;
  }
}
