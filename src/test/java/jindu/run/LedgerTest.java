package jindu.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jindu.table.LedgerTable;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the ledger says of deliveries and verdicts (contracts.md section 3). */
class LedgerTest {

  @TempDir private Path folder;

  @Test
  void aVerdictThatChangesIsAnEntryWithTheReasonsAndAnUnchangedOneIsNot() throws Exception {
    SmallLake lake = SmallLake.in(folder);
    lake.deliver(
        "B204-1/2020-04-10/a.csv",
        SmallLake.INDUSTRY + SmallLake.industry(1) + SmallLake.industry(2) + SmallLake.industry(3));
    lake.deliver("MLK/2020-04-10/a.csv", SmallLake.REGISTER + SmallLake.entry(3));
    lake.judge(Optional.empty());
    assertThat(changes(lake)).isEmpty();

    lake.deliver("MLK/2020-04-11/b.csv", SmallLake.REGISTER + SmallLake.entry(1));
    CheckStage second = lake.judge(Optional.empty());

    assertThat(changes(lake))
        .containsExactly(
            "B000002 B204-1/2020-04-10/a.csv  2 quarantined>accepted [not-in-register]");
    assertThat(second.changed())
        .extracting(FileAccount::path)
        .containsExactly("B204-1/2020-04-10/a.csv", "MLK/2020-04-11/b.csv");

    lake.deliver(
        "MLK/2020-04-12/c.csv",
        SmallLake.REGISTER.strip() + ",操作\n" + SmallLake.entry(3).strip() + ",撤回\n");
    lake.judge(Optional.empty());

    assertThat(changes(lake))
        .containsExactly(
            "B000002 B204-1/2020-04-10/a.csv  2 quarantined>accepted [not-in-register]",
            "B000003 B204-1/2020-04-10/a.csv  4 accepted>quarantined [not-in-register]");
  }

  @Test
  void aNightOfAnEarlierDayChangesNoVerdictOfWhatItDoesNotJudge() throws Exception {
    SmallLake lake = SmallLake.in(folder);
    lake.deliver("CZ-1/2020-04-10/a.csv", SmallLake.BUDGET + "2020-03,410311002,增值税,5\n");
    lake.deliver("CZ-1/2020-04-12/b.csv", SmallLake.BUDGET + "2020-03,410311004,增值税,5\n");
    lake.judge(Optional.empty());
    lake.judge(Optional.of(java.time.LocalDate.of(2020, 4, 11)));

    assertThat(observedPaths(lake)).containsExactly("CZ-1/2020-04-10/a.csv");
    lake.judge(Optional.empty());
    assertThat(observedPaths(lake))
        .containsExactly("CZ-1/2020-04-10/a.csv", "CZ-1/2020-04-12/b.csv");
    assertThat(changes(lake)).isEmpty();
  }

  private static List<String> observedPaths(SmallLake lake) {
    return lake
        .rows(jindu.table.ObservationTable.DEFINITION)
        .select(jindu.table.ObservationTable.PATH)
        .distinct()
        .orderBy(jindu.table.ObservationTable.PATH)
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private static List<String> changes(SmallLake lake) {
    return lake.entries(Ledger.VERDICT).orderBy(LedgerTable.BATCH_ID).collectAsList().stream()
        .map(LedgerTest::words)
        .toList();
  }

  private static String words(Row row) {
    return "%s %s %s %d %s>%s %s"
        .formatted(
            row.getAs(LedgerTable.BATCH_ID),
            row.getAs(LedgerTable.NAME),
            row.getAs(LedgerTable.SHEET),
            row.<Integer>getAs(LedgerTable.ROW_NUMBER),
            row.getAs(LedgerTable.VERDICT_BEFORE),
            row.getAs(LedgerTable.VERDICT_AFTER),
            row.getList(row.fieldIndex(LedgerTable.REASONS)));
  }
}
