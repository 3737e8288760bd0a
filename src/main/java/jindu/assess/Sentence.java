package jindu.assess;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.replace;
import static org.apache.spark.sql.functions.round;

import java.util.function.Function;
import jindu.core.Messages;
import org.apache.spark.sql.Column;

/**
 * Messages as columns. The template is chosen first and filled once: a filled sentence for every
 * case would outgrow the code that Spark may generate for one projection.
 */
final class Sentence {

  private static final String UNKNOWN = "–";
  private static final Object[] PLACES = {"{0}", "{1}", "{2}", "{3}", "{4}"};

  private Sentence() {}

  /** Chinese and English beside each other. */
  static Column bilingual(Function<Messages, Column> sentence) {
    return concat(sentence.apply(Messages.CHINESE), lit(" / "), sentence.apply(Messages.ENGLISH));
  }

  /** The message with its placeholders still in it. */
  static Column template(Messages messages, String key) {
    return lit(messages.text(key, PLACES));
  }

  /** The template with {0}, {1}, … replaced by columns of text. */
  static Column filled(Column template, Column... arguments) {
    Column text = template;
    for (int i = 0; i < arguments.length; i++) {
      text = replace(text, lit(PLACES[i]), coalesce(arguments[i], lit(UNKNOWN)));
    }
    return text;
  }

  /** A percentage or points as text with one decimal, as growth is read. */
  static Column oneDecimal(Column number) {
    return round(number, 1).cast("string");
  }

  /** A number as text without zeros at its end. */
  static Column plain(Column number) {
    return regexp_replace(round(number, 4).cast("string"), lit("\\.?0+$"), lit(""));
  }
}
