package jindu.run;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jindu.table.CellTable;
import jindu.table.IndicatorTable;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Nights that nobody planned: what comes is too much, the clock is wrong, the catalog another. */
@ExtendWith(FewRows.class)
class BadNightsTest {

  private static final List<String> SUBJECTS =
      List.of("增值税", "企业所得税", "个人所得税", "资源税", "城市维护建设税", "房产税", "印花税", "契税");

  @TempDir private Path folder;
  private SmallLake lake;

  @BeforeEach
  void oneNight() throws Exception {
    lake = SmallLake.in(folder, Set.of("CZ-1"), Set.of());
    lake.deliver("CZ-1/2020-05-02/a.csv", SmallLake.BUDGET + row("2020-03", "增值税", 5));
    assertThat(lake.night().outcome()).isEqualTo(NightResult.Outcome.PUBLISHED);
  }

  @Test
  void aDeliveryManyTimesAsLargeAsUsualIsANightLikeAnyOther() throws Exception {
    StringBuilder months = new StringBuilder(SmallLake.BUDGET);
    long september = 0;
    for (int month = 2; month <= 9; month++) {
      for (int subject = 0; subject < SUBJECTS.size(); subject++) {
        int amount = month * (subject + 1);
        months.append(row("2020-0" + month, SUBJECTS.get(subject), amount));
        september += month == 9 ? amount : 0;
      }
    }
    lake.deliver("CZ-1/2020-11-02/all.csv", months.toString());

    NightResult night = lake.night();

    assertThat(night.outcome()).isEqualTo(NightResult.Outcome.PUBLISHED);
    assertThat(night.files())
        .singleElement()
        .satisfies(
            file -> {
              assertThat(file.rowsRead()).isEqualTo(8 * 8);
              assertThat(file.accepted()).isEqualTo(8 * 8);
            });
    assertThat(taxesOf(3)).isEqualByComparingTo(Long.toString(10_000 * september));
    assertThat(rebuilt().isSame()).isTrue();
  }

  /** Received on the day after the last as-of day: a night is never before one that was. */
  @Test
  void aClockThatGoesBackMovesNoDayBack() throws Exception {
    lake.deliver("CZ-1/later.csv", SmallLake.BUDGET + row("2020-03", "契税", 2));
    Clock before = Clock.offset(SampleLake.CLOCK, Duration.ofDays(-3000));
    assertThat(LocalDate.now(before)).isBefore(LocalDate.of(2020, 5, 2));

    NightResult night = lake.night(before);

    assertThat(night.outcome()).isEqualTo(NightResult.Outcome.PUBLISHED);
    assertThat(night.asOf()).isEqualTo(LocalDate.of(2020, 5, 3));
    assertThat(taxesOf(1)).isEqualByComparingTo("70000");
    assertThat(lake.night().outcome()).isEqualTo(NightResult.Outcome.NOTHING_RECEIVED);
    assertThat(rebuilt().isSame()).isTrue();
  }

  @Test
  void aChangedCatalogIsTakenAndSaid() throws Exception {
    lake.changeReference("forms/CZ-1.yaml", "final_day: ", "# Another form.\nfinal_day: ");

    NightResult night = lake.night();

    assertThat(night.catalogChanges()).containsExactly("forms/CZ-1.yaml");
    assertThat(night.slices()).containsExactly("CZ-1/2020");
    assertThat(lake.night().catalogChanges()).isEmpty();
  }

  /** As a batch leaves it that died between the two. */
  @Test
  void aLinkThatWasNotSwitchedIsSwitchedByANightThatFindsNothing() throws Exception {
    Path current = folder.resolve("published/current");
    Files.delete(current);

    NightResult night = lake.night();

    assertThat(night.outcome()).isEqualTo(NightResult.Outcome.NOTHING_RECEIVED);
    assertThat(Files.readSymbolicLink(current)).hasToString(night.publication());
  }

  private BigDecimal taxesOf(int quarter) {
    Row row =
        lake.rows(CellTable.DEFINITION)
            .where(col(IndicatorTable.INDICATOR).equalTo("tax_revenue"))
            .where(col(IndicatorTable.TOWNSHIP_CODE).equalTo("410311"))
            .where(col(IndicatorTable.SECTOR_CODE).equalTo("ALL"))
            .where(col(IndicatorTable.QUARTER).equalTo(quarter))
            .first();
    return row.getAs(IndicatorTable.VALUE_YTD);
  }

  private RebuildResult rebuilt() throws Exception {
    return Rebuild.run(
        folder.toString(), null, Optional.empty(), false, SampleLake.CLOCK, Progress.SILENT);
  }

  private static String row(String period, String subject, int amount) {
    return "%s,410311002,%s,%d\n".formatted(period, subject, amount);
  }
}
