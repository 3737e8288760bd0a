package jindu.core;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How long publications are kept, and files of tables that were replaced. Days of publications are
 * counted between as-of dates, never by the clock, so that the same nights always leave the same
 * publications.
 *
 * @param days every publication is kept whose as-of date is no more days before tonight's
 * @param older what is kept of those before
 * @param replacedFilesDays for so many days of the clock a file stays that holds no row any more,
 *     because somebody may still read it
 */
public record Retention(int days, Older older, int replacedFilesDays) implements Serializable {

  /**
   * Where a lake states none: a year and what a late night needs, then one a month; and the week
   * that Delta itself gives to readers.
   */
  public static final Retention DEFAULT = new Retention(400, Older.LAST_OF_MONTH, 7);

  /** What is kept of old publications: nothing, or the last one of each period. */
  public enum Older implements Code {
    NONE,
    LAST_OF_MONTH,
    LAST_OF_QUARTER,
    LAST_OF_YEAR;

    private String period(LocalDate day) {
      return switch (this) {
        case NONE -> day.toString();
        case LAST_OF_MONTH -> day.toString().substring(0, "2021-01".length());
        case LAST_OF_QUARTER -> Quarter.of(day).toString();
        case LAST_OF_YEAR -> Integer.toString(day.getYear());
      };
    }
  }

  /**
   * A publication that was made.
   *
   * @param takenBack whether an earlier one was put in force in its place
   */
  public record Made(String id, LocalDate asOf, boolean takenBack) {}

  /**
   * The publications whose time has run out.
   *
   * @param made those that are there, in the order in which they were made
   * @param inUse ids that stay whatever their age: what is in force, and what readers may still
   *     read
   * @param asOf of tonight
   */
  public List<Made> runOut(List<Made> made, Set<String> inUse, LocalDate asOf) {
    Set<Made> lasts = new HashSet<>(lastOfEachPeriod(made).values());
    LocalDate first = asOf.minusDays(days);
    return made.stream()
        .filter(each -> each.asOf().isBefore(first))
        .filter(each -> !inUse.contains(each.id()))
        .filter(each -> older == Older.NONE || !lasts.contains(each))
        .toList();
  }

  /** One that was taken back is a period's last only where there is no other. */
  private Map<String, Made> lastOfEachPeriod(List<Made> made) {
    Map<String, Made> lasts = new HashMap<>();
    made.forEach(
        each ->
            lasts.merge(
                older.period(each.asOf()),
                each,
                (before, later) -> later.takenBack() && !before.takenBack() ? before : later));
    return lasts;
  }
}
