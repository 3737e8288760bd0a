package jindu.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jindu.check.Check;
import jindu.run.History.PastBatch;
import jindu.table.LedgerTable;
import jindu.table.ObservationTable;
import jindu.table.QuarantineTable;
import jindu.table.ReturnTable;
import jindu.table.Types;
import jindu.table.VerdictTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Judges every row stored and received by the as-of day anew, because a verdict is a function of
 * all that was received: a register entry of tonight may admit a return of last month. Records the
 * accounts and the verdicts that changed, then writes observations and quarantine.
 */
final class CheckStage {

  private static final StructType DELIVERIES =
      new StructType().add(LedgerTable.DELIVERY_ID, Types.TEXT);

  private final Night night;
  private final History history;
  private final Map<String, String> marks;
  private final Judging judging;
  private List<FileAccount> changed = List.of();
  private long observations;

  CheckStage(Night night, Agenda agenda, Judging judging) {
    this.night = night;
    this.history = agenda.history();
    this.marks = agenda.arrivals().marks();
    this.judging = judging;
  }

  /**
   * @param read deliveries of this night as ingest read them, by delivery id
   */
  Night.Rows run(Map<String, FileAccount> read) throws RunException {
    Dataset<Row> verdicts =
        VerdictTable.DEFINITION
            .select(judging.verdicts(received(), night.catalog(), night.asOf()))
            .persist();
    try {
      List<FileAccount> accounts = Accounts.of(verdicts, history, read, night.asOf());
      Accounts.requireBalance(accounts);
      Dataset<Row> observed = Check.observations(verdicts, night.catalog());
      Dataset<Row> refused = Check.quarantine(verdicts, night.catalog());
      changed = Accounts.changed(accounts, history);
      record(read, new VerdictChanges.Traces(observed, refused));
      observations = night.replace(ObservationTable.DEFINITION, observed);
      night.replace(QuarantineTable.DEFINITION, refused);
      return new Night.Rows(
          accounts.stream().mapToLong(FileAccount::rowsRead).sum(),
          accounts.stream().mapToLong(FileAccount::accepted).sum());
    } finally {
      verdicts.unpersist();
    }
  }

  /** The accounts that are new or other than before. */
  List<FileAccount> changed() {
    return changed;
  }

  /** Values written to {@code observations}. */
  long observations() {
    return observations;
  }

  private Dataset<Row> received() {
    return night
        .tables()
        .read(ReturnTable.DEFINITION)
        .where(col(ReturnTable.RECEIVED_DATE).leq(Date.valueOf(night.asOf())));
  }

  /** Before the tables are replaced: what they hold until then is what the verdicts were. */
  private void record(Map<String, FileAccount> read, VerdictChanges.Traces now) {
    List<LedgerEntry> files = changed.stream().map(this::entry).toList();
    if (history.files().isEmpty()) {
      night.ledger().record(night.batch(), "files", files);
      return;
    }
    VerdictChanges.Traces before =
        new VerdictChanges.Traces(
            night.tables().read(ObservationTable.DEFINITION),
            night.tables().read(QuarantineTable.DEFINITION));
    Dataset<Row> changes =
        VerdictChanges.between(before, now)
            .where(col(LedgerTable.RECEIVED_DATE).leq(lit(Date.valueOf(judgedBefore()))))
            .transform(rows -> withoutNew(rows, read));
    night.ledger().record(night.batch(), "files", files, changes);
  }

  private LedgerEntry entry(FileAccount account) {
    History.KnownFile before = history.files().get(account.deliveryId());
    return LedgerEntry.file(
        account, before == null ? marks.getOrDefault(account.path(), "") : before.detail());
  }

  /** Rows received later were not judged by the last batch, or are not by this one. */
  private LocalDate judgedBefore() {
    return history
        .last()
        .map(PastBatch::asOf)
        .filter(day -> day.isBefore(night.asOf()))
        .orElse(night.asOf());
  }

  /** A new delivery's rows had no verdict before. An anti join cannot repeat rows. */
  private Dataset<Row> withoutNew(Dataset<Row> changes, Map<String, FileAccount> read) {
    if (read.isEmpty()) {
      return changes;
    }
    List<Row> rows = read.keySet().stream().map(delivery -> RowFactory.create(delivery)).toList();
    return changes.join(
        night.spark().createDataFrame(rows, DELIVERIES),
        CollectionConverters.asScala(List.of(LedgerTable.DELIVERY_ID)).toSeq(),
        "left_anti");
  }
}
