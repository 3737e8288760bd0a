package jindu.publish.dashboard;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jindu.core.Messages;

/** The page's words in both languages, for the reader changes between them without a server. */
final class Words {

  /** Messages that begin so are the page's. */
  static final String SECTION = "dashboard.";

  /** They are filled in by the page: here they stand for themselves. */
  private static final Object[] PLACES = {"{0}", "{1}", "{2}", "{3}", "{4}"};

  private Words() {}

  static ObjectNode json() {
    ObjectNode words = JsonNodeFactory.instance.objectNode();
    words.set("zh", of(Messages.CHINESE));
    words.set("en", of(Messages.ENGLISH));
    return words;
  }

  private static ObjectNode of(Messages messages) {
    ObjectNode words = JsonNodeFactory.instance.objectNode();
    for (String key : messages.keys(SECTION)) {
      words.put(key.substring(SECTION.length()), messages.text(key, PLACES));
    }
    return words;
  }
}
