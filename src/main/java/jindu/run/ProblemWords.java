package jindu.run;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import jindu.catalog.ReasonTexts;
import jindu.core.CheckRule;
import jindu.core.Form;
import jindu.core.Messages;

/** The words for a code, as quarantine has them: the scalar twin of what check writes there. */
final class ProblemWords {

  private final Map<String, String> chinese;
  private final Map<String, String> english;

  ProblemWords(Collection<Form> forms) {
    this.chinese = ReasonTexts.templates(Messages.CHINESE, forms);
    this.english = ReasonTexts.templates(Messages.ENGLISH, forms);
  }

  /**
   * A problem in both languages; a code without words stands for itself.
   *
   * @param form its code; may be no form of the catalog
   * @param text the offending text, or the figures compared
   */
  Problem of(String form, String code, String text) {
    return new Problem(code, words(chinese, form, code, text), words(english, form, code, text));
  }

  private static String words(
      Map<String, String> templates, String form, String code, String text) {
    String declared = form + ReasonTexts.SEPARATOR + code;
    return Optional.ofNullable(templates.get(declared))
        .orElseGet(() -> templates.getOrDefault(code, code))
        .replace(CheckRule.FIGURES, text);
  }
}
