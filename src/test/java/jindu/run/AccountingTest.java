package jindu.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import jindu.check.Check;
import jindu.table.LedgerTable;
import jindu.table.ObservationTable;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows read = accepted + unchanged + quarantined, or nothing is published: faults are injected. */
class AccountingTest {

  private static final String TWO_ROWS =
      SmallLake.BUDGET + "2020-03,410311002,增值税,5\n2020-03,410311004,增值税,6\n";

  @TempDir private Path folder;

  @Test
  void aNightThatLosesARowPublishesNothingAndTheNextOneWithoutTheFaultDoes() throws Exception {
    SmallLake lake = SmallLake.in(folder);
    lake.deliver("CZ-1/2020-04-11/a.csv", TWO_ROWS);

    assertThatThrownBy(
            () ->
                lake.nightJudgedBy(
                    (returns, catalog, asOf) ->
                        Check.verdicts(returns, catalog, asOf).where("row_number <> 3")))
        .isInstanceOfSatisfying(
            RunException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(RunException.Kind.ACCOUNTING);
              assertThat(e.arguments())
                  .containsExactly("1", "1", "CZ-1/2020-04-11/a.csv", "2", "1", "0", "0");
            });
    assertThat(Files.exists(folder.resolve("published/current.json"))).isFalse();
    assertThat(lake.rows(ObservationTable.DEFINITION).count()).isZero();
    assertThat(lake.entries(Ledger.BATCH).where("state = 'failed'").count()).isEqualTo(1);
    assertThat(lake.entries(Ledger.FILE).count()).isZero();

    NightResult mended = lake.night();

    assertThat(mended.outcome()).isEqualTo(NightResult.Outcome.PUBLISHED);
    Row file = lake.entries(Ledger.FILE).head();
    assertThat(file.<Long>getAs(LedgerTable.ROWS_IN)).isEqualTo(2);
    assertThat(file.<Long>getAs(LedgerTable.ACCEPTED)).isEqualTo(2);
    assertThat(file.<Long>getAs(LedgerTable.EXCLUDED)).isZero();
  }

  @Test
  void aDeliveryThatIsLostAsAWholeAndARowThatIsJudgedTwiceAreFound() throws Exception {
    SmallLake lake = SmallLake.in(folder);
    lake.deliver("CZ-1/2020-04-11/a.csv", TWO_ROWS);
    lake.deliver("CZ-1/2020-04-12/b.csv", TWO_ROWS);

    assertThatThrownBy(
            () ->
                lake.judge(
                    Optional.empty(),
                    (returns, catalog, asOf) ->
                        Check.verdicts(returns, catalog, asOf).where("path not like '%b.csv'")))
        .isInstanceOfSatisfying(
            RunException.class,
            e ->
                assertThat(e.arguments())
                    .containsExactly("1", "2", "CZ-1/2020-04-12/b.csv", "2", "0", "0", "0"));
    assertThatThrownBy(
            () ->
                lake.judge(
                    Optional.empty(),
                    (returns, catalog, asOf) ->
                        Check.verdicts(returns, catalog, asOf)
                            .union(
                                Check.verdicts(returns, catalog, asOf)
                                    .where("path like '%a.csv' and row_number = 2"))))
        .isInstanceOfSatisfying(
            RunException.class,
            e ->
                assertThat(e.arguments())
                    .containsExactly("1", "2", "CZ-1/2020-04-11/a.csv", "2", "3", "0", "0"));
  }

  @Test
  void excludedRowsAreCountedAmongTheRefused() throws Exception {
    SmallLake lake = SmallLake.in(folder);
    lake.deliver("CZ-1/2020-04-11/a.csv", TWO_ROWS);

    CheckStage check =
        lake.judge(
            Optional.empty(),
            (returns, catalog, asOf) ->
                Check.verdicts(returns, catalog, asOf)
                    .selectExpr(
                        "* EXCEPT (verdict, reasons)",
                        "if(row_number = 3, 'quarantined', verdict) AS verdict",
                        "if(row_number = 3, array('excluded'), reasons) AS reasons"));

    assertThat(check.changed())
        .singleElement()
        .satisfies(
            account -> {
              assertThat(account.accepted()).isEqualTo(1);
              assertThat(account.quarantined()).isEqualTo(1);
              assertThat(account.excluded()).isEqualTo(1);
              assertThat(account.balances()).isTrue();
            });
  }
}
