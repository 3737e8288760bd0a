package jindu.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jindu.core.CheckRule;
import jindu.core.Form;
import jindu.core.Messages;

/** The words for a code, as quarantine has them: the scalar twin of what check writes there. */
final class ProblemWords {

  /** A built-in check's words go before ingest's, a form's own before both. */
  private static final List<String> SECTIONS = List.of("check.", "ingest.");

  private final Map<String, Form> forms;

  ProblemWords(Map<String, Form> forms) {
    this.forms = forms;
  }

  /**
   * A problem in both languages; a code without words stands for itself.
   *
   * @param form its code; may be no form of the catalog
   * @param text the offending text, or the figures compared
   */
  Problem of(String form, String code, String text) {
    return new Problem(
        code, words(form, code, text, Messages.CHINESE), words(form, code, text, Messages.ENGLISH));
  }

  private String words(String form, String code, String text, Messages messages) {
    Optional<String> declared =
        Optional.ofNullable(forms.get(form)).stream()
            .flatMap(known -> known.checks().stream())
            .filter(rule -> rule.code().equals(code))
            .map(rule -> rule.words(messages).replace(CheckRule.FIGURES, text))
            .findFirst();
    return declared.or(() -> builtIn(code, text, messages)).orElse(code);
  }

  private static Optional<String> builtIn(String code, String text, Messages messages) {
    return SECTIONS.stream()
        .map(section -> section + code)
        .filter(messages::has)
        .map(key -> messages.text(key, text))
        .findFirst();
  }
}
