package jindu.cli;

import java.io.PrintWriter;
import java.util.Locale;
import jindu.core.Messages;
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
    err.println(messages(arguments).text("cli.see-help", "jobs/" + name + " --help"));
    return ExitCode.WRONG_INPUT;
  }

  /** The language is read off the arguments, for they could not be parsed. */
  private static Messages messages(String[] arguments) {
    String language = new CommonOptions().language;
    for (int i = 0; i + 1 < arguments.length; i++) {
      if (arguments[i].equals("--lang")) {
        language = arguments[i + 1].toLowerCase(Locale.ROOT);
      }
    }
    return Messages.of(language);
  }
}
