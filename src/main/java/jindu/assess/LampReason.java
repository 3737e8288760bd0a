package jindu.assess;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import jindu.core.Messages;
import jindu.core.Standing;
import jindu.core.Target;
import jindu.table.PlanProgressTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The one sentence that says what makes the lamp so, in Chinese and English. */
final class LampReason {

  private static final String FIGURE = "figure_text";
  private static final String AIM = "aim_text";
  private static final String REMARK = "remark_text";

  private LampReason() {}

  static Dataset<Row> beside(Dataset<Row> rows) {
    return rows.withColumn(FIGURE, figure())
        .withColumn(AIM, aim())
        .withColumn(REMARK, remark())
        .withColumn(PlanProgressTable.LAMP_REASON, Sentence.bilingual(LampReason::sentence));
  }

  private static Column sentence(Messages messages) {
    Column template = null;
    for (Standing standing : Standing.values()) {
      Column matches = col(PlanRow.STANDING).equalTo(standing.code());
      Column text = Sentence.template(messages, standing.messageKey());
      template = template == null ? when(matches, text) : template.when(matches, text);
    }
    return Sentence.filled(template, figures(messages));
  }

  /** What was compared: growth, completion against pace, or the figure itself. */
  private static Column figures(Messages messages) {
    Column template =
        when(isGrowth(), Sentence.template(messages, "assess.figures-growth"))
            .when(hasCompletion(), Sentence.template(messages, "assess.figures-completion"))
            .otherwise(Sentence.template(messages, "assess.figures-value"));
    Column lowBase =
        when(isOnLowBase(), Sentence.template(messages, "assess.low-base")).otherwise(lit(""));
    return concat(Sentence.filled(template, col(FIGURE), col(AIM), col(REMARK)), lowBase);
  }

  private static Column figure() {
    return when(isGrowth(), Sentence.oneDecimal(col(PlanProgressTable.ACTUAL)))
        .when(hasCompletion(), Sentence.oneDecimal(col(PlanProgressTable.COMPLETION_PCT)))
        .otherwise(shown(PlanRow.DECIDED));
  }

  private static Column aim() {
    return when(isGrowth(), Sentence.plain(col(PlanRow.THRESHOLD)))
        .when(hasCompletion(), Sentence.oneDecimal(col(PlanProgressTable.PACE_PCT)))
        .otherwise(shown(PlanRow.THRESHOLD));
  }

  /** The gap of a growth or completion, the unit of a figure. */
  private static Column remark() {
    return when(
            isGrowth().or(hasCompletion()), Sentence.oneDecimal(col(PlanProgressTable.GAP_POINTS)))
        .otherwise(col(PlanRow.DISPLAY_UNIT));
  }

  private static Column shown(String column) {
    return Sentence.plain(col(column).divide(col(PlanRow.DISPLAY_FACTOR)));
  }

  /** Last year's year-to-date holds an abnormal quarter (低基数). */
  private static Column isOnLowBase() {
    return isGrowth().and(col(PlanProgressTable.QUARTER).geq(col(PlanRow.ABNORMAL_FROM)));
  }

  private static Column hasCompletion() {
    return col(PlanProgressTable.COMPLETION_PCT).isNotNull();
  }

  private static Column isGrowth() {
    return Figure.isKind(Target.Kind.GROWTH).or(Figure.isKind(Target.Kind.REDUCTION));
  }
}
