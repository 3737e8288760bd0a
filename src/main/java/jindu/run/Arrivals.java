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
 * The deliveries this night has not seen.
 *
 * @param deliveries new files and files with new content, with the day they count as received
 * @param marks size and time of change of every file, by path
 */
record Arrivals(List<Delivery> deliveries, Map<String, String> marks) {

  /**
   * Compares the inbox with the ledger. A file with the recorded size and time of change is known;
   * only where these differ is its content hashed, because reading every byte of every year each
   * night would cost more than the night.
   *
   * @param today the day first seen, for files in no folder of a day
   */
  static Arrivals of(
      List<DeliveredFile> inbox,
      History history,
      LocalDate today,
      Function<DeliveredFile, String> contentHash) {
    List<Delivery> deliveries = new ArrayList<>();
    Map<String, String> marks = new HashMap<>();
    for (DeliveredFile file : inbox) {
      Optional<InboxPath> path = InboxPath.parse(file.path());
      if (path.isEmpty()) {
        continue;
      }
      String mark = "%d bytes, changed %d".formatted(file.size(), file.modified());
      marks.put(file.path(), mark);
      List<History.KnownFile> before = history.at(file.path());
      if (!isKnown(before, mark) && !isKnownContent(before, file, contentHash)) {
        LocalDate received = received(path.get().receivedDate().orElse(today), history);
        deliveries.add(new Delivery(file.path(), file.location(), path.get().form(), received));
      }
    }
    return new Arrivals(deliveries, marks);
  }

  /** The latest received day of these and of all earlier deliveries. */
  Optional<LocalDate> asOf(History history) {
    return Stream.concat(
            deliveries.stream().map(Delivery::receivedDate),
            history.files().values().stream().map(file -> file.account().receivedDate()))
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
    return before.stream().anyMatch(known -> known.account().contentHash().equals(hash));
  }

  /**
   * A day on or before a publication's as-of date becomes the day after it (contracts.md section
   * 3).
   */
  private static LocalDate received(LocalDate day, History history) {
    return history
        .publishedAsOf()
        .filter(published -> !day.isAfter(published))
        .map(published -> published.plusDays(1))
        .orElse(day);
  }
}
