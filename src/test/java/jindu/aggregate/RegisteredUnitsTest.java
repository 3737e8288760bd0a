package jindu.aggregate;

import static jindu.aggregate.SmallCatalog.EAST;
import static jindu.aggregate.SmallCatalog.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import jindu.TestSession;
import jindu.core.RegisterForm;
import jindu.table.ObservationTable;
import jindu.table.Types;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** Who has to report, from entries written out by hand. */
class RegisteredUnitsTest {

  private static final String FORM = "INDUSTRY";
  private static final String SECTOR = "1711";
  private static final StructType FORM_YEARS =
      new StructType().add(ObservationTable.FORM, Types.TEXT).add("year", Types.WHOLE);

  @Test
  void anEntryCoversBothItsMonthsAndEveryOneBetween() {
    ObservationRows rows =
        new ObservationRows()
            .entry("OPEN", FORM, EAST, SECTOR, "2018-05", null)
            .entry("BEGINS", FORM, EAST, SECTOR, "2020-06", null)
            .entry("TOO-LATE", FORM, EAST, SECTOR, "2020-07", null)
            .entry("ENDS", FORM, EAST, SECTOR, "2018-05", "2020-09")
            .entry("JUST-NOT", FORM, EAST, SECTOR, "2018-05", "2020-08");
    assertThat(texts(rows, 2020))
        .containsExactlyInAnyOrder(
            "OPEN 2020 yyyy 410311001 1711 OPEN null",
            "BEGINS 2020 nyyy 410311001 1711 BEGINS null",
            "TOO-LATE 2020 nnyy 410311001 1711 TOO-LATE null",
            "ENDS 2020 yyyn 410311001 1711 ENDS null",
            "JUST-NOT 2020 yynn 410311001 1711 JUST-NOT null");
  }

  @Test
  void aUnitHasARowInEveryYearInWhichAnEntryCoversAMonth() {
    ObservationRows rows =
        new ObservationRows()
            .entry("A", FORM, EAST, SECTOR, "2019-12", "2021-01")
            .entry("NEVER", FORM, EAST, SECTOR, "2020-05", "2020-04");
    assertThat(texts(rows, 2018, 2019, 2020, 2021, 2022))
        .containsExactlyInAnyOrder(
            "A 2019 nnny 410311001 1711 A null",
            "A 2020 yyyy 410311001 1711 A null",
            // January 2021 is no quarter's last month: known to the register, expected in none.
            "A 2021 nnnn 410311001 1711 A null");
  }

  /** It moved in August 2020 and told its new class; the entry of 2021 is not yet of that year. */
  @Test
  void theEntryThatBeganLastByTheYearsEndSaysWhereAndWhy() {
    ObservationRows rows =
        new ObservationRows()
            .entryOf("A", FORM, EAST, SECTOR, "2018-01", "2020-07")
            .attribute(RegisterForm.REASON, "迁出")
            .registered()
            .entryOf("A", FORM, WEST, "4311", "2020-08", null)
            .attribute(RegisterForm.REASON, "迁入")
            .attribute(RegisterForm.GROUP, "JT01")
            .registered()
            .entryOf("A", FORM, EAST, "0111", "2021-02", null)
            .attribute(RegisterForm.REASON, "行业变更")
            .registered();
    assertThat(texts(rows, 2019, 2020, 2021))
        .containsExactlyInAnyOrder(
            "A 2019 yyyy 410311001 1711 A 迁出",
            "A 2020 yyyy 410311002 4311 JT01 迁入",
            "A 2021 yyyy 410311001 0111 A 行业变更");
  }

  /** Between two entries it was suspended; the older one, still open, alone covers 2021. */
  @Test
  void aUnitIsExpectedWhereAnyEntryCovers() {
    ObservationRows rows =
        new ObservationRows()
            .entry("PAUSED", FORM, EAST, SECTOR, "2018-01", "2020-05")
            .entry("PAUSED", FORM, EAST, SECTOR, "2020-11", null)
            .entry("NESTED", FORM, EAST, SECTOR, "2018-01", null)
            .entry("NESTED", FORM, WEST, SECTOR, "2020-02", "2020-04");
    assertThat(texts(rows, 2020, 2021))
        .containsExactlyInAnyOrder(
            "PAUSED 2020 ynny 410311001 1711 PAUSED null",
            "PAUSED 2021 yyyy 410311001 1711 PAUSED null",
            "NESTED 2020 yyyy 410311002 1711 NESTED null",
            "NESTED 2021 yyyy 410311001 1711 NESTED null");
  }

  @Test
  void supersededEntriesOtherFormsAndUnregisteredOnesSayNothing() {
    ObservationRows rows =
        new ObservationRows()
            .entryOf("A", FORM, EAST, SECTOR, "2018-01", null)
            .superseded()
            .registered()
            .entry("B", "TRADE", EAST, "5211", "2018-01", null)
            .entry("B", "BUDGET", EAST, "5211", "2018-01", null);
    rows.from(FORM, "C", "2020-03").in(EAST, SECTOR).item("output", "1", "1");
    assertThat(texts(rows, 2020)).containsExactly("B 2020 yyyy 410311001 5211 B null");
  }

  /** The columns are those the reader of this class joins by. */
  @Test
  void theColumnsAreNamedAsSaid() {
    assertThat(units(new ObservationRows(), 2020).columns())
        .containsExactlyInAnyOrder(
            "form",
            "unit_key",
            "year",
            "expected_1",
            "expected_2",
            "expected_3",
            "expected_4",
            "township_code",
            "sector_code",
            "unit_group",
            "reason");
  }

  private static List<String> texts(ObservationRows rows, int... years) {
    return units(rows, years).collectAsList().stream().map(RegisteredUnitsTest::text).toList();
  }

  private static String text(Row row) {
    StringBuilder expected = new StringBuilder();
    for (int quarter = 1; quarter <= 4; quarter++) {
      expected.append(row.<Boolean>getAs(RegisteredUnits.expected(quarter)) ? 'y' : 'n');
    }
    return "%s %s %s %s %s %s %s"
        .formatted(
            row.getAs("unit_key"),
            row.getAs("year"),
            expected,
            row.getAs("township_code"),
            row.getAs("sector_code"),
            row.getAs("unit_group"),
            row.getAs("reason"));
  }

  private static Dataset<Row> units(ObservationRows rows, int... years) {
    List<Row> formYears =
        Set.of(FORM, "TRADE", "BUDGET").stream()
            .flatMap(form -> Arrays.stream(years).mapToObj(year -> RowFactory.create(form, year)))
            .toList();
    return RegisteredUnits.of(
        rows.dataset(),
        TestSession.get().createDataFrame(formYears, FORM_YEARS),
        RegisteredCatalog.catalog());
  }
}
