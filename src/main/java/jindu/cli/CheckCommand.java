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
@Command(name = "check", mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions options;
  @Mixin private AsOfOption asOf;

  @Option(names = "--form", paramLabel = "F")
  private String form;

  @Option(names = "--json", descriptionKey = "help.json")
  private boolean json;

  @Parameters(paramLabel = "FILE", arity = "1..*")
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
