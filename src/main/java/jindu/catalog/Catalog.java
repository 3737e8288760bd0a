package jindu.catalog;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jindu.core.Exclusion;
import jindu.core.Feed;
import jindu.core.Form;
import jindu.core.Indicator;
import jindu.core.LampPreset;
import jindu.core.Messages;
import jindu.core.Milestone;
import jindu.core.Peer;
import jindu.core.Place;
import jindu.core.PrimaryRule;
import jindu.core.PrimaryRules;
import jindu.core.Quarter;
import jindu.core.Reconciliation;
import jindu.core.Retention;
import jindu.core.Sector;
import jindu.core.Target;

/**
 * Everything that {@code reference/} says, read once before Spark starts and without a mistake in
 * it.
 *
 * @param places the district, its townships and its remainder, in the order of the file
 * @param sectors by code; every parent is present
 * @param indicators by code, in the order of the file
 * @param forms by code, in the order of their codes
 * @param targets of every plan and version
 * @param milestones of every plan and version
 * @param lampPresets rules by which a plan may have lamps coloured, by name
 * @param headline indicator codes in the order of the headline table; line numbers start at 1
 * @param abnormalQuarters quarters whose figures are no fair base (低基数), e.g. 2020-Q1
 * @param exclusions returns left out of force, in the order of the file
 * @param reconciliations figures that are laid side by side, in the order of the file
 * @param peers places outside the district that it compares itself with, in the order of the file
 * @param primaryRules when a cell would reveal a respondent, by indicator
 * @param retention how long publications are kept
 * @param notice what every output must say about the data, e.g. that it is synthetic
 * @param files the full text of each file by its path under {@code reference/}
 */
public record Catalog(
    List<Place> places,
    Map<String, Sector> sectors,
    Map<String, Indicator> indicators,
    Map<String, Form> forms,
    List<Target> targets,
    List<Milestone> milestones,
    Map<String, LampPreset> lampPresets,
    List<String> headline,
    List<ValueAddedRate> valueAddedRates,
    List<PriceIndex> priceIndices,
    List<BaseAdjustment> baseAdjustments,
    List<Quarter> abnormalQuarters,
    List<Exclusion> exclusions,
    List<Reconciliation> reconciliations,
    List<Peer> peers,
    PrimaryRules primaryRules,
    Retention retention,
    Optional<Notice> notice,
    Map<String, String> files) {

  /** The district itself. */
  public Place district() {
    return places.stream()
        .filter(place -> place.kind() == Place.Kind.DISTRICT)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Missing district in townships.csv."));
  }

  /** Codes of the sectors of a level, sorted. */
  public List<String> sectorCodes(Sector.Level level) {
    return sectors.values().stream()
        .filter(sector -> sector.level() == level)
        .map(Sector::code)
        .sorted()
        .toList();
  }

  /** The targets of every plan version that holds on the day or held before. */
  public List<Target> targetsKnownOn(LocalDate day) {
    return targets.stream().filter(target -> !target.planVersion().isAfter(day)).toList();
  }

  /** Every version of each milestone that holds on the day or held before. */
  public List<Milestone> milestonesKnownOn(LocalDate day) {
    return milestones.stream().filter(each -> !each.planVersion().isAfter(day)).toList();
  }

  /**
   * The forms that feed an indicator: those that name it, else those whose rows name what they
   * feed; of a rate those of both its sides.
   */
  public List<Form> formsThatFeed(Indicator indicator) {
    if (indicator.kind() == Indicator.Kind.RATE) {
      return Stream.of(indicator.numerator(), indicator.denominator())
          .flatMap(side -> formsThatFeed(indicators.get(side)).stream())
          .distinct()
          .toList();
    }
    List<Form> named = formsThatFeed(feed -> feed.indicator().equals(indicator.code()));
    return named.isEmpty() ? formsThatFeed(feed -> !feed.indicatorFrom().isEmpty()) : named;
  }

  /** Days after a quarter's end on which the last form that feeds the indicator is due. */
  public int dueDays(Indicator indicator) {
    return formsThatFeed(indicator).stream().mapToInt(Form::dueDays).max().orElse(0);
  }

  /** The day of the following year from which the figures of a year are final. */
  public MonthDay finalDay(Indicator indicator) {
    return formsThatFeed(indicator).stream()
        .map(Form::finalDay)
        .max(MonthDay::compareTo)
        .orElse(MonthDay.of(12, 31));
  }

  /** When a cell of an indicator would reveal a respondent. */
  public PrimaryRule primaryRule(String indicator) {
    return primaryRules.of(indicator);
  }

  /** The form that is the ledger of projects; a catalog has one at most. */
  public Optional<Form> projectForm() {
    return forms.values().stream().filter(form -> form.projects() != null).findFirst();
  }

  /**
   * The ledger of projects where it is published project by project: an administrative one. What it
   * says of a unit, every reader of the investment statistics knows.
   */
  public Optional<Form> publishedLedger() {
    return projectForm().filter(Form::administrative);
  }

  private List<Form> formsThatFeed(Predicate<Feed> feed) {
    return forms.values().stream().filter(form -> form.feeds().stream().anyMatch(feed)).toList();
  }

  /** The same for where there is no register: no form asks that its units be in one. */
  public Catalog withoutRegister() {
    Map<String, Form> unregistered = new LinkedHashMap<>();
    forms.forEach((code, form) -> unregistered.put(code, form.withoutRegister()));
    return new Catalog(
        places,
        sectors,
        indicators,
        unregistered,
        targets,
        milestones,
        lampPresets,
        headline,
        valueAddedRates,
        priceIndices,
        baseAdjustments,
        abnormalQuarters,
        exclusions,
        reconciliations,
        peers,
        primaryRules,
        retention,
        notice,
        files);
  }

  /**
   * Value added in one yuan of output.
   *
   * @param rate a fraction, e.g. 0.2510
   */
  public record ValueAddedRate(String division, int year, java.math.BigDecimal rate)
      implements Serializable {}

  /**
   * Producer prices of a division, year to date, same period of last year = 100.
   *
   * @param month the last month of the period, {@code 2020-06}
   */
  public record PriceIndex(String division, String month, java.math.BigDecimal index)
      implements Serializable {}

  /** Factor on last year's stored total (可比基数), issued by the superior bureau. */
  public record BaseAdjustment(String indicator, int year, java.math.BigDecimal factor)
      implements Serializable {}

  /** A sentence shown wherever the data is shown. */
  public record Notice(String zh, String en) implements Serializable {

    /** The sentence in the language of the messages. */
    public String in(Messages messages) {
      return messages.isChinese() ? zh : en;
    }
  }
}
