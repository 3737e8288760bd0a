package jindu.assess;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import java.util.Collection;
import jindu.core.DisplayUnit;
import jindu.core.Lamp;
import jindu.core.LampPreset;
import jindu.core.Measure;
import jindu.core.Messages;
import jindu.core.Standing;
import jindu.table.Literals;
import jindu.table.PlanProgressTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The one sentence that says what makes the lamp so, in Chinese and English. */
final class LampReason {

  /** A path of percentages is read to hundredths. */
  private static final int PATH_DECIMALS = 2;

  private static final String FIGURE = "figure_text";
  private static final String AIM = "aim_text";
  private static final String GAP = "gap_text";
  private static final String ASKED = "asked_text";

  private LampReason() {}

  /**
   * @param presets the presets of the catalog, by which a lamp may have been coloured
   */
  static Dataset<Row> beside(Dataset<Row> rows, Collection<LampPreset> presets) {
    return rows.withColumn(FIGURE, figure())
        .withColumn(AIM, aim())
        .withColumn(GAP, gap())
        .withColumn(ASKED, asked())
        .withColumn(
            PlanProgressTable.LAMP_REASON,
            Sentence.bilingual(messages -> sentence(messages, presets)));
  }

  private static Column sentence(Messages messages, Collection<LampPreset> presets) {
    Column template = null;
    for (Standing standing : Standing.values()) {
      Column matches = col(PlanRow.STANDING).equalTo(standing.code());
      Column text = Sentence.template(messages, standing.messageKey());
      template = template == null ? when(matches, text) : template.when(matches, text);
    }
    Column title = Presets.title(presets, messages.isChinese());
    Column since = date_format(col(PlanProgressTable.PLAN_VERSION), "yyyy-MM-dd");
    return Sentence.filled(template, concat(figures(messages), rest(messages)), title, since);
  }

  /**
   * What was compared: growth, completion against pace, a figure against the path that leads to the
   * target, the use of a cap against the pace, or the figure itself.
   */
  private static Column figures(Messages messages) {
    Column template =
        when(Figure.isGrowth(), Sentence.template(messages, "assess.figures-growth"))
            .when(hasCompletion(), Sentence.template(messages, "assess.figures-completion"))
            .when(isCapUsed(), Sentence.template(messages, "assess.figures-cap"))
            .when(isOnPath(), Sentence.template(messages, "assess.figures-path"))
            .when(arePoints(), Sentence.template(messages, "assess.figures-points"))
            .otherwise(Sentence.template(messages, "assess.figures-value"));
    Column lowBase =
        when(isOnLowBase(), Sentence.template(messages, "assess.low-base")).otherwise(lit(""));
    Column city =
        when(
                isColouredByPreset().and(col(PlanRow.CITY).isNotNull()),
                filled(messages, "assess.figures-city", Sentence.oneDecimal(col(PlanRow.CITY))))
            .otherwise(lit(""));
    Column tooLarge =
        when(isGapTooLarge(), Sentence.template(messages, "assess.gap-too-large"))
            .otherwise(lit(""));
    Column compared =
        Sentence.filled(template, col(FIGURE), col(AIM), col(GAP), unit(messages), col(ASKED));
    return concat(compared, tooLarge, city, lowBase);
  }

  /**
   * What the rest of the year must grow by, where the target is behind, and whether it ever did.
   */
  private static Column rest(Messages messages) {
    Column required = col(PlanProgressTable.REQUIRED_GROWTH_PCT);
    Column best = col(PlanProgressTable.BEST_GROWTH_PCT);
    Column needs = Sentence.oneDecimal(required);
    Column isBehind = Lamps.lamp(col(PlanRow.STANDING)).isin(Lamp.YELLOW.code(), Lamp.RED.code());
    Column reached =
        when(col(PlanRow.SENSE).gt(0), Sentence.template(messages, "assess.rest-reached"))
            .otherwise(Sentence.template(messages, "assess.rest-reached-down"));
    return when(not(isBehind).or(required.isNull()), lit(""))
        .when(best.isNull(), filled(messages, "assess.rest-unknown", needs))
        .otherwise(Sentence.filled(reached, needs, Sentence.oneDecimal(best)));
  }

  private static Column isColouredByPreset() {
    return col(PlanRow.STANDING)
        .isin(
            Standing.PRESET_GREEN.code(),
            Standing.PRESET_YELLOW.code(),
            Standing.PRESET_RED.code());
  }

  private static Column filled(Messages messages, String key, Column... arguments) {
    return Sentence.filled(Sentence.template(messages, key), arguments);
  }

  private static Column figure() {
    return when(Figure.isGrowth(), read(col(PlanProgressTable.ACTUAL)))
        .when(hasCompletion(), read(col(PlanProgressTable.COMPLETION_PCT)))
        .when(isCapUsed(), read(Gap.shareOfCap()))
        .when(arePoints(), Sentence.plain(col(PlanRow.DECIDED)))
        .otherwise(shown(col(PlanRow.DECIDED)));
  }

  private static Column aim() {
    return when(Figure.isGrowth().or(arePoints()), Sentence.plain(col(PlanRow.THRESHOLD)))
        .when(hasCompletion().or(isCapUsed()), read(col(PlanProgressTable.PACE_PCT)))
        .otherwise(shown(col(PlanRow.THRESHOLD)));
  }

  private static Column unit(Messages messages) {
    Column unit = col(PlanRow.DISPLAY_UNIT);
    Column named = try_element_at(Literals.textByName(DisplayUnit.names(messages)), unit);
    return coalesce(named, unit);
  }

  /** In points; of a figure on its path in the unit of the figure. */
  private static Column gap() {
    Column gap = col(PlanProgressTable.GAP_POINTS);
    return when(isOnPath(), read(gap.divide(col(PlanRow.DISPLAY_FACTOR)))).otherwise(read(gap));
  }

  /** Where the path leads through by now, no finer than it can be read. */
  private static Column asked() {
    return when(isOnPath(), shown(round(Gap.path(), PATH_DECIMALS)))
        .when(arePoints(), Sentence.plain(round(Gap.pointsByNow(), PATH_DECIMALS)));
  }

  /**
   * With one decimal, as such figures are read; with all of them where the gap would read as within
   * the tolerance and is not, or the other way round.
   */
  private static Column read(Column figure) {
    Column shortfall = negate(col(PlanProgressTable.GAP_POINTS));
    Column isWithin = shortfall.leq(col(PlanRow.TOLERANCE));
    Column readsWithin = round(shortfall, 1).leq(col(PlanRow.TOLERANCE));
    return when(isWithin.notEqual(readsWithin), Sentence.plain(figure))
        .otherwise(Sentence.oneDecimal(figure));
  }

  /** There is a gap, and the column for it does not hold so much (contracts.md section 5). */
  private static Column isGapTooLarge() {
    return col(PlanRow.GAP).isNotNull().and(col(PlanProgressTable.GAP_POINTS).isNull());
  }

  private static Column shown(Column figure) {
    return Sentence.plain(figure.divide(col(PlanRow.DISPLAY_FACTOR)));
  }

  /** Last year's year-to-date holds an abnormal quarter (低基数). */
  private static Column isOnLowBase() {
    return Figure.isGrowth().and(col(PlanProgressTable.QUARTER).geq(col(PlanRow.ABNORMAL_FROM)));
  }

  private static Column isCapUsed() {
    return Gap.is(Measure.FLOW_CAP).and(Gap.shareOfCap().isNotNull());
  }

  private static Column isOnPath() {
    return Gap.is(Measure.PATH).and(Gap.aimIsPath()).and(Gap.path().isNotNull());
  }

  private static Column arePoints() {
    return Gap.is(Measure.POINTS).and(not(col(PlanRow.HOLD)));
  }

  private static Column hasCompletion() {
    return col(PlanProgressTable.COMPLETION_PCT).isNotNull();
  }
}
