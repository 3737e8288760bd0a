package jindu.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jindu.catalog.Catalog;
import jindu.core.DisplayUnit;
import jindu.core.Indicator;
import jindu.core.Measure;
import jindu.core.Messages;
import jindu.core.Place;
import jindu.core.Sector;
import jindu.core.Target;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Help.Ansi;

/** Codes and figures of published rows in the words of the reader. */
final class ReportWords {

  private static final int PERCENT_DECIMALS = 1;

  private final Catalog catalog;
  private final Messages messages;
  private final Ansi ansi;
  private final Map<String, Place> places;
  private final Map<String, Target> targets;

  /**
   * @param ansi whether the terminal shows colours
   */
  ReportWords(Catalog catalog, Messages messages, Ansi ansi) {
    this.catalog = catalog;
    this.messages = messages;
    this.ansi = ansi;
    this.places =
        catalog.places().stream().collect(Collectors.toMap(Place::code, Function.identity()));
    this.targets =
        catalog.targets().stream()
            .collect(Collectors.toMap(Target::id, Function.identity(), (first, later) -> later));
  }

  /** The message {@code cli.<key>}. */
  String text(String key, Object... arguments) {
    return messages.text("cli." + key, arguments);
  }

  boolean isChinese() {
    return messages.isChinese();
  }

  String district() {
    return place(catalog.district().code());
  }

  /** What must be said wherever the data is shown. */
  Optional<String> notice() {
    return catalog.notice().map(notice -> notice.in(messages));
  }

  /** A place's name, its code where the catalog of today has none. */
  String place(String code) {
    Place place = places.get(code);
    return place == null ? code : isChinese() ? place.nameZh() : place.nameEn();
  }

  /** A sector with its code; the classification has English names for sections only. */
  String sector(String code) {
    if (Sector.isCoarse(code)) {
      return messages.text("publish.sector-" + code);
    }
    Sector sector = catalog.sectors().get(code);
    return sector == null
        ? code
        : code
            + " "
            + (isChinese() || sector.nameEn().isEmpty() ? sector.nameZh() : sector.nameEn());
  }

  String indicator(String code) {
    Indicator indicator = catalog.indicators().get(code);
    return indicator == null ? code : isChinese() ? indicator.titleZh() : indicator.titleEn();
  }

  /** A target's title by its id; a township's own with the township. */
  String target(String id) {
    Target target = targets.get(id);
    if (target == null) {
      return id;
    }
    String title = isChinese() ? target.titleZh() : target.titleEn();
    boolean isDistricts = target.place().equals(catalog.district().code());
    return isDistricts ? title : place(target.place()) + " " + title;
  }

  /**
   * A lamp as a word, which a terminal that can shows in its colour; a provisional one is marked.
   */
  String lamp(Row row) {
    String lamp = row.getAs("lamp");
    String word =
        text("lamp-" + lamp) + (ProvisionalMark.isOn(row) ? text(ProvisionalMark.KEY) : "");
    String colour = lamp.equals("grey") ? "faint" : lamp;
    return ansi.enabled() ? ansi.string("@|bold," + colour + " " + word + "|@") : word;
  }

  /** The half of a sentence in two languages that the reader reads. */
  String half(String bilingual) {
    return orNothing(bilingual == null ? null : messages.half(bilingual));
  }

  /** A text, or the sign for what is not there. */
  static String orNothing(Object value) {
    return value == null || value.toString().isEmpty() ? Numbers.NOTHING : value.toString();
  }

  /** Percent or points with one decimal. */
  static String percent(BigDecimal value) {
    return rounded(value, PERCENT_DECIMALS);
  }

  /** The same with its sign. */
  static String signed(BigDecimal value) {
    String text = percent(value);
    return value == null || value.signum() < 0 ? text : "+" + text;
  }

  /** A whole number with its sign, such as a change of rank. */
  static String signed(Integer value) {
    return value == null ? Numbers.NOTHING : value > 0 ? "+" + value : value.toString();
  }

  /** The decimals that people read of the indicator. */
  int decimals(String indicatorCode) {
    return catalog.indicators().get(indicatorCode).displayDecimals();
  }

  /**
   * How far a weak target is behind: points, but what a stock is above its cap is an amount.
   *
   * @param gap as the row has it; null where a target is only met or not
   */
  String gap(String targetId, String indicatorCode, BigDecimal gap) {
    Target target = targets.get(targetId);
    Indicator indicator = catalog.indicators().get(indicatorCode);
    if (gap == null) {
      return "";
    }
    boolean isAmount =
        target != null
            && indicator != null
            && Measure.of(target, indicator, false) == Measure.STOCK_CAP;
    return isAmount
        ? text("weak-gap-amount", displayed(indicatorCode, gap), unit(indicator.displayUnit()))
        : text("weak-gap", signed(gap));
  }

  /** A display unit; one that the messages do not know stands for itself. */
  String unit(String displayUnit) {
    return DisplayUnit.names(messages).getOrDefault(displayUnit, displayUnit);
  }

  /** An amount in the indicator's display unit, without the unit's name. */
  String displayed(String indicatorCode, BigDecimal amount) {
    Indicator indicator = catalog.indicators().get(indicatorCode);
    if (amount == null || indicator == null) {
      return Numbers.exact(amount);
    }
    int decimals = indicator.displayDecimals();
    return rounded(
        amount.divide(indicator.displayFactor(), decimals, RoundingMode.HALF_UP), decimals);
  }

  /** With separators of thousands and so many decimals. */
  static String rounded(BigDecimal value, int decimals) {
    return value == null
        ? Numbers.NOTHING
        : String.format(
            Locale.ROOT, "%,." + decimals + "f", value.setScale(decimals, RoundingMode.HALF_UP));
  }
}
