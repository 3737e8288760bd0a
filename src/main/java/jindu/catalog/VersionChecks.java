package jindu.catalog;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jindu.core.Milestone;
import jindu.core.Target;

/**
 * The versions of a plan: the same id again, with the day from which the row holds. A version may
 * withdraw what an earlier one stated.
 */
final class VersionChecks {

  static final String VERSION = "plan_version";
  static final String WITHDRAWN = "withdrawn";

  private VersionChecks() {}

  /**
   * The day from which a version holds; after its year's end it would change nothing.
   *
   * @param year the year that the version is for
   */
  static LocalDate day(Field field, int year) {
    LocalDate day = field.date();
    if (field.isSound() && day.getYear() > year) {
      field.wrong("holds-too-late", year);
    }
    return day;
  }

  /** Whether the row withdraws what bears its id; not, where the table does not say. */
  static boolean withdraws(CsvRow row) {
    return row.filled(WITHDRAWN).map(Field::flag).orElse(false);
  }

  /** Each version adjusts what the one before it stated, and withdraws only what was stated. */
  static void check(
      List<Located<Target>> targets, List<Located<Milestone>> milestones, Mistakes mistakes) {
    byTarget(targets).values().forEach(versions -> requireSameTarget(versions, mistakes));
    milestones.stream()
        .collect(Collectors.groupingBy(each -> each.value().id()))
        .values()
        .forEach(
            versions -> {
              versions.sort(Comparator.comparing(each -> each.value().planVersion()));
              requireStated(versions, Milestone::withdrawn, mistakes);
            });
  }

  /** Another year may use an id again, for a target of its own. */
  private static Map<List<Object>, List<Located<Target>>> byTarget(List<Located<Target>> targets) {
    return targets.stream()
        .sorted(Comparator.comparing(each -> each.value().planVersion()))
        .collect(
            Collectors.groupingBy(
                each -> List.of(each.value().id(), each.value().year()),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  private static void requireSameTarget(List<Located<Target>> versions, Mistakes mistakes) {
    requireStated(versions, Target::withdrawn, mistakes);
    Located<Target> first = versions.get(0);
    List<String> aim = aim(first.value());
    for (Located<Target> version : versions) {
      boolean ofAnotherDay = !version.value().planVersion().equals(first.value().planVersion());
      // Twice the same day is a duplicate, and is reported as one.
      if (ofAnotherDay && !aim(version.value()).equals(aim)) {
        mistakes.add(
            version.at(),
            "version-of-another",
            version.value().id(),
            String.join(" × ", aim),
            first.at().file(),
            first.at().line());
      }
    }
  }

  /** What a version of a target cannot change without being another target. */
  private static List<String> aim(Target target) {
    return List.of(target.indicator(), target.place(), target.sector());
  }

  /** The first version states something, or could not be read and is a mistake already. */
  private static <T extends Record> void requireStated(
      List<Located<T>> versions, Predicate<T> withdrawn, Mistakes mistakes) {
    Located<T> first = versions.get(0);
    if (withdrawn.test(first.value()) && mistakes.isSound(first.at().file())) {
      mistakes.add(first.at(), "withdraws-nothing", VERSION);
    }
  }
}
