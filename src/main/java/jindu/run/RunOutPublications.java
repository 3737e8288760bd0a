package jindu.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jindu.core.Retention;
import jindu.lake.RemovedPublications;
import jindu.lake.RemovedPublications.Removed;

/**
 * Takes away the publications whose time has run out by {@code reference/retention.yaml}. They are
 * deleted only after the ledger was told; what a night that died left out of sight is told, and
 * deleted, by the next.
 */
final class RunOutPublications {

  private RunOutPublications() {}

  /**
   * Takes them out of sight, after the switch.
   *
   * @param before the publication in force until the switch, which readers may still be reading
   * @return what the ledger is to say, one entry each
   */
  static List<LedgerEntry> takeAway(Night night, Optional<String> before) throws IOException {
    Publications publications = Publications.of(night.lake());
    Set<String> inUse = new TreeSet<>();
    before.ifPresent(inUse::add);
    publications.current().ifPresent(inUse::add);
    Retention retention = night.catalog().retention();
    RemovedPublications removed = new RemovedPublications(night.lake());
    Set<String> away = new TreeSet<>(removed.takenAway());
    List<Removed> runOut = new ArrayList<>();
    Map<Retention.Made, Publications.Made> made = new LinkedHashMap<>();
    for (Publications.Made each : publications.there()) {
      boolean takenBack = publications.inPlaceOf(each).isPresent();
      made.put(new Retention.Made(each.id(), each.asOf(), takenBack), each);
    }
    for (Retention.Made each : retention.runOut(List.copyOf(made.keySet()), inUse, night.asOf())) {
      Publications.Made one = made.get(each);
      runOut.add(new Removed(one.id(), one.asOf(), one.follows(), night.asOf()));
      away.add(one.id());
    }
    if (!runOut.isEmpty()) {
      removed.takeAway(runOut);
    }
    String why =
        "retention.yaml: %d days, then %s; as of %s"
            .formatted(retention.days(), retention.older().code(), night.asOf());
    return away.stream().map(id -> LedgerEntry.removal(id, why)).toList();
  }
}
