package jindu.catalog;

import java.util.List;
import jindu.core.Messages;

/** A wrong catalog: every mistake with file, line and cure. The run stops before Spark starts. */
public final class CatalogException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<Mistake> mistakes;

  public CatalogException(List<Mistake> mistakes) {
    super("Invalid catalog: " + mistakes.size() + " mistakes, the first is " + mistakes.get(0));
    this.mistakes = List.copyOf(mistakes);
  }

  /** Every mistake, by file and line; never empty. */
  public List<Mistake> mistakes() {
    return mistakes;
  }

  /**
   * One mistake.
   *
   * @param file path under {@code reference/}
   * @param line 1-based; 0 when the file as a whole is meant
   * @param key the message that says what is wrong and what is expected
   * @param arguments what the message names
   */
  public record Mistake(String file, int line, String key, List<String> arguments) {

    /** What is wrong and what is expected, in English. */
    public String text() {
      return text(Messages.ENGLISH);
    }

    /** What is wrong and what is expected. */
    public String text(Messages messages) {
      return messages.text(key, arguments.toArray());
    }

    @Override
    public String toString() {
      return file + ":" + line + ": " + text();
    }
  }
}
