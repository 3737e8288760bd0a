package jindu.run;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jindu.check.Check;
import jindu.core.Verdict;
import jindu.table.VerdictTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** For each file: rows read = accepted + unchanged + quarantined (method.md section 2). */
final class Accounts {

  private Accounts() {}

  /**
   * The account of every delivery received by the as-of day, in the order of their paths, for the
   * verdicts now in force.
   *
   * <p>Begins with what was read, not with what was judged: a delivery that check lost as a whole
   * has an account, and it does not balance.
   *
   * @param read deliveries of this night as ingest read them, by delivery id
   */
  static List<FileAccount> of(
      Dataset<Row> verdicts, History history, Map<String, FileAccount> read, LocalDate asOf) {
    Map<String, FileAccount> accounts = new TreeMap<>();
    history.files().forEach((delivery, known) -> accounts.put(delivery, known.account()));
    read.forEach(accounts::putIfAbsent);
    accounts.values().removeIf(account -> account.receivedDate().isAfter(asOf));
    accounts.replaceAll((delivery, account) -> account.judged(0, 0, 0, 0));
    for (Row row : counts(verdicts)) {
      accounts.merge(
          row.getString(0),
          ofStored(row),
          (before, stored) ->
              before.judged(row.getLong(4), row.getLong(5), row.getLong(6), row.getLong(7)));
    }
    return accounts.values().stream()
        .sorted(Comparator.comparing(FileAccount::path).thenComparing(FileAccount::deliveryId))
        .toList();
  }

  /**
   * Refuses accounts of which one does not balance.
   *
   * @throws RunException with the first of them
   */
  static void requireBalance(List<FileAccount> accounts) throws RunException {
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

  /** Those that are new or other than before: a register entry can change verdicts of old files. */
  static List<FileAccount> changed(List<FileAccount> accounts, History history) {
    return accounts.stream()
        .filter(
            account -> {
              History.KnownFile before = history.files().get(account.deliveryId());
              return before == null || !before.account().equals(account);
            })
        .toList();
  }

  private static List<Row> counts(Dataset<Row> verdicts) {
    return verdicts
        .groupBy(
            VerdictTable.DELIVERY_ID,
            VerdictTable.FORM,
            VerdictTable.PATH,
            VerdictTable.RECEIVED_DATE)
        .agg(
            rows(Verdict.ACCEPTED),
            rows(Verdict.UNCHANGED),
            rows(Verdict.QUARANTINED),
            count_if(array_contains(col(VerdictTable.REASONS), Check.EXCLUDED)).as(Check.EXCLUDED))
        .collectAsList();
  }

  /**
   * A delivery that a batch stored before it died and that is no longer in the inbox: what is
   * stored is all that is known of it.
   */
  private static FileAccount ofStored(Row row) {
    return new FileAccount(
        row.getString(0),
        row.getString(1),
        row.getString(2),
        null,
        row.<Date>getAs(3).toLocalDate(),
        row.getLong(4) + row.getLong(5) + row.getLong(6),
        row.getLong(4),
        row.getLong(5),
        row.getLong(6),
        row.getLong(7),
        null,
        null);
  }

  private static Column rows(Verdict verdict) {
    return count_if(col(VerdictTable.VERDICT).equalTo(verdict.code())).as(verdict.code());
  }
}
