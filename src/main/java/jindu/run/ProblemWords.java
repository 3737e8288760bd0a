package jindu.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jindu.catalog.ReasonTexts;
import jindu.core.CheckRule;
import jindu.core.Form;
import jindu.core.Messages;
import jindu.table.Finding;
import jindu.table.VerdictTable;
import org.apache.spark.sql.Row;

/** The words for a code, as quarantine has them: the scalar twin of what check writes there. */
final class ProblemWords {

  /** With the colon that announces them, which says nothing where there are none. */
  private static final Pattern ANNOUNCED_FIGURES =
      Pattern.compile("(：|: )?" + Pattern.quote(CheckRule.FIGURES));

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

  /**
   * What the soft checks found in a return: each finding with its figures; a flag without a finding
   * stands alone.
   *
   * @param row with the columns form, flags and findings, as verdicts and observations have them
   */
  List<Problem> odd(Row row) {
    String form = row.getAs(VerdictTable.FORM);
    int findings = row.fieldIndex(VerdictTable.FINDINGS);
    List<Problem> problems = new ArrayList<>();
    Set<String> found = new HashSet<>();
    if (!row.isNullAt(findings)) {
      for (Row finding : row.<Row>getList(findings)) {
        String code = finding.getAs(Finding.CODE);
        String figures = finding.getAs(Finding.FIGURES);
        found.add(code);
        problems.add(of(form, code, figures == null ? "" : figures));
      }
    }
    row.<String>getList(row.fieldIndex(VerdictTable.FLAGS)).stream()
        .filter(code -> !found.contains(code))
        .forEach(code -> problems.add(of(form, code, "")));
    return problems;
  }

  private static String words(
      Map<String, String> templates, String form, String code, String text) {
    String declared = form + ReasonTexts.SEPARATOR + code;
    String template =
        Optional.ofNullable(templates.get(declared))
            .orElseGet(() -> templates.getOrDefault(code, code));
    return text.isEmpty()
        ? ANNOUNCED_FIGURES.matcher(template).replaceAll("")
        : template.replace(CheckRule.FIGURES, text);
  }
}
