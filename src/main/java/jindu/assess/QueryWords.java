package jindu.assess;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.replace;
import static org.apache.spark.sql.functions.try_element_at;

import java.util.Map;
import jindu.catalog.Catalog;
import jindu.catalog.ReasonTexts;
import jindu.core.CheckRule;
import jindu.core.Messages;
import jindu.table.Literals;
import jindu.table.QueryTable;
import org.apache.spark.sql.Column;

/**
 * What is odd, in the words of the check: those that a form declares, else the built-in ones, else
 * the code of the check; the figures compared stand where the words leave a place.
 */
final class QueryWords {

  private QueryWords() {}

  static Map<String, Column> odd(Catalog catalog) {
    return Map.of(
        QueryTable.ODD_ZH, words(Messages.CHINESE, catalog),
        QueryTable.ODD_EN, words(Messages.ENGLISH, catalog));
  }

  private static Column words(Messages messages, Catalog catalog) {
    Column templates =
        Literals.textByName(ReasonTexts.templates(messages, catalog.forms().values()));
    Column code = col(QueryTable.CHECK);
    Column declared = concat(col(QueryTable.FORM), lit(ReasonTexts.SEPARATOR), code);
    Column template =
        coalesce(try_element_at(templates, declared), try_element_at(templates, code), code);
    Column figures = coalesce(col(QueryFindings.FIGURES), lit(""));
    return replace(template, lit(CheckRule.FIGURES), figures);
  }
}
