package jindu.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import jindu.run.SwitchBack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code publish --back}: an earlier publication is in force again. */
@Command(name = "publish", mixinStandardHelpOptions = true)
final class PublishCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions options;

  @Option(names = "--back", required = true, paramLabel = "ID")
  private String publication;

  @Option(names = "--reason", required = true, paramLabel = "TEXT")
  private String reason;

  @Override
  public Integer call() throws Exception {
    if (reason.isBlank()) {
      throw new ParameterException(spec.commandLine(), options.messages().text("cli.no-reason"));
    }
    String before =
        SwitchBack.run(options.lake, options.master, publication, reason, Clock.systemUTC());
    String key = before.equals(publication) ? "cli.in-force-already" : "cli.switched-back";
    spec.commandLine().getOut().println(options.messages().text(key, publication, before));
    return ExitCode.DONE;
  }
}
