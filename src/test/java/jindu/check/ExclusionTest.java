package jindu.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jindu.catalog.Catalog;
import jindu.core.Exclusion;
import jindu.table.QuarantineTable;
import jindu.table.VerdictTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Returns that the bureau leaves out, and takes back in. */
class ExclusionTest {

  private static final LocalDate FROM = LocalDate.of(2020, 5, 1);
  private static final LocalDate UNTIL = LocalDate.of(2020, 5, 31);
  private static final String BUDGET =
      "period=2020-01; township_code=410311001; subject=增值税; revenue.ytd=";
  private static final Delivered DELIVERED =
      new Delivered()
          .registered("B204-1", "2020-02", 1, 2)
          .file("CZ-1", "2020-02-01", "CZ-1/1.csv", BUDGET + 5)
          .file("CZ-1", "2020-02-02", "CZ-1/2.csv", BUDGET + 6, BUDGET + "x")
          .file("B204-1", "2020-04-10", "B204-1/1.csv", industry(1), industry(2));

  @Test
  void aDeliveryLeftOutBringsTheEarlierReturnBackIntoForce() {
    assertThat(standing(delivery("CZ-1/2.csv", ""), FROM))
        .contains(
            "CZ-1/1.csv 2 accepted true []",
            "CZ-1/2.csv 2 quarantined false [excluded]",
            "CZ-1/2.csv 3 quarantined false [not-a-number, excluded]");
  }

  @Test
  void itHoldsFromItsFirstToItsLastDay() {
    Exclusion exclusion = delivery("CZ-1/2.csv", "");
    String counts = "CZ-1/2.csv 2 accepted true []";

    assertThat(standing(exclusion, FROM.minusDays(1))).contains(counts);
    assertThat(standing(exclusion, UNTIL)).doesNotContain(counts);
    assertThat(standing(exclusion, UNTIL.plusDays(1))).contains(counts);
  }

  @Test
  void aHashNamesOneContentOfThePath() {
    assertThat(standing(delivery("CZ-1/2.csv", "hash of CZ-1/2.csv"), FROM))
        .contains("CZ-1/2.csv 2 quarantined false [excluded]");
    assertThat(standing(delivery("CZ-1/2.csv", "another hash"), FROM))
        .contains("CZ-1/2.csv 2 accepted true []");
  }

  @Test
  void aReturnLeftOutTakesNoOtherWithIt() {
    Exclusion exclusion =
        new Exclusion("", "", "B204-1", Delivered.unit(2), "2020-03", "串报", "王某", FROM, null);

    assertThat(standing(exclusion, FROM))
        .contains("B204-1/1.csv 2 accepted true []", "B204-1/1.csv 3 quarantined false [excluded]");
  }

  @Test
  void aRegisterEntryLeftOutTakesItsReturnsWithIt() {
    assertThat(standing(delivery("MLK/B204-11.csv", ""), FROM))
        .contains(
            "B204-1/1.csv 2 quarantined false [not-in-register]",
            "B204-1/1.csv 3 accepted true []");
  }

  @Test
  void quarantineSaysWhoLeftItOutAndWhy() {
    Catalog catalog = SmallCatalog.excluding(delivery("CZ-1/1.csv", ""));
    Row row =
        Check.quarantine(Check.verdicts(DELIVERED.dataset(), catalog, FROM), catalog)
            .where("path = 'CZ-1/1.csv'")
            .select(QuarantineTable.REASONS_ZH, QuarantineTable.REASONS_EN)
            .first();

    assertThat(row.<String>getList(0)).singleElement().asString().contains("重复导入", "李某");
    assertThat(row.<String>getList(1))
        .singleElement()
        .asString()
        .startsWith("Left out by the bureau: 重复导入 (李某, 2020-05-01 – 2020-05-31).");
  }

  private static Exclusion delivery(String path, String hash) {
    return new Exclusion(path, hash, "", "", "", "重复导入", "李某", FROM, UNTIL);
  }

  private static String industry(int unit) {
    return Delivered.GOOD_INDUSTRY + "; unit_code=" + Delivered.unit(unit);
  }

  private static List<String> standing(Exclusion exclusion, LocalDate asOf) {
    Dataset<Row> verdicts =
        Check.verdicts(DELIVERED.dataset(), SmallCatalog.excluding(exclusion), asOf);
    return verdicts
        .select(
            VerdictTable.PATH,
            VerdictTable.ROW_NUMBER,
            VerdictTable.VERDICT,
            VerdictTable.IN_FORCE,
            VerdictTable.REASONS)
        .collectAsList()
        .stream()
        .map(
            row ->
                "%s %d %s %s %s"
                    .formatted(
                        row.getString(0),
                        row.getInt(1),
                        row.getString(2),
                        row.getBoolean(3),
                        row.getList(4)))
        .toList();
  }
}
