package jindu.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import jindu.TestSession;
import jindu.catalog.Catalog;
import jindu.core.ContentHash;
import jindu.lake.DeltaTables;
import jindu.lake.Lake;
import jindu.lake.PublishedZone;
import jindu.publish.Publish;
import jindu.table.CellTable;
import jindu.table.ContributionTable;
import jindu.table.EntryExitTable;
import jindu.table.ObservationTable;
import jindu.table.PlanProgressTable;
import jindu.table.QuarantineTable;
import jindu.table.ReturnTable;
import jindu.table.RevisionLogTable;
import jindu.table.TableDefinition;
import jindu.table.WeakUnitTable;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.delta.DeltaLog;

/** The smallest lake, two townships and one form, before a night that is made to go wrong. */
final class CrashLake {

  private static final List<TableDefinition> TABLES =
      List.of(
          ReturnTable.DEFINITION,
          ObservationTable.DEFINITION,
          QuarantineTable.DEFINITION,
          ContributionTable.DEFINITION,
          CellTable.DEFINITION,
          EntryExitTable.UNPROTECTED,
          PlanProgressTable.UNPROTECTED,
          WeakUnitTable.DEFINITION,
          RevisionLogTable.DEFINITION);

  private final Path folder;
  private final SmallLake lake;

  private CrashLake(Path folder, SmallLake lake) {
    this.folder = folder;
    this.lake = lake;
  }

  /** One that has never seen a night, with a delivery of two townships. */
  static CrashLake fresh(Path folder) throws Exception {
    CrashLake made = new CrashLake(folder, SmallLake.in(folder, Set.of("CZ-1"), Set.of()));
    made.deliver("2020-05-02", 5);
    return made;
  }

  /** The same after its first night, with a correction and a refused row delivered since. */
  static CrashLake corrected(Path folder) throws Exception {
    CrashLake made = fresh(folder);
    made.night();
    made.deliver("2020-05-03", 6);
    return made;
  }

  /** The same again, beside it; files are as old as those they are copied from. */
  CrashLake copy(Path to) throws Exception {
    copy(folder, to);
    return new CrashLake(to, SmallLake.at(to));
  }

  /**
   * Puts the folders of a backup in the place of its own; what was delivered and the catalog stay.
   */
  void restore(CrashLake backup) throws IOException {
    for (Path own : folders(folder)) {
      FileUtils.deleteDirectory(own.toFile());
    }
    for (Path kept : folders(backup.folder)) {
      copy(kept, folder.resolve(kept.getFileName()));
    }
  }

  private static List<Path> folders(Path lake) throws IOException {
    try (Stream<Path> folders = Files.list(lake)) {
      return folders
          .filter(Files::isDirectory)
          .filter(each -> !Set.of("inbox", "reference").contains(each.getFileName().toString()))
          .toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(
            file,
            to.resolve(from.relativize(file).toString()),
            LinkOption.NOFOLLOW_LINKS,
            StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  /** Delivers another amount of one item, received on the day. */
  void deliver(String day, int amount) throws IOException {
    lake.deliver(
        "CZ-1/" + day + "/a.csv",
        SmallLake.BUDGET
            + "2020-03,410311002,增值税,%d\n2020-03,410311004,契税,7\n2020-03,410311999,契税,1\n"
                .formatted(amount));
  }

  Path folder() {
    return folder;
  }

  NightResult night() throws Exception {
    return lake.night();
  }

  NightResult night(Progress progress) throws Exception {
    return lake.night(progress);
  }

  Catalog catalog() {
    return lake.catalog();
  }

  /** Writes another text in the place of one in a file of the catalog. */
  void changeReference(String path, String from, String to) throws Exception {
    lake.changeReference(path, from, to);
  }

  /** As a new process finds it: nothing of what the last one had in memory. */
  void forget() {
    DeltaLog.clearCache();
    TestSession.get().catalog().clearCache();
  }

  /** What a reader finds wrong with the publication in force. */
  List<String> wrongInForce() throws IOException {
    PublishedZone zone = zone();
    return zone.current().isEmpty()
        ? List.of()
        : Publish.damaged(zone.folder(zone.current().get()), zone.manifest(zone.current().get()));
  }

  /**
   * Everything that a finished night leaves and that must not depend on how often it was tried: the
   * rows of each table, the publications, and the batches with how they ended.
   */
  Map<String, String> state() throws Exception {
    Map<String, String> state = new TreeMap<>();
    Lake opened = Lake.toRead(folder.toString());
    DeltaTables tables = new DeltaTables(TestSession.get(), opened);
    for (TableDefinition table : TABLES) {
      state.put(table.name(), rows(tables, table));
    }
    for (String publication : zone().complete()) {
      state.put("published " + publication, hashes(publication));
    }
    state.put("in force", zone().current().orElse("none"));
    state.put("linked", linked());
    History history = new Ledger(TestSession.get(), tables, SampleLake.CLOCK).history();
    history.batches().forEach((id, batch) -> state.put(id, batch.asOf() + " " + batch.finished()));
    state.put("publications told", history.publications().toString());
    state.put("files told", new TreeMap<>(history.files()).toString());
    state.put("built aside", aside().toString());
    return state;
  }

  private String rows(DeltaTables tables, TableDefinition table) throws Exception {
    List<String> rows = new ArrayList<>();
    for (var row : tables.read(table).collectAsList()) {
      rows.add(row.toString());
    }
    rows.sort(Comparator.naturalOrder());
    return rows.size() + " rows " + ContentHash.of(String.join("\n", rows));
  }

  private String linked() throws IOException {
    Path link = folder.resolve("published/current");
    return Files.isSymbolicLink(link) ? Files.readSymbolicLink(link).toString() : "none";
  }

  private String hashes(String publication) throws IOException {
    return ContentHash.of(
        zone().manifest(publication).replaceAll("\"(workbook|dashboard)[^}]*}", ""));
  }

  private List<String> aside() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("published"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("_"))
          .sorted()
          .toList();
    }
  }

  private PublishedZone zone() throws IOException {
    return new PublishedZone(Lake.toRead(folder.toString()));
  }
}
