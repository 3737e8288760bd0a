package jindu.assess;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jindu.catalog.Catalog;
import jindu.core.HeldVersion;
import jindu.core.Target;

/** The targets of every plan version known on a day, with the days on which each version holds. */
final class HeldTargets {

  private HeldTargets() {}

  /** What the versions of one year's target have in common: another year may use its id again. */
  private record PlannedOnce(String id, int year) {
    static PlannedOnce of(Target target) {
      return new PlannedOnce(target.id(), target.year());
    }
  }

  /** The versions of each target, the first one first; in the order of the plan. */
  static Collection<List<HeldVersion<Target>>> knownOn(Catalog catalog, LocalDate asOf) {
    List<Target> known = catalog.targetsKnownOn(asOf);
    Map<Integer, LocalDate> adopted = HeldVersion.adopted(known, Target::year, Target::planVersion);
    return known.stream()
        .collect(Collectors.groupingBy(PlannedOnce::of, LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(
            ofOne ->
                HeldVersion.inOrder(ofOne, Target::planVersion, adopted.get(ofOne.get(0).year())))
        .toList();
  }
}
