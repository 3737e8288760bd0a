package jindu.cli;

import java.util.Locale;
import jindu.core.Messages;
import picocli.CommandLine.Option;

/** The options of every command. */
final class CommonOptions {

  @Option(
      names = "--lake",
      paramLabel = "DIR",
      defaultValue = "data-lake",
      descriptionKey = "help.lake")
  String lake;

  @Option(names = "--master", paramLabel = "URL", descriptionKey = "help.master")
  String master;

  @Option(
      names = "--lang",
      paramLabel = "zh|en",
      converter = LanguageConverter.class,
      descriptionKey = "help.lang")
  String language = Locale.getDefault().getLanguage().equals("zh") ? "zh" : "en";

  @Option(names = "--quiet", descriptionKey = "help.quiet")
  boolean quiet;

  Messages messages() {
    return Messages.of(language);
  }
}
