package jindu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import jindu.run.LakeStatus;
import jindu.run.NightPlan;
import jindu.run.NightResult;
import jindu.run.RunException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nightly}: everything from the inbox to the publication, only when something is new. */
@Command(name = "nightly", mixinStandardHelpOptions = true)
final class NightlyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions options;
  @Mixin private AsOfOption asOf;
  @Mixin private ResultHook hook;

  @Option(names = "--strict")
  private boolean strict;

  @Option(names = "--json", descriptionKey = "help.json")
  private boolean json;

  @Option(names = "--dry-run")
  private boolean dryRun;

  @Option(names = "--prometheus", paramLabel = "FILE")
  private Path prometheus;

  @Override
  public Integer call() throws Exception {
    if (dryRun) {
      return tellPlan();
    }
    try {
      return runNight();
    } finally {
      writeFigures();
    }
  }

  /** Whatever becomes of it, the night is what it is: its exit code and its error stay. */
  private void writeFigures() {
    if (prometheus == null) {
      return;
    }
    try {
      PrometheusFile.write(
          prometheus, LakeStatus.of(options.lake, options.master, Clock.systemUTC()));
    } catch (RunException | IOException | RuntimeException e) {
      spec.commandLine()
          .getErr()
          .println(options.messages().text("cli.figures-not-written", prometheus, e.toString()));
    }
  }

  private int tellPlan() throws Exception {
    NightPlan plan =
        NightPlan.of(
            options.lake, options.master, OpenLake.catalog(options), asOf.day(), Clock.systemUTC());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(PlanJson.of(plan));
    } else {
      new PlanOfNight(options.messages()).lines(plan).forEach(out::println);
    }
    return ExitCode.DONE;
  }

  private int runNight() throws Exception {
    NightRun night = new NightRun(options, spec.commandLine().getErr());
    NightResult result = night.run(OpenLake.catalog(options), asOf);
    night.tell(result);
    night.tellWhere(result);
    if (json) {
      spec.commandLine().getOut().println(NightJson.of(result));
    }
    int code = strict && result.quarantined() > 0 ? ExitCode.REFUSED_ROWS : ExitCode.DONE;
    hook.after(result, code, spec.commandLine().getErr(), options.messages());
    return code;
  }
}
