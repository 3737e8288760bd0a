package jindu.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/** Says which argument is wrong and where the right ones are listed; the list would bury it. */
final class WrongArguments implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(wrong.getMessage());
    String name = command.getCommandSpec().qualifiedName();
    err.println(AskedLanguage.of(arguments).text("cli.see-help", "jobs/" + name + " --help"));
    return ExitCode.WRONG_INPUT;
  }
}
