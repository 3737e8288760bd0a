package jindu.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import jindu.ingest.Delivery;
import jindu.ingest.InboxPath;
import jindu.lake.Lake.DeliveredFile;

/**
 * The deliveries that no night has taken yet.
 *
 * @param deliveries new files and files with new content, with the day they count as received
 * @param marks size and time of change of every file, by path
 */
record Arrivals(List<Delivery> deliveries, Map<String, String> marks) {

  /**
   * Compares the inbox with the ledger. A file with the recorded size and time of change is known;
   * only where these differ is its content hashed, because reading every byte of every year each
   * night would cost more than the night.
   */
  static Arrivals of(
      List<DeliveredFile> inbox,
      History history,
      ReceivedDays receivedDays,
      Function<DeliveredFile, String> contentHash) {
    List<Delivery> deliveries = new ArrayList<>();
    Map<String, String> marks = new HashMap<>();
    Map<String, List<History.KnownFile>> known = history.filesByPath();
    for (DeliveredFile file : inbox) {
      Optional<InboxPath> path = InboxPath.parse(file.path());
      if (path.isEmpty()) {
        continue;
      }
      String mark = "%d bytes, changed %d".formatted(file.size(), file.modified());
      marks.put(file.path(), mark);
      List<History.KnownFile> before = known.getOrDefault(file.path(), List.of());
      if (!isKnown(before, mark) && !isKnownContent(before, file, contentHash)) {
        deliveries.add(
            new Delivery(
                file.path(), file.location(), path.get().form(), receivedDays.of(path.get())));
      }
    }
    return new Arrivals(deliveries, marks);
  }

  /** Those received by the end of the day; the others wait for a later night. */
  Arrivals by(LocalDate asOf) {
    return new Arrivals(
        deliveries.stream().filter(delivery -> !delivery.receivedDate().isAfter(asOf)).toList(),
        marks);
  }

  /**
   * The as-of day of a night that was given none: the latest received day of these and of all
   * earlier deliveries, never the clock. Where nothing came since a publication of a later day, it
   * is that day: a night that was told nothing never publishes the past over the present.
   */
  Optional<LocalDate> latestDay(History history) {
    return Stream.of(
            deliveries.stream().map(Delivery::receivedDate),
            history.files().values().stream().map(file -> file.account().receivedDate()),
            history.publishedAsOf().stream())
        .flatMap(days -> days)
        .max(LocalDate::compareTo);
  }

  private static boolean isKnown(List<History.KnownFile> before, String mark) {
    return before.stream().anyMatch(known -> known.detail().equals(mark));
  }

  private static boolean isKnownContent(
      List<History.KnownFile> before,
      DeliveredFile file,
      Function<DeliveredFile, String> contentHash) {
    if (before.isEmpty()) {
      return false;
    }
    String hash = contentHash.apply(file);
    return before.stream().anyMatch(known -> hash.equals(known.account().contentHash()));
  }
}
