package jindu.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;

import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jindu.check.Check;
import jindu.run.History.KnownFile;
import jindu.table.ObservationTable;
import jindu.table.QuarantineTable;
import jindu.table.ReturnTable;
import jindu.table.VerdictTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Judges every stored row anew, because a verdict is a function of all that was received: a
 * register entry of tonight may admit a return of last month. Writes observations and quarantine.
 */
final class CheckStage {

  private final Night night;
  private final History history;
  private final IngestStage ingest;
  private List<FileAccount> accounts = List.of();
  private long observations;

  CheckStage(Night night, History history, IngestStage ingest) {
    this.night = night;
    this.history = history;
    this.ingest = ingest;
  }

  Night.Rows run() throws RunException {
    Dataset<Row> verdicts =
        VerdictTable.DEFINITION
            .select(
                Check.verdicts(
                    night.tables().read(ReturnTable.DEFINITION), night.catalog(), night.asOf()))
            .persist();
    try {
      observations =
          night.replace(ObservationTable.DEFINITION, Check.observations(verdicts, night.catalog()));
      night.replace(QuarantineTable.DEFINITION, Check.quarantine(verdicts, night.catalog()));
      accounts = accounts(verdicts);
    } finally {
      verdicts.unpersist();
    }
    refuseImbalance();
    return new Night.Rows(
        accounts.stream().mapToLong(FileAccount::rowsRead).sum(),
        accounts.stream().mapToLong(FileAccount::accepted).sum());
  }

  /** The account of every delivery in the lake, for the verdicts now in force. */
  List<FileAccount> accounts() {
    return accounts;
  }

  /** Values written to {@code observations}. */
  long observations() {
    return observations;
  }

  private List<FileAccount> accounts(Dataset<Row> verdicts) {
    Map<String, KnownFile> known = history.files();
    List<FileAccount> found = new ArrayList<>();
    for (Row row :
        verdicts
            .groupBy(
                VerdictTable.DELIVERY_ID,
                VerdictTable.FORM,
                VerdictTable.PATH,
                VerdictTable.RECEIVED_DATE)
            .agg(rows("accepted"), rows("unchanged"), rows("quarantined"))
            .orderBy(VerdictTable.PATH, VerdictTable.DELIVERY_ID)
            .collectAsList()) {
      String delivery = row.getString(0);
      KnownFile before = known.get(delivery);
      found.add(
          new FileAccount(
              delivery,
              row.getString(1),
              row.getString(2),
              before == null
                  ? ingest.contentHashes().get(delivery)
                  : before.account().contentHash(),
              row.<Date>getAs(3).toLocalDate(),
              before == null
                  ? ingest.rowsRead().getOrDefault(delivery, 0L)
                  : before.account().rowsRead(),
              row.getLong(4),
              row.getLong(5),
              row.getLong(6)));
    }
    return found;
  }

  private static org.apache.spark.sql.Column rows(String verdict) {
    return count_if(col(VerdictTable.VERDICT).equalTo(verdict)).as(verdict);
  }

  private void refuseImbalance() throws RunException {
    List<FileAccount> wrong = accounts.stream().filter(account -> !account.balances()).toList();
    if (!wrong.isEmpty()) {
      FileAccount first = wrong.get(0);
      throw new RunException(
          RunException.Kind.ACCOUNTING,
          Integer.toString(wrong.size()),
          Integer.toString(accounts.size()),
          first.path(),
          Long.toString(first.rowsRead()),
          Long.toString(first.accepted()),
          Long.toString(first.unchanged()),
          Long.toString(first.quarantined()));
    }
  }
}
