package jindu.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import jindu.core.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: a command a subcommand. */
@Command(
    name = "jindu",
    mixinStandardHelpOptions = true,
    subcommands = {
      DemoCommand.class,
      NightlyCommand.class,
      CheckCommand.class,
      RebuildCommand.class,
      SampleCommand.class,
      ShowCommand.class,
      ExplainCommand.class,
      PublishCommand.class,
      HistoryCommand.class,
      StatusCommand.class,
      MaintainCommand.class,
      SqlCommand.class,
      ServeCommand.class,
      BenchmarkCommand.class
    })
public final class Jindu {

  private Jindu() {}

  /** Runs the command that the arguments name and returns its exit code. */
  public static int execute(String... arguments) {
    CommandLine commandLine = commandLine(AskedLanguage.of(arguments));
    commandLine.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    commandLine.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    commandLine.setExecutionExceptionHandler(Failures::report);
    commandLine.setParameterExceptionHandler(new WrongArguments());
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setUsageHelpAutoWidth(true);
    return commandLine.execute(arguments);
  }

  /** The commands, with help in the language of the messages. */
  static CommandLine commandLine(Messages messages) {
    CommandLine jindu = new CommandLine(new Jindu()).setResourceBundle(messages.words());
    jindu
        .getSubcommands()
        .values()
        .forEach(command -> command.getCommandSpec().versionProvider(new Version(messages)));
    jindu.getCommandSpec().versionProvider(new Version(messages));
    return jindu;
  }
}
