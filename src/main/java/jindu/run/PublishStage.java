package jindu.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jindu.lake.PublishedZone;
import jindu.publish.PublicationHead;
import jindu.publish.Publish;
import jindu.publish.PublishedDocument;
import jindu.publish.PublishedRows;
import jindu.publish.PublishedTable;
import jindu.table.TableDefinition;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Builds a publication aside and puts it in force, unless every file is as before. */
final class PublishStage {

  private final Night night;
  private final History history;
  private final PublishedZone zone;
  private String made;
  private List<LedgerEntry> removals = List.of();

  PublishStage(Night night, History history) {
    this.night = night;
    this.history = history;
    this.zone = new PublishedZone(night.lake());
  }

  Night.Rows run(Map<TableDefinition, Dataset<Row>> protectedTables) throws IOException {
    Map<TableDefinition, Dataset<Row>> tables =
        Publish.tables(night.spark(), protectedTables, night.catalog(), night.asOf());
    discardLeft();
    String publication = nextId();
    Path folder = zone.building(publication);
    List<PublishedTable> written = Publish.write(folder, tables);
    long rows = written.stream().mapToLong(PublishedTable::rows).sum();
    Optional<String> current = whole(zone);
    if (current.isPresent()
        && Publish.isSame(
            zone.folder(current.get()), zone.manifest(current.get()), folder, written)) {
      zone.discard(publication);
      // What is asked changes without any figure that is due: a month before its quarter's day, an
      // explanation, a finding.
      QueryLists.write(night, current.get());
      recordUnrecorded(current.get());
      removals = RunOutPublications.takeAway(night, current);
      return new Night.Rows(rows, 0, removals);
    }
    List<String> batches = new ArrayList<>(history.finished());
    batches.add(night.batch().id());
    PublishedRows published = PublishedRows.read(folder, publication, night.asOf(), written);
    List<PublishedDocument> documents =
        Publish.documents(folder, published, before(current), night.catalog());
    Publish.manifest(
        folder, publication, night.asOf(), current, batches, night.catalog(), written, documents);
    QueryLists.write(night, publication);
    zone.putInForce(publication);
    made = publication;
    removals = RunOutPublications.takeAway(night, current);
    return new Night.Rows(rows, rows, removals);
  }

  /** What the publication in force says, for what people look at tells what changed since. */
  private Optional<PublishedRows> before(Optional<String> current) throws IOException {
    return current.isEmpty()
        ? Optional.empty()
        : Optional.of(
            PublishedRows.read(
                zone.folder(current.get()), zone.manifest(current.get()), Publish.COMPARED));
  }

  /** The publication in force, empty where there is none or it is damaged. */
  static Optional<String> whole(PublishedZone zone) throws IOException {
    Optional<String> current = zone.current();
    return current.isPresent() && Publications.isWhole(zone, current.get())
        ? current
        : Optional.empty();
  }

  /** The publication made, empty when nothing changed. */
  Optional<String> made() {
    return Optional.ofNullable(made);
  }

  /** The publications whose time had run out. */
  List<String> removed() {
    return removals.stream().map(LedgerEntry::name).toList();
  }

  /** A batch that died right after its switch left a publication the ledger does not know. */
  private void recordUnrecorded(String current) {
    if (!history.publications().containsKey(current)) {
      made = current;
    }
  }

  /** What a batch that died made and never put in force was no publication. */
  private void discardLeft() throws IOException {
    Optional<String> current = zone.current();
    for (String id : zone.complete()) {
      boolean isTold = history.publications().containsKey(id) || current.equals(Optional.of(id));
      if (!isTold && isLeft(id)) {
        zone.remove(id);
      }
    }
  }

  private boolean isLeft(String id) throws IOException {
    return PublicationHead.find(zone.manifest(id))
        .flatMap(PublicationHead::batch)
        .filter(batch -> batch.equals(night.batch().id()) || history.died(batch))
        .isPresent();
  }

  /**
   * As-of date and the next number that was never given, so that ids sort in the order they were
   * made and none names two publications.
   */
  private String nextId() throws IOException {
    int number = 1;
    while (zone.has(id(number)) || history.publications().containsKey(id(number))) {
      number++;
    }
    return id(number);
  }

  private String id(int number) {
    return "%s-%02d".formatted(night.asOf(), number);
  }
}
