package jindu.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import jindu.catalog.Catalog;
import jindu.run.CheckRequest;
import jindu.run.CheckResult;
import jindu.run.FileCheck;
import jindu.run.RunException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check}: the night's verdict on files, before they are delivered. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Judges files as the nightly would; writes nothing. 报送前审核：只看不写。")
final class CheckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions options;
  @Mixin private AsOfOption asOf;

  @Option(
      names = "--form",
      paramLabel = "F",
      description = "The form of the files (default: the folder's name, else by the header). 报表表号。")
  private String form;

  @Option(
      names = "--json",
      description = "Machine-readable result on standard output. 以 JSON 输出结果。")
  private boolean json;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Returns to judge. 待审核的报表文件。")
  private List<Path> files;

  @Override
  public Integer call() throws Exception {
    Catalog catalog = OpenLake.catalogOrOwn(options, spec.commandLine().getErr());
    if (form != null && !catalog.forms().containsKey(form)) {
      throw new RunException(
          RunException.Kind.NO_FORM, form, String.join(", ", catalog.forms().keySet()));
    }
    CheckResult result =
        FileCheck.run(
            new CheckRequest(
                options.lake,
                options.master,
                catalog,
                asOf.day(),
                Optional.ofNullable(form),
                files),
            Clock.systemUTC());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(CheckJson.of(result));
    } else {
      new CheckReport(result, options.messages()).print(out);
    }
    return result.refused().isEmpty() ? ExitCode.DONE : ExitCode.REFUSED_ROWS;
  }
}
