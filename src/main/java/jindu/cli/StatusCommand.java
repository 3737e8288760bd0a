package jindu.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import jindu.run.LakeStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code status}: who holds the lake, how the last batch ended, and what waits. */
@Command(name = "status", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions options;

  @Option(names = "--json", descriptionKey = "help.json")
  private boolean json;

  @Option(names = "--prometheus", paramLabel = "FILE")
  private Path prometheus;

  @Override
  public Integer call() throws Exception {
    OpenLake.catalog(options);
    LakeStatus status = LakeStatus.of(options.lake, options.master, Clock.systemUTC());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(StatusJson.of(status));
    } else {
      new StatusReport(options.messages()).lines(status).forEach(out::println);
    }
    if (prometheus != null) {
      PrometheusFile.write(prometheus, status);
    }
    return ExitCode.DONE;
  }
}
