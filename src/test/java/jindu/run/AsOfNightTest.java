package jindu.run;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jindu.table.LedgerTable;
import jindu.table.ObservationTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole nights as of a day. */
class AsOfNightTest {

  @TempDir private Path folder;

  @Test
  void aNightSeesWhatWasReceivedByItsDayAndNeverPublishesThePastOverThePresent() throws Exception {
    SmallLake lake = SmallLake.in(folder);
    lake.deliver("CZ-1/2020-04-11/a.csv", SmallLake.BUDGET + "2020-03,410311002,增值税,5\n");
    lake.deliver("CZ-1/2020-04-13/b.csv", SmallLake.BUDGET + "2020-03,410311002,增值税,6\n");

    NightResult first = lake.night(day("2020-04-12"));

    assertThat(first.outcome()).isEqualTo(NightResult.Outcome.PUBLISHED);
    assertThat(first.asOf()).isEqualTo("2020-04-12");
    assertThat(first.publication()).startsWith("2020-04-12");
    assertThat(first.waiting()).isEqualTo(1);
    assertThat(observed(lake)).containsExactly("CZ-1/2020-04-11/a.csv");

    assertThatThrownBy(() -> lake.night(day("2020-04-11")))
        .isInstanceOfSatisfying(
            RunException.class,
            e -> assertThat(e.kind()).isEqualTo(RunException.Kind.BEFORE_PUBLICATION));
    assertThat(lake.night(day("2020-04-12")).outcome())
        .isEqualTo(NightResult.Outcome.NOTHING_RECEIVED);

    lake.deliver("CZ-1/2020-04-12/late.csv", SmallLake.BUDGET + "2020-03,410311004,增值税,7\n");
    NightResult second = lake.night();

    assertThat(second.asOf()).isEqualTo("2020-04-13");
    assertThat(second.waiting()).isZero();
    assertThat(observed(lake))
        .containsExactly(
            "CZ-1/2020-04-11/a.csv", "CZ-1/2020-04-12/late.csv", "CZ-1/2020-04-13/b.csv");
    assertThat(
            lake.entries(Ledger.FILE).orderBy(LedgerTable.NAME).collectAsList().stream()
                .map(
                    row ->
                        "%s %s %s"
                            .formatted(
                                row.getAs(LedgerTable.NAME),
                                row.getAs(LedgerTable.FOLDER_DATE),
                                row.getAs(LedgerTable.RECEIVED_DATE))))
        .containsExactly(
            "CZ-1/2020-04-11/a.csv 2020-04-11 2020-04-11",
            "CZ-1/2020-04-12/late.csv 2020-04-12 2020-04-13",
            "CZ-1/2020-04-13/b.csv 2020-04-13 2020-04-13");
  }

  @Test
  void anEarlierDayUsesTheCatalogThatWasInForceOnIt() throws Exception {
    SmallLake lake = SmallLake.in(folder);
    lake.deliver("CZ-1/2020-04-10/a.csv", SmallLake.BUDGET + "2020-03,410311002,增值税,5\n");
    lake.judge(Optional.empty());
    String then = lake.catalog().files().get("forms/B204-1.yaml");
    lake.changeReference("forms/B204-1.yaml", "registered: true", "registered: false");
    lake.judge(day("2020-04-20"));

    NightResult night = lake.night(day("2020-04-19"));

    assertThat(lake.catalogTexts(night.batch())).containsEntry("forms/B204-1.yaml", then);
    assertThat(
            lake.entries(Ledger.CATALOG)
                .where(col(LedgerTable.BATCH_ID).equalTo(night.batch()))
                .where(col(LedgerTable.DETAIL).isNotNull())
                .collectAsList())
        .as("texts that the ledger has already")
        .isEmpty();
  }

  private static List<String> observed(SmallLake lake) {
    return lake
        .rows(ObservationTable.DEFINITION)
        .select(ObservationTable.PATH)
        .orderBy(ObservationTable.PATH)
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private static Optional<LocalDate> day(String text) {
    return Optional.of(LocalDate.parse(text));
  }
}
