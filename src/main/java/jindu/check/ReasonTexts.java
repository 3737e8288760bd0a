package jindu.check;

import java.util.LinkedHashMap;
import java.util.Map;
import jindu.catalog.Catalog;
import jindu.core.CheckRule;
import jindu.core.Form;
import jindu.core.Messages;

/** The words for each reason code; {@code {0}} stands where the offending text goes. */
final class ReasonTexts {

  static final String PLACE = CheckRule.FIGURES;

  /** Between form and code of a declared check: two forms may use one code. */
  static final String SEPARATOR = "|";

  private static final String CHECK = "check.";
  private static final String INGEST = "ingest.";

  private ReasonTexts() {}

  static Map<String, String> templates(Messages messages, Catalog catalog) {
    Map<String, String> templates = new LinkedHashMap<>();
    addSection(templates, INGEST, messages);
    addSection(templates, CHECK, messages);
    for (Form form : catalog.forms().values()) {
      for (CheckRule rule : form.checks()) {
        templates.put(form.code() + SEPARATOR + rule.code(), rule.words(messages));
      }
    }
    return templates;
  }

  private static void addSection(Map<String, String> templates, String section, Messages messages) {
    for (String key : messages.keys(section)) {
      templates.put(key.substring(section.length()), messages.text(key, PLACE));
    }
  }
}
