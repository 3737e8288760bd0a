package jindu.run;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jindu.protect.pattern.Pattern;
import org.apache.spark.sql.Row;

/**
 * What earlier batches left in the ledger.
 *
 * @param batches every batch by its id, which sorts in time
 * @param files the latest account of each delivery, by delivery id
 * @param catalogs hash of each catalog file, by batch and path
 * @param publications as-of date of each publication, in the order they were made
 * @param publishers the batch that made each publication, in the same order
 * @param versions Delta version of each table written, by batch and table
 * @param patterns text of each pattern of protection, by batch, finished or not, and name: what was
 *     published stays published
 */
record History(
    TreeMap<String, PastBatch> batches,
    Map<String, KnownFile> files,
    Map<String, Map<String, String>> catalogs,
    Map<String, LocalDate> publications,
    Map<String, String> publishers,
    Map<String, Map<String, Long>> versions,
    TreeMap<String, Map<String, String>> patterns) {

  /**
   * A batch of an earlier night.
   *
   * @param finished false when it failed or died
   * @param agenda hash of what there was to do; null where the program of then did not say
   * @param stages what each stage that finished left to the later ones
   */
  record PastBatch(LocalDate asOf, boolean finished, String agenda, Map<String, String> stages) {

    /** One of which no more is known. */
    PastBatch(LocalDate asOf, boolean finished) {
      this(asOf, finished, null, Map.of());
    }

    /** The same as if no stage had finished. */
    PastBatch withoutStages() {
      return new PastBatch(asOf, finished, agenda, new TreeMap<>());
    }

    /** The same with what a later entry says of it. */
    PastBatch then(PastBatch later) {
      return new PastBatch(
          later.asOf(),
          finished || later.finished(),
          agenda == null ? later.agenda() : agenda,
          stages);
    }
  }

  /** A delivery as it was last recorded. */
  record KnownFile(FileAccount account, String detail) {}

  /**
   * @param rows of the ledger, in the order in which they were recorded
   */
  static History of(List<Row> rows) {
    return new HistoryReader().read(rows);
  }

  /** The same without deliveries. */
  History withoutFiles() {
    return withFiles(form -> false);
  }

  /** The same with the deliveries of some forms only. */
  History withFiles(Predicate<String> ofForm) {
    Map<String, KnownFile> some = new HashMap<>(files);
    some.values().removeIf(file -> !ofForm.test(file.account().form()));
    return new History(batches, some, catalogs, publications, publishers, versions, patterns);
  }

  /** The same as if no batch had said what it left in the tables: none of them is relied on. */
  History withoutVersions() {
    return new History(batches, files, catalogs, publications, publishers, Map.of(), patterns);
  }

  /** Whether no batch said what it left in the tables. */
  boolean reliesOnNothing() {
    return versions.isEmpty();
  }

  /** The latest of each pattern, as of the day or before. */
  List<Pattern> patternsOn(LocalDate asOf) {
    Map<String, String> latest = new TreeMap<>();
    patterns.forEach(
        (batch, texts) -> {
          if (batches.containsKey(batch) && !batches.get(batch).asOf().isAfter(asOf)) {
            latest.putAll(texts);
          }
        });
    return latest.values().stream().map(PatternText::parse).toList();
  }

  /**
   * The Delta version of a table as the last finished batch that wrote it left it; empty where none
   * did, or where it did not say so.
   */
  OptionalLong version(String table) {
    return finished().stream()
        .map(batch -> versions.getOrDefault(batch, Map.of()).get(table))
        .filter(version -> version != null)
        .mapToLong(Long::longValue)
        .reduce((earlier, later) -> later);
  }

  /** Number of the last batch, 0 before the first. */
  long lastNumber() {
    return batches.isEmpty() ? 0 : Long.parseLong(batches.lastKey().substring(1));
  }

  /** The last batch, finished or not. */
  Optional<PastBatch> last() {
    return Optional.ofNullable(batches.lastEntry()).map(Map.Entry::getValue);
  }

  /** The batch under which that is recorded which is no batch of its own. */
  Ledger.Batch lastBatch() {
    return new Ledger.Batch(lastNumber(), last().map(PastBatch::asOf).orElse(null));
  }

  /** The last batch, where it is to be carried on. */
  Optional<Unfinished> unfinished() {
    return last()
        .filter(batch -> !batch.finished() && batch.agenda() != null)
        .map(batch -> new Unfinished(batches.lastKey(), batch.agenda(), batch.stages()));
  }

  /** The Delta version that each table has at least, by what a batch said that did not finish. */
  Map<String, Long> versionsOf(Unfinished batch) {
    return versions.getOrDefault(batch.id(), Map.of());
  }

  /** The batches after the last that finished: none of them did. */
  Set<String> unfinishedSinceLast() {
    List<String> finished = finished();
    return finished.isEmpty()
        ? batches.keySet()
        : batches.tailMap(finished.get(finished.size() - 1), false).keySet();
  }

  /** Whether any batch ever began and did not finish. */
  boolean anyDied() {
    return batches.values().stream().anyMatch(batch -> !batch.finished());
  }

  /** Whether a batch began and did not finish. */
  boolean died(String batch) {
    return batches.containsKey(batch) && !batches.get(batch).finished();
  }

  /** The last batch that finished. */
  Optional<PastBatch> lastFinished() {
    return finished().stream().reduce((earlier, later) -> later).map(batches::get);
  }

  /** Hash of each catalog file of the last finished batch. */
  Map<String, String> catalog() {
    return finished().stream()
        .reduce((earlier, later) -> later)
        .map(batch -> catalogs.getOrDefault(batch, Map.of()))
        .orElse(Map.of());
  }

  /** Hash of each text of a catalog file that the ledger has. */
  Set<String> catalogHashes() {
    return catalogs.values().stream()
        .flatMap(files -> files.values().stream())
        .collect(Collectors.toSet());
  }

  /** Ids of the batches that finished, in time. */
  List<String> finished() {
    return batches.entrySet().stream()
        .filter(batch -> batch.getValue().finished())
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * The last finished batch as of that day or an earlier one: its catalog was in force on the day.
   */
  Optional<String> batchOn(LocalDate day) {
    return finished().stream()
        .filter(batch -> !batches.get(batch).asOf().isAfter(day))
        .reduce((earlier, later) -> later);
  }

  /** The batch that made the latest publication. */
  Optional<String> lastPublisher() {
    return publishers.values().stream().max(Comparator.naturalOrder());
  }

  /** The deliveries that came under each path; more than one when its content changed. */
  Map<String, List<KnownFile>> filesByPath() {
    return files.values().stream().collect(groupingBy(file -> file.account().path()));
  }

  /** The latest as-of date of a publication. */
  Optional<LocalDate> publishedAsOf() {
    return publications.values().stream().max(LocalDate::compareTo);
  }
}
