package jindu.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jindu.core.Indicator;
import jindu.core.Indicator.Kind;
import jindu.core.Indicator.LowestPlace;
import jindu.core.Milestone;
import jindu.core.Sector;
import jindu.core.Target;

/** What must agree between the plan and the rest of the catalog. */
final class PlanChecks {

  private PlanChecks() {}

  /**
   * @param indicators those that could be read
   * @param codes codes of indicators, places and sectors that may be referred to
   */
  static void check(
      List<Located<Target>> targets,
      List<Located<Milestone>> milestones,
      Map<String, Indicator> indicators,
      Codes codes,
      Mistakes mistakes) {
    for (Located<Target> target : targets) {
      requireReferences(target, codes, mistakes);
      Optional.ofNullable(indicators.get(target.value().indicator()))
          .ifPresent(indicator -> requireSense(target, indicator, codes.district(), mistakes));
    }
    requireOwnIds(targets, milestones, mistakes);
    VersionChecks.check(targets, milestones, mistakes);
  }

  /** The codes that a target refers to; the district's is empty when it could not be read. */
  record Codes(
      KnownCodes indicators,
      KnownCodes places,
      KnownCodes sectors,
      KnownCodes lampPresets,
      Optional<String> district) {}

  private static void requireReferences(Located<Target> located, Codes codes, Mistakes mistakes) {
    Target target = located.value();
    if (!codes.indicators().contains(target.indicator())) {
      mistakes.add(located.at(), "unknown-indicator", "indicator", target.indicator());
    }
    if (!codes.places().contains(target.place())) {
      mistakes.add(located.at(), "unknown-place", target.place());
    }
    if (!Sector.isCoarse(target.sector()) && !codes.sectors().contains(target.sector())) {
      mistakes.add(located.at(), "unknown-sector", target.sector());
    }
    if (!target.lampPreset().isEmpty() && !codes.lampPresets().contains(target.lampPreset())) {
      mistakes.add(located.at(), "unknown-lamp-preset", target.lampPreset());
    }
  }

  /** The kind of the target can be judged on the kind of its indicator, and at its place. */
  private static void requireSense(
      Located<Target> located, Indicator indicator, Optional<String> district, Mistakes mistakes) {
    Target target = located.value();
    boolean ratio = indicator.kind() == Kind.LEVEL || indicator.kind() == Kind.RATE;
    boolean judged =
        switch (target.kind()) {
          case POINTS, SHARE -> ratio;
          case RANK -> indicator.kind() == Kind.LEVEL;
          case GROWTH, REDUCTION -> !ratio;
          case LEVEL, SCOPE -> true;
        };
    if (!judged) {
      mistakes.add(
          located.at(), "kind-not-of-indicator", target.kind().code(), indicator.kind().code());
    }
    if (target.pace() == Target.Pace.LAST_YEAR && indicator.kind() != Kind.FLOW) {
      mistakes.add(located.at(), "pace-not-of-indicator", indicator.kind().code());
    }
    if (target.comparableBasis() && !indicator.comparable()) {
      mistakes.add(located.at(), "not-comparable", indicator.code());
    }
    boolean districtOnly = indicator.lowestPlace() == LowestPlace.DISTRICT;
    if (districtOnly && district.filter(code -> !code.equals(target.place())).isPresent()) {
      mistakes.add(located.at(), "district-only", indicator.code(), target.place());
    }
  }

  /**
   * No version of the plan states an id twice, and no milestone bears the id of a target. Within
   * one file the table has seen to it already.
   */
  private static void requireOwnIds(
      List<Located<Target>> targets, List<Located<Milestone>> milestones, Mistakes mistakes) {
    Map<String, Location> owners = new HashMap<>();
    Map<String, Location> versions = new HashMap<>();
    for (Located<Target> target : targets) {
      String id = target.value().id();
      owners.putIfAbsent(id, target.at());
      requireFree(versions, id + " " + target.value().planVersion(), target.at(), mistakes);
    }
    for (Located<Milestone> milestone : milestones) {
      requireFree(owners, milestone.value().id(), milestone.at(), mistakes);
    }
  }

  private static void requireFree(
      Map<String, Location> owners, String id, Location at, Mistakes mistakes) {
    Location other = owners.putIfAbsent(id, at);
    if (other != null && !other.file().equals(at.file())) {
      mistakes.add(at, "id-twice", id, other.file(), other.line());
    }
  }
}
