package jindu.run;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jindu.lake.Lake;
import jindu.lake.PublishedZone;
import jindu.lake.RemovedPublications;
import jindu.lake.RemovedPublications.Removed;
import jindu.publish.PublicationHead;
import jindu.publish.Publish;

/**
 * All publications that a lake made, those that are there and those that were removed, told by the
 * files of {@code published/} alone: who looks for one need not wait for Spark.
 */
final class Publications {

  /** So many ids are named to who asked for one that is not there. */
  private static final int NAMED = 10;

  private final Optional<String> current;
  private final List<Made> made;

  private Publications(Optional<String> current, List<Made> made) {
    this.current = current;
    this.made = made;
  }

  /**
   * A publication.
   *
   * @param follows the one in force when it was made; empty where not known
   * @param removed the as-of date of the night that removed it; empty while it is there
   */
  record Made(String id, LocalDate asOf, Optional<String> follows, Optional<LocalDate> removed) {}

  static Publications of(Lake lake) throws IOException {
    PublishedZone zone = new PublishedZone(lake);
    Map<String, Made> made = new TreeMap<>();
    for (Removed each : new RemovedPublications(lake).named().values()) {
      made.put(
          each.id(), new Made(each.id(), each.asOf(), each.follows(), Optional.of(each.removed())));
    }
    for (String id : zone.complete()) {
      // One whose manifest was damaged is none, and must not keep a night from publishing.
      PublicationHead.find(zone.manifest(id))
          .ifPresent(
              head -> made.put(id, new Made(id, head.asOf(), head.follows(), Optional.empty())));
    }
    return new Publications(zone.current(), List.copyOf(made.values()));
  }

  /** Whether a publication is there, each file as its manifest says. */
  static boolean isWhole(PublishedZone zone, String id) throws IOException {
    return zone.complete().contains(id)
        && PublicationHead.find(zone.manifest(id)).isPresent()
        && Publish.damaged(zone.folder(id), zone.manifest(id)).isEmpty();
  }

  /** The one in force, empty before the first. */
  Optional<String> current() {
    return current;
  }

  /** Those that are there, in the order in which they were made. */
  List<Made> there() {
    return made.stream().filter(each -> each.removed().isEmpty()).toList();
  }

  /**
   * The publication with the id.
   *
   * @throws RunException when there is none, or it was removed
   */
  Made withId(String id) throws RunException {
    Optional<Made> found = there().stream().filter(each -> each.id().equals(id)).findFirst();
    if (found.isEmpty()) {
      throw missing(id);
    }
    return found.get();
  }

  /** Why there is none with the id: it was removed, or never made. */
  RunException missing(String id) {
    return made.stream()
        .filter(each -> each.id().equals(id))
        .flatMap(each -> each.removed().stream())
        .map(
            removed ->
                new RunException(
                    RunException.Kind.REMOVED_PUBLICATION, id, removed.toString(), thereAround(id)))
        .findFirst()
        .orElseGet(() -> new RunException(RunException.Kind.NO_PUBLICATION, id, thereAround(id)));
  }

  /**
   * The last publication as of the day or before.
   *
   * @throws RunException when nothing was published by the day, or what was is removed
   */
  Made on(LocalDate day) throws RunException {
    List<Made> found = made.stream().filter(each -> !each.asOf().isAfter(day)).toList();
    if (found.isEmpty()) {
      throw new RunException(
          RunException.Kind.NOTHING_PUBLISHED_BY, day.toString(), thereAround(day.toString()));
    }
    return withId(found.get(found.size() - 1).id());
  }

  /**
   * The publication that {@code publish --back} put in the place of one: when the next was made, or
   * now, another was in force. Empty where that is not so, or not known.
   */
  Optional<String> inPlaceOf(Made one) {
    int next = made.indexOf(one) + 1;
    Optional<String> after = next < made.size() ? made.get(next).follows() : current;
    return after.filter(id -> !id.equals(one.id()));
  }

  /** Ids of what is there: all, or of many the first, the last, and those beside the one asked. */
  private String thereAround(String asked) {
    List<String> ids = there().stream().map(Made::id).toList();
    if (ids.size() <= NAMED) {
      return ids.isEmpty() ? "–" : String.join(", ", ids);
    }
    int at = (int) ids.stream().filter(id -> id.compareTo(asked) < 0).count();
    int from = Math.max(0, Math.min(at - NAMED / 2, ids.size() - NAMED));
    List<String> named = new ArrayList<>(ids.subList(from, from + NAMED));
    if (from > 0) {
      named.add(0, ids.get(0) + " …");
    }
    if (from + NAMED < ids.size()) {
      named.add("… " + ids.get(ids.size() - 1));
    }
    return String.join(", ", named);
  }
}
