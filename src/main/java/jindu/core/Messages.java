package jindu.core;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words people read, from {@code messages_zh.properties} or {@code messages_en.properties}. */
public final class Messages {

  // Before the constants below, whose construction needs it.
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  /** Chinese, for the bureau. */
  public static final Messages CHINESE = new Messages(Locale.CHINESE);

  /** English. */
  public static final Messages ENGLISH = new Messages(Locale.ENGLISH);

  private static final String BETWEEN_LANGUAGES = " / ";

  private final Locale locale;
  private final ResourceBundle bundle;

  private Messages(Locale locale) {
    this.locale = locale;
    this.bundle = ResourceBundle.getBundle("jindu.messages", locale, NO_FALLBACK);
  }

  /** The messages for {@code zh} or {@code en}. */
  public static Messages of(String language) {
    return language.equals("zh") ? CHINESE : ENGLISH;
  }

  public boolean isChinese() {
    return locale.equals(Locale.CHINESE);
  }

  /**
   * The half in this language of a sentence that says the same in Chinese and English; the whole
   * where it has one half only.
   */
  public String half(String bilingual) {
    int between = bilingual.indexOf(BETWEEN_LANGUAGES);
    if (between < 0) {
      return bilingual;
    }
    return isChinese()
        ? bilingual.substring(0, between)
        : bilingual.substring(between + BETWEEN_LANGUAGES.length());
  }

  /** The keys of all messages of a section, e.g. {@code check.}. */
  public List<String> keys(String section) {
    return bundle.keySet().stream().filter(key -> key.startsWith(section)).sorted().toList();
  }

  /** The words as they stand, for a library that finds them and fills them in by itself. */
  public ResourceBundle words() {
    return bundle;
  }

  /**
   * The text of a message.
   *
   * @param arguments what {0}, {1}, … stand for; numbers should come as text, so that no separators
   *     are added
   */
  public String text(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), locale).format(arguments);
  }
}
