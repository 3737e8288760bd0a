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
      description = "The lake (default: ${DEFAULT-VALUE}). 数据湖目录。")
  String lake;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description = "Spark master (default: this machine's cores). Spark 主节点。")
  String master;

  @Option(
      names = "--lang",
      paramLabel = "zh|en",
      converter = LanguageConverter.class,
      description = "Language of messages (default: from the locale). 消息语言。")
  String language = Locale.getDefault().getLanguage().equals("zh") ? "zh" : "en";

  @Option(names = "--quiet", description = "No progress. 不显示进度。")
  boolean quiet;

  Messages messages() {
    return Messages.of(language);
  }
}
