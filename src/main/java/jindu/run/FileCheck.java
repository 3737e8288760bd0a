package jindu.run;

import static java.util.stream.Collectors.toSet;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.io.IOException;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogException;
import jindu.check.Check;
import jindu.check.RelatedReturns;
import jindu.ingest.Delivery;
import jindu.ingest.Ingest;
import jindu.lake.DeltaTables;
import jindu.lake.Lake;
import jindu.table.ReturnTable;
import jindu.table.VerdictTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Judges files before they are delivered, as the next night would: with the stored register and the
 * stored returns of their forms. Takes no lock and writes nothing.
 */
public final class FileCheck {

  private final SparkSession spark;
  private final CheckRequest request;
  private final DeltaTables tables;
  private final Ledger ledger;
  private final Clock clock;

  private FileCheck(SparkSession spark, CheckRequest request, Clock clock) throws IOException {
    this.spark = spark;
    this.request = request;
    this.tables = new DeltaTables(spark, Lake.toRead(request.lake()));
    this.ledger = new Ledger(spark, tables, clock);
    this.clock = clock;
  }

  /**
   * Judges the files.
   *
   * @param clock tells the day received of files in no folder of a day
   * @throws RunException when a file is not there, or its form is not known
   * @throws CatalogException when the catalog of an earlier day cannot be read any more
   */
  public static CheckResult run(CheckRequest request, Clock clock)
      throws RunException, CatalogException, IOException {
    OfferedFiles.require(request.files());
    return new FileCheck(Sessions.startForFewRows(request.master()), request, clock).run();
  }

  private CheckResult run() throws RunException, CatalogException, IOException {
    History history = ledger.history();
    Catalog catalog = PastCatalog.on(request.asOf(), request.catalog(), history, ledger);
    List<Delivery> deliveries =
        new OfferedFiles(request, new FormByHeader(spark, catalog.forms()))
            .deliveries(days(history), history);
    LocalDate asOf = request.asOf().orElseGet(() -> latest(deliveries, history));
    Dataset<Row> offered = Ingest.returns(spark, deliveries, catalog.forms()).persist();
    try {
      Map<String, FileAccount> read = FilesRead.of(offered);
      boolean withLake = tables.exists(ReturnTable.DEFINITION);
      Dataset<Row> verdicts = verdicts(offered, read, catalog, asOf, withLake).persist();
      JudgedRows rows = JudgedRows.of(verdicts, catalog.forms());
      return new CheckResult(
          asOf,
          Accounts.of(verdicts, history.withoutFiles(), read, asOf),
          rows.refused(),
          rows.flagged(),
          rows.flaggedInAll(),
          withLake);
    } finally {
      offered.unpersist();
    }
  }

  private ReceivedDays days(History history) {
    Optional<LocalDate> published =
        history.publications().values().stream()
            .filter(day -> request.asOf().filter(day::isAfter).isEmpty())
            .max(LocalDate::compareTo);
    return ReceivedDays.of(ReceivedDays.today(clock), request.asOf(), published);
  }

  /** By the rule of the night that would take the files. */
  private static LocalDate latest(List<Delivery> offered, History history) {
    return new Arrivals(offered, Map.of()).latestDay(history).orElseThrow();
  }

  /** The verdicts on the offered rows, with what of the stored returns they depend on. */
  private Dataset<Row> verdicts(
      Dataset<Row> offered,
      Map<String, FileAccount> read,
      Catalog catalog,
      LocalDate asOf,
      boolean withLake) {
    Set<String> forms = read.values().stream().map(FileAccount::form).collect(toSet());
    Object[] deliveries = read.keySet().toArray();
    Dataset<Row> stored =
        tables
            .read(ReturnTable.DEFINITION)
            .where(col(ReturnTable.RECEIVED_DATE).leq(Date.valueOf(asOf)))
            .where(not(col(ReturnTable.DELIVERY_ID).isin(deliveries)));
    return Check.verdicts(
            withLake ? RelatedReturns.of(stored, offered, forms, catalog).union(offered) : offered,
            withLake ? catalog : catalog.withoutRegister(),
            asOf)
        .where(col(VerdictTable.DELIVERY_ID).isin(deliveries));
  }
}
