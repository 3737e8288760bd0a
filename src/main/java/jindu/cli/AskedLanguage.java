package jindu.cli;

import java.util.Locale;
import jindu.core.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The language that {@code --lang} names anywhere among the arguments, else that of the locale. For
 * what is said before a command has read its arguments, or because it cannot: the help, and what is
 * wrong with them.
 */
final class AskedLanguage {

  private AskedLanguage() {}

  static Messages of(String... arguments) {
    // Nothing is refused here: the command itself does that, in the language found.
    OptionSpec option = OptionSpec.builder("--lang").type(String.class).arity("0..1").build();
    String named =
        new CommandLine(CommandSpec.create().addOption(option))
            .setUnmatchedArgumentsAllowed(true)
            .setOverwrittenOptionsAllowed(true)
            .parseArgs(arguments)
            .matchedOptionValue("--lang", "");
    return Messages.of(
        named.isEmpty() ? new CommonOptions().language : named.toLowerCase(Locale.ROOT));
  }
}
