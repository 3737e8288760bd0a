package jindu.catalog;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import jindu.core.CheckRule;
import jindu.core.Form;
import jindu.core.Messages;

/**
 * The words for the code of each refusal and check, built in or declared by a form; {@link
 * CheckRule#FIGURES} stands where the offending text goes.
 */
public final class ReasonTexts {

  /** Between form and code of a declared check: two forms may use one code. */
  public static final String SEPARATOR = "|";

  private static final String CHECK = "check.";
  private static final String INGEST = "ingest.";

  private ReasonTexts() {}

  /** Words by code, or by form, {@link #SEPARATOR} and code where a form declares the check. */
  public static Map<String, String> templates(Messages messages, Collection<Form> forms) {
    Map<String, String> templates = new LinkedHashMap<>();
    addSection(templates, INGEST, messages);
    addSection(templates, CHECK, messages);
    for (Form form : forms) {
      for (CheckRule rule : form.checks()) {
        templates.put(form.code() + SEPARATOR + rule.code(), rule.words(messages));
      }
    }
    return templates;
  }

  private static void addSection(Map<String, String> templates, String section, Messages messages) {
    for (String key : messages.keys(section)) {
      templates.put(key.substring(section.length()), messages.text(key, CheckRule.FIGURES));
    }
  }
}
