package jindu.assess;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import jindu.core.Lamp;
import jindu.core.LampPreset;
import jindu.core.LampPreset.Condition;
import jindu.core.Standing;
import jindu.core.Target;
import jindu.table.PlanProgressTable;
import org.apache.spark.sql.Column;

/** The named rules by which a plan may have lamps coloured before the deadline. */
final class Presets {

  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private Presets() {}

  /**
   * Where the target stands by its preset; by the general rule where it names none, is due or to be
   * held, is of a kind that the preset does not judge, or where a condition cannot be judged.
   */
  static Column standing(Judged figure, Collection<LampPreset> presets) {
    Column standing = figure.general();
    for (LampPreset preset : presets) {
      Column green = all(preset.green(), figure);
      Column yellow = all(preset.yellow(), figure);
      Column coloured =
          when(green, Lamps.is(Standing.PRESET_GREEN))
              .when(yellow, Lamps.is(Standing.PRESET_YELLOW))
              .otherwise(Lamps.is(Standing.PRESET_RED));
      Column isKnown = isKnown(preset, figure);
      standing =
          when(judges(preset).and(isOnTheWay(figure.general())).and(isKnown), coloured)
              .otherwise(standing);
    }
    return standing;
  }

  /** The preset's title by which the row was coloured, empty where the general rule did. */
  static Column title(Collection<LampPreset> presets, boolean chinese) {
    Column title = lit("");
    for (LampPreset preset : presets) {
      String text = chinese ? preset.titleZh() : preset.titleEn();
      title = when(isNamed(preset), lit(text)).otherwise(title);
    }
    return title;
  }

  private static Column judges(LampPreset preset) {
    Object[] kinds = preset.kinds().stream().map(Target.Kind::code).toArray();
    return isNamed(preset).and(col(PlanProgressTable.KIND).isin(kinds));
  }

  private static Column isNamed(LampPreset preset) {
    return col(PlanProgressTable.LAMP_PRESET).equalTo(preset.name());
  }

  private static Column isOnTheWay(Column general) {
    return general.isin(
        Standing.MET.code(),
        Standing.ON_PACE.code(),
        Standing.SHORT.code(),
        Standing.BEHIND.code());
  }

  /** Whether each condition can be judged; one that cannot is not made up for by another. */
  private static Column isKnown(LampPreset preset, Judged figure) {
    return Stream.concat(preset.green().stream(), preset.yellow().stream())
        .map(condition -> holds(condition, figure).isNotNull())
        .reduce(Column::and)
        .orElseThrow();
  }

  private static Column all(List<Condition> conditions, Judged figure) {
    return conditions.stream()
        .map(condition -> holds(condition, figure))
        .reduce(Column::and)
        .orElseThrow();
  }

  private static Column holds(Condition condition, Judged figure) {
    Column lamp = Lamps.lamp(figure.general());
    return switch (condition.test()) {
      case AT_PACE -> lamp.equalTo(Lamp.GREEN.code());
      case WITHIN_TOLERANCE -> lamp.isin(Lamp.GREEN.code(), Lamp.YELLOW.code());
      case BEHIND_AT_MOST ->
          negate(figure.gap())
              .leq(Gap.askedByNow().multiply(lit(condition.percent())).divide(lit(HUNDRED)));
      case AT_CITY -> isAtCity(figure);
      case POSITIVE -> figure.decided().gt(lit(0));
    };
  }

  private static Column isAtCity(Judged figure) {
    Column city = Figure.decided(col(PlanRow.CITY));
    return when(col(PlanRow.SENSE).gt(0), figure.decided().geq(city))
        .otherwise(figure.decided().leq(city));
  }
}
