package jindu.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jindu.check.Check;
import jindu.core.RegisterForm;
import jindu.run.History.PastBatch;
import jindu.run.ObservationChanges.FormYear;
import jindu.table.LedgerTable;
import jindu.table.ObservationTable;
import jindu.table.QuarantineTable;
import jindu.table.ReturnTable;
import jindu.table.TableDefinition;
import jindu.table.Types;
import jindu.table.VerdictTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Judges the rows of the touched forms received by the as-of day anew, because a verdict is a
 * function of all that was received: a register entry of tonight may admit a return of last month.
 * Records the accounts and the verdicts that changed, replaces observations and quarantine of the
 * forms in which anything changed, and says which slices did.
 */
final class CheckStage {

  private static final StructType DELIVERIES =
      new StructType().add(LedgerTable.DELIVERY_ID, Types.TEXT);

  private final Night night;
  private final History history;
  private final Map<String, String> marks;
  private final Judging judging;
  private final Touched touched;
  private List<FileAccount> changed = List.of();
  private List<FormYear> changes = List.of();

  CheckStage(Night night, Agenda agenda, Touched touched, Judging judging) {
    this.night = night;
    this.history = agenda.history();
    this.marks = agenda.arrivals().marks();
    this.touched = touched;
    this.judging = judging;
  }

  /**
   * @param read deliveries of this night as ingest read them, by delivery id
   */
  Night.Rows run(Map<String, FileAccount> read) throws RunException, IOException {
    if (touched.isNone()) {
      return new Night.Rows(0, 0);
    }
    // Settled and not a cache: what follows is planned without the plan of all the checks.
    Dataset<Row> verdicts =
        SettledRows.of(
            VerdictTable.DEFINITION.select(
                judging.verdicts(received(), night.catalog(), night.asOf()).where(isTouched())));
    List<FileAccount> accounts =
        Accounts.of(verdicts, history.withFiles(touched::holds), read, night.asOf());
    Accounts.requireBalance(accounts);
    changed = Accounts.changed(accounts, history);
    Stored stored = new Stored(night.tables(), history);
    Dataset<Row> observations = Check.observations(verdicts, night.catalog());
    Dataset<Row> quarantine = Check.quarantine(verdicts, night.catalog());
    // Kept, because values are compared and then verdicts: what is stored is read once for both.
    Dataset<Row> before =
        Traces.of(
                stored.read(ObservationTable.DEFINITION).where(isTouched()),
                stored.read(QuarantineTable.DEFINITION).where(isTouched()),
                night.catalog())
            .persist();
    Dataset<Row> now = Traces.of(observations, quarantine, night.catalog());
    if (!touched.fromNothing()) {
      changes = ObservationChanges.between(before, now);
    }
    record(read, stored, before, now);
    before.unpersist();
    return new Night.Rows(
        accounts.stream().mapToLong(FileAccount::rowsRead).sum(),
        accounts.stream().mapToLong(FileAccount::accepted).sum(),
        Stream.of(
                write(ObservationTable.DEFINITION, observations, true),
                write(QuarantineTable.DEFINITION, quarantine, false))
            .flatMap(List::stream)
            .toList());
  }

  /** The accounts that are new or other than before. */
  List<FileAccount> changed() {
    return changed;
  }

  /** What is other in observations and quarantine. */
  List<FormYear> changes() {
    return changes;
  }

  /** Takes over what the stage left when an earlier try of the batch finished it. */
  void carryOn(HandOver.Checked left) {
    changed = left.accounts();
    changes = left.changes();
  }

  HandOver.Checked handOver() {
    return new HandOver.Checked(changed, changes);
  }

  /** Whether any row of observations or quarantine is other than it was. */
  boolean changedRows() {
    return touched.fromNothing() || changes.stream().anyMatch(FormYear::rows);
  }

  private Dataset<Row> received() {
    Column needed = isTouched().or(col(ReturnTable.FORM).equalTo(RegisterForm.CODE));
    return night
        .tables()
        .read(ReturnTable.DEFINITION)
        .where(col(ReturnTable.RECEIVED_DATE).leq(Date.valueOf(night.asOf())))
        .where(needed);
  }

  private Column isTouched() {
    return touched.all().isPresent()
        ? lit(true)
        : col(ReturnTable.FORM).isin(touched.forms().toArray());
  }

  /** All of it where nothing stored is relied on, else the forms in which a row is other. */
  private List<LedgerEntry> write(TableDefinition table, Dataset<Row> rows, boolean observed) {
    if (touched.fromNothing()) {
      return List.of(night.replace(table, rows));
    }
    TreeSet<String> forms =
        changes.stream()
            .filter(change -> change.rows() && change.observed() == observed)
            .map(FormYear::form)
            .collect(Collectors.toCollection(TreeSet::new));
    if (forms.isEmpty()) {
      return List.of();
    }
    String part =
        forms.stream()
            .map(form -> "'" + form.replace("'", "''") + "'")
            .collect(Collectors.joining(", ", "form IN (", ")"));
    return List.of(
        night.replace(table, rows.where(col(ObservationTable.FORM).isin(forms.toArray())), part));
  }

  private void record(
      Map<String, FileAccount> read, Stored stored, Dataset<Row> before, Dataset<Row> now)
      throws IOException {
    List<LedgerEntry> files = new ArrayList<>(changed.stream().map(this::entry).toList());
    boolean isComparable =
        stored.isThere(ObservationTable.DEFINITION) && stored.isThere(QuarantineTable.DEFINITION);
    if (history.files().isEmpty() || !changedRows() || !isComparable) {
      night.ledger().record(night.batch(), files);
      return;
    }
    Dataset<Row> changedVerdicts =
        VerdictChanges.between(before, now)
            .where(col(LedgerTable.RECEIVED_DATE).leq(lit(Date.valueOf(judgedBefore()))))
            .transform(rows -> withoutNew(rows, read));
    night.ledger().record(night.batch(), files, changedVerdicts);
  }

  private LedgerEntry entry(FileAccount account) {
    History.KnownFile before = history.files().get(account.deliveryId());
    return LedgerEntry.file(
        account, before == null ? marks.getOrDefault(account.path(), "") : before.detail());
  }

  /** Rows received later were not judged by the last batch, or are not by this one. */
  private LocalDate judgedBefore() {
    return history
        .lastFinished()
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
