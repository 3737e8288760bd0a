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
@Command(
    name = "nightly",
    mixinStandardHelpOptions = true,
    description = "Ingest, check, aggregate, assess, protect, publish. 夜间作业：从收件到发布。")
final class NightlyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions options;
  @Mixin private AsOfOption asOf;
  @Mixin private ResultHook hook;

  @Option(
      names = "--strict",
      description = "Exit 3 when rows were refused (after publishing). 有退回行时返回 3。")
  private boolean strict;

  @Option(
      names = "--json",
      description = "Machine-readable result on standard output. 以 JSON 输出结果。")
  private boolean json;

  @Option(
      names = "--dry-run",
      description = "Says what would be read, computed and changed. 只说明将读取、计算和变更的内容。")
  private boolean dryRun;

  @Option(
      names = "--prometheus",
      paramLabel = "FILE",
      description =
          "Writes figures of the batch for Prometheus' text collector. 写 Prometheus 指标文件。")
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
