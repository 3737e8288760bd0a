package jindu.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jindu.table.CellTable;
import jindu.table.IndicatorTable;
import jindu.table.QuarantineTable;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night on deliveries that are wrong in every way: no file and no row is lost. */
class BadInputTest {

  private static final String BUDGET_HEADER = "报告期,区划代码,科目,收入_本年累计\n";

  @TempDir private Path lake;

  @Test
  void whatIsWrongGoesToQuarantineAndTheRestOfTheNightGoesOn() throws Exception {
    SampleLake.copyReference(lake);
    deliver(
        "CZ-1/2020-02-08/budget.csv",
        BUDGET_HEADER
            + "2020-01,410311002,增值税,1200\n"
            + "2020-01,410311004,增值税,许多\n"
            + "2020-01,410311999,契税,300\n"
            + "2020-01,410311000,专项收入,800\n");
    deliver("CZ-1/2020-02-08/no-amount.csv", "报告期,区划代码,科目\n2020-01,410311002,增值税\n");
    Files.write(
        prepare("CZ-1/2020-02-08/broken.csv"), new byte[] {(byte) 0xff, (byte) 0xff, 0x2c, 0x0a});
    deliver("NOFORM/2020-02-08/table.csv", "a,b\n1,2\n");
    deliver("CZ-1/2020-02-08/_unfinished.csv", BUDGET_HEADER);

    NightResult night = SampleLake.night(lake);

    Map<String, FileAccount> accounts =
        night.files().stream().collect(Collectors.toMap(FileAccount::path, Function.identity()));
    assertThat(accounts)
        .containsOnlyKeys(
            "CZ-1/2020-02-08/budget.csv",
            "CZ-1/2020-02-08/no-amount.csv",
            "CZ-1/2020-02-08/broken.csv",
            "NOFORM/2020-02-08/table.csv");
    FileAccount budget = accounts.get("CZ-1/2020-02-08/budget.csv");
    assertThat(List.of(budget.rowsRead(), budget.accepted(), budget.quarantined()))
        .containsExactly(4L, 2L, 2L);

    Map<String, List<String>> reasons =
        SampleLake.table(lake, QuarantineTable.DEFINITION).collectAsList().stream()
            .collect(
                Collectors.toMap(
                    row ->
                        row.<String>getAs(QuarantineTable.PATH)
                            + " "
                            + row.<Integer>getAs(QuarantineTable.ROW_NUMBER),
                    row -> row.getList(row.fieldIndex(QuarantineTable.REASONS))));
    assertThat(reasons)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "CZ-1/2020-02-08/budget.csv 3", List.of("not-a-number"),
                "CZ-1/2020-02-08/budget.csv 4", List.of("unknown-township"),
                "CZ-1/2020-02-08/no-amount.csv 0", List.of("no-header"),
                "CZ-1/2020-02-08/broken.csv 0", List.of("not-decodable"),
                "NOFORM/2020-02-08/table.csv 0", List.of("unknown-form")));

    Row revenue =
        SampleLake.table(lake, CellTable.DEFINITION)
            .filter(
                "indicator = 'budget_revenue' AND township_code = '410311' AND sector_code = 'ALL'")
            .head();
    assertThat(revenue.<java.math.BigDecimal>getAs(IndicatorTable.VALUE_YTD))
        .isEqualByComparingTo("20000000");
  }

  @Test
  void aCorrectionThatArrivesLaterIsPublishedAndAnUnchangedRepeatIsNot() throws Exception {
    SampleLake.copyReference(lake);
    deliver("CZ-1/2020-02-08/a.csv", BUDGET_HEADER + "2020-01,410311002,增值税,1200\n");
    deliver("CZ-1/2020-04-11/b.csv", BUDGET_HEADER + "2020-03,410311002,增值税,3000\n");
    NightResult first = SampleLake.night(lake);
    assertThat(first.outcome()).isEqualTo(NightResult.Outcome.PUBLISHED);

    deliver("CZ-1/2020-04-12/again.csv", BUDGET_HEADER + "2020-03,410311002,增值税,3000\n");
    NightResult repeated = SampleLake.night(lake);
    assertThat(repeated.outcome()).isEqualTo(NightResult.Outcome.NOTHING_CHANGED);
    assertThat(repeated.publication()).isEqualTo(first.publication());
    assertThat(repeated.files())
        .filteredOn(file -> file.path().endsWith("again.csv"))
        .allSatisfy(file -> assertThat(file.unchanged()).isEqualTo(1))
        .hasSize(1);

    deliver("CZ-1/2020-04-20/correction.csv", BUDGET_HEADER + "2020-03,410311002,增值税,3100\n");
    NightResult corrected = SampleLake.night(lake);
    assertThat(corrected.outcome()).isEqualTo(NightResult.Outcome.PUBLISHED);
    assertThat(corrected.publication()).isNotEqualTo(first.publication());
  }

  private void deliver(String path, String text) throws IOException {
    Files.write(prepare(path), text.getBytes(StandardCharsets.UTF_8));
  }

  private Path prepare(String path) throws IOException {
    Path file = lake.resolve("inbox").resolve(path);
    Files.createDirectories(file.getParent());
    return file;
  }
}
