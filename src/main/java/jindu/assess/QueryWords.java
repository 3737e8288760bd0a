package jindu.assess;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.replace;
import static org.apache.spark.sql.functions.try_element_at;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jindu.catalog.Catalog;
import jindu.core.CheckRule;
import jindu.core.Form;
import jindu.core.Messages;
import jindu.table.QueryTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * What is odd, in the words of the check: those that a form declares, else the built-in ones, else
 * the code of the check; the figures compared stand where the words leave a place.
 */
final class QueryWords {

  private static final String BUILT_IN = "check.";

  /** Between form and code of a declared check: two forms may use one code. */
  private static final String SEPARATOR = "|";

  private QueryWords() {}

  static Map<String, Column> odd(Catalog catalog) {
    return Map.of(
        QueryTable.ODD_ZH, words(Messages.CHINESE, catalog),
        QueryTable.ODD_EN, words(Messages.ENGLISH, catalog));
  }

  private static Column words(Messages messages, Catalog catalog) {
    Column templates = literal(templates(messages, catalog));
    Column code = col(QueryTable.CHECK);
    Column declared = concat(col(QueryTable.FORM), lit(SEPARATOR), code);
    Column template =
        coalesce(try_element_at(templates, declared), try_element_at(templates, code), code);
    Column figures = coalesce(col(QueryFindings.FIGURES), lit(""));
    return replace(template, lit(CheckRule.FIGURES), figures);
  }

  private static Map<String, String> templates(Messages messages, Catalog catalog) {
    Map<String, String> templates = new TreeMap<>();
    for (String key : messages.keys(BUILT_IN)) {
      templates.put(key.substring(BUILT_IN.length()), messages.text(key, CheckRule.FIGURES));
    }
    for (Form form : catalog.forms().values()) {
      for (CheckRule rule : form.checks()) {
        templates.put(form.code() + SEPARATOR + rule.code(), rule.words(messages));
      }
    }
    return templates;
  }

  private static Column literal(Map<String, String> texts) {
    return map(
        texts.entrySet().stream()
            .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
            .map(functions::lit)
            .toArray(Column[]::new));
  }
}
