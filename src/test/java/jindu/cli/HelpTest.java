package jindu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jindu.core.Messages;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** The help is in the language of its reader, and all its words are in the message files. */
class HelpTest {

  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

  /** Where the message files have what picocli looks up. */
  private static final List<String> SECTIONS =
      List.of("usage.", "mixinStandardHelpOptions.", "help.", "jindu.");

  /** The commands whose words are looked at; a list that was empty would agree with anything. */
  private static final List<String> SOME =
      List.of("jindu", "jindu nightly", "jindu show", "jindu explain", "jindu benchmark");

  @Test
  void theCommandsThemselvesHaveNoWords() {
    List<String> seen = new ArrayList<>();
    for (CommandSpec command : commands(new CommandLine(Jindu.class))) {
      String name = command.qualifiedName();
      seen.add(name);
      assertThat(command.usageMessage().description()).as(name).isEmpty();
      assertThat(command.usageMessage().header()).as(name).isEmpty();
      assertThat(command.usageMessage().footer()).as(name).isEmpty();
      for (ArgSpec argument : command.args()) {
        if (!isStandard(argument)) {
          assertThat(argument.description()).as(name + " " + argument).isEmpty();
        }
      }
    }
    assertThat(seen).containsAll(SOME).contains("jindu benchmark read");
  }

  @Test
  void everyCommandOptionAndParameterIsExplainedInTheLanguageOfTheReader() {
    for (Messages messages : List.of(Messages.CHINESE, Messages.ENGLISH)) {
      List<String> seen = new ArrayList<>();
      for (CommandSpec command : withHelp(Jindu.commandLine(messages))) {
        String name = command.qualifiedName();
        seen.add(name);
        assertLanguage(messages, name, command.usageMessage().description());
        assertThat(command.args()).as(name).hasSizeGreaterThanOrEqualTo(2);
        for (ArgSpec argument : command.args()) {
          assertLanguage(messages, name + " " + argument, argument.description());
        }
      }
      assertThat(seen).containsAll(SOME);
    }
  }

  @Test
  void whatIsPrintedIsInOneLanguage() {
    for (CommandSpec command : withHelp(new CommandLine(Jindu.class))) {
      String english = help(command, "--lang", "en");
      assertThat(english).startsWith("Usage: " + command.qualifiedName());
      assertThat(english).doesNotContainPattern(CHINESE).doesNotContain("%n", "''", "${");

      String chinese = help(command, "--lang", "zh");
      assertThat(chinese).startsWith("用法：\n  " + command.qualifiedName());
      assertThat(chinese).doesNotContain("Usage:", "Options:", "Commands:", "%n", "''", "${");
    }
  }

  @Test
  void theLanguageMayStandAnywhere() {
    String chinese = Output.of("nightly", "--lang", "zh", "--help").out();

    assertThat(chinese).contains("夜间作业");
    assertThat(Output.of("nightly", "--help", "--lang=zh").out()).isEqualTo(chinese);
    assertThat(Output.of("nightly", "--help", "--quiet", "--lang", "zh").out()).isEqualTo(chinese);
  }

  @Test
  void withoutALanguageItIsThatOfTheLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
      assertThat(Output.of("--help").out()).isEqualTo(Output.of("--help", "--lang", "zh").out());
      Locale.setDefault(Locale.FRANCE);
      assertThat(Output.of("--help").out()).isEqualTo(Output.of("--help", "--lang", "en").out());
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void theMessageFilesExplainNothingThatIsNotThere() {
    for (Messages messages : List.of(Messages.CHINESE, Messages.ENGLISH)) {
      Asked asked = new Asked(messages.words());
      CommandLine commandLine = new CommandLine(Jindu.class).setResourceBundle(asked);
      for (CommandSpec command : withHelp(commandLine)) {
        command.commandLine().usage(new PrintWriter(PrintWriter.nullWriter()));
      }
      for (String section : SECTIONS) {
        assertThat(messages.keys(section)).isNotEmpty().isSubsetOf(asked.keys);
      }
    }
  }

  @Test
  void everyCommandSaysTheVersion() {
    String version = Output.of("--version", "--lang", "en").out();
    assertThat(version).startsWith("jindu ");
    for (CommandSpec command : withHelp(new CommandLine(Jindu.class))) {
      if (command.parent() != null) {
        assertThat(Output.of(command.name(), "--version", "--lang", "en").out())
            .as(command.name())
            .isEqualTo(version);
      }
    }
  }

  @Test
  void theTablesThatMayBeShownAreNamed() {
    for (String language : List.of("zh", "en")) {
      assertThat(Output.of("show", "--help", "--lang", language).out())
          .contains(ShowCommand.names().split(", "));
    }
  }

  private static void assertLanguage(Messages messages, String of, String[] description) {
    String words = String.join(" ", description);
    assertThat(words).as(of).isNotBlank();
    if (messages.isChinese()) {
      assertThat(words).as(of).containsPattern(CHINESE);
    } else {
      assertThat(words).as(of).doesNotContainPattern(CHINESE);
    }
  }

  /** Of picocli's own options it has words of its own, which ours replace. */
  private static boolean isStandard(ArgSpec argument) {
    return argument.descriptionKey().startsWith("mixinStandardHelpOptions.");
  }

  private static String help(CommandSpec command, String... more) {
    List<String> arguments = new ArrayList<>(List.of(command.qualifiedName().split(" ")));
    arguments.remove(0);
    arguments.add("--help");
    arguments.addAll(List.of(more));
    Output output = Output.of(arguments.toArray(String[]::new));
    assertThat(output.code()).isEqualTo(ExitCode.DONE);
    return output.out();
  }

  /** All but the parts that the benchmark starts for itself: they are hidden and have no help. */
  private static List<CommandSpec> withHelp(CommandLine top) {
    List<CommandSpec> shown = new ArrayList<>();
    for (CommandSpec command : commands(top)) {
      boolean hasHelp = command.findOption("--help") != null;
      assertThat(command.usageMessage().hidden()).as(command.name()).isEqualTo(!hasHelp);
      if (hasHelp) {
        shown.add(command);
      }
    }
    return shown;
  }

  private static List<CommandSpec> commands(CommandLine top) {
    return Stream.concat(
            Stream.of(top.getCommandSpec()),
            top.getSubcommands().values().stream().flatMap(each -> commands(each).stream()))
        .toList();
  }

  /** Words that know which of them were asked for. */
  private static final class Asked extends ResourceBundle {

    private final ResourceBundle words;
    private final Set<String> keys = new TreeSet<>();

    private Asked(ResourceBundle words) {
      this.words = words;
    }

    @Override
    protected Object handleGetObject(String key) {
      keys.add(key);
      return words.containsKey(key) ? words.getObject(key) : null;
    }

    @Override
    public Enumeration<String> getKeys() {
      return words.getKeys();
    }
  }
}
