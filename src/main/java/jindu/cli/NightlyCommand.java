package jindu.cli;

import java.util.concurrent.Callable;
import jindu.run.NightResult;
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

  @Override
  public Integer call() throws Exception {
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
