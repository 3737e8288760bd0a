package jindu.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jindu.catalog.Catalog;
import jindu.table.QuarantineTable;
import org.junit.jupiter.api.Test;

/** A refused row or file names what mended it. */
class ResolutionTest {

  private static final Catalog CATALOG = SmallCatalog.of();
  private static final String RETURN = "period=2020-01; township_code=410311001; subject=增值税";

  @Test
  void theNextReturnOfTheUnitAndPeriodThatIsNotRefusedResolvesIt() {
    Delivered delivered =
        new Delivered()
            .file("CZ-1", "2020-02-01", "CZ-1/1.csv", RETURN + "; revenue.ytd=x")
            .file("CZ-1", "2020-02-02", "CZ-1/2.csv", RETURN + "; revenue.ytd=y")
            .file("CZ-1", "2020-02-03", "CZ-1/3.csv", "period=2020-02", RETURN + "; revenue.ytd=6")
            .file("CZ-1", "2020-02-04", "CZ-1/4.csv", RETURN + "; revenue.ytd=7")
            .file("CZ-1", "2020-02-05", "CZ-1/5.csv", RETURN + "; revenue.ytd=z");

    assertThat(resolutions(delivered))
        .containsExactly(
            "CZ-1/1.csv 2: CZ-1/3.csv 3 2020-02-03",
            "CZ-1/2.csv 2: CZ-1/3.csv 3 2020-02-03",
            "CZ-1/3.csv 2: null null null",
            "CZ-1/5.csv 2: null null null");
  }

  @Test
  void aRepeatOfTheReturnInForceResolvesWhatCameBetween() {
    Delivered delivered =
        new Delivered()
            .file("CZ-1", "2020-02-01", "CZ-1/1.csv", RETURN + "; revenue.ytd=6")
            .file("CZ-1", "2020-02-02", "CZ-1/2.csv", RETURN + "; revenue.ytd=y")
            .file("CZ-1", "2020-02-03", "CZ-1/3.csv", RETURN + "; revenue.ytd=6");

    assertThat(resolutions(delivered)).containsExactly("CZ-1/2.csv 2: CZ-1/3.csv 2 2020-02-03");
  }

  @Test
  void aFileOrARowThatCannotBeReadIsResolvedByItsPathDeliveredAgain() {
    Delivered delivered =
        new Delivered()
            .refused("CZ-1", "2020-02-01", "CZ-1/1.csv", "not-decodable", "byte 7")
            .file("CZ-1", "2020-02-02", "CZ-1/1.csv", "period=春天; township_code=410311001")
            .file("CZ-1", "2020-02-03", "CZ-1/1.csv", RETURN + "; revenue.ytd=x")
            .refused("CZ-1", "2020-02-01", "CZ-1/2.csv", "not-decodable", "byte 7")
            .file("CZ-1", "2020-02-02", "CZ-1/2.csv", "period=春天; township_code=410311001");

    assertThat(resolutions(delivered))
        .containsExactly(
            "CZ-1/1.csv 0: CZ-1/1.csv null 2020-02-03",
            "CZ-1/1.csv 2: CZ-1/1.csv null 2020-02-03",
            "CZ-1/1.csv 2: null null null",
            "CZ-1/2.csv 0: null null null",
            "CZ-1/2.csv 2: null null null");
  }

  @Test
  void aFileOfTheSameNameInTheFolderOfALaterDayResolvesItIfItsPeriodsHadEnded() {
    Delivered delivered =
        new Delivered()
            .refused("CZ-1", "2020-02-05", "CZ-1/2020-02-05/a.csv", "not-decodable", "byte 7")
            .refused("CZ-1", "2020-02-05", "CZ-1/2020-02-05/b.csv", "not-decodable", "byte 7")
            .file("CZ-1", "2020-02-06", "CZ-1/2020-02-06/a.csv", RETURN + "; revenue.ytd=5")
            .file(
                "CZ-1",
                "2020-03-05",
                "CZ-1/2020-03-05/b.csv",
                "period=2020-02; township_code=410311001; subject=增值税; revenue.ytd=9");

    assertThat(resolutions(delivered))
        .containsExactly(
            "CZ-1/2020-02-05/a.csv 0: CZ-1/2020-02-06/a.csv null 2020-02-06",
            "CZ-1/2020-02-05/b.csv 0: null null null");
  }

  @Test
  void aGoodFileThatWasOverwrittenOnItsDayResolvesNothing() {
    Delivered delivered =
        new Delivered()
            .file("CZ-1", "2020-02-05", "CZ-1/1.csv", RETURN + "; revenue.ytd=5")
            .refused("CZ-1", "2020-02-05", "CZ-1/1.csv", "not-decodable", "byte 7");

    assertThat(resolutions(delivered)).containsExactly("CZ-1/1.csv 0: null null null");
  }

  private static List<String> resolutions(Delivered delivered) {
    return Check.quarantine(Check.verdicts(delivered.dataset(), CATALOG, Delivered.AS_OF), CATALOG)
        .orderBy(QuarantineTable.PATH, QuarantineTable.RECEIVED_DATE, QuarantineTable.ROW_NUMBER)
        .select(
            QuarantineTable.PATH,
            QuarantineTable.ROW_NUMBER,
            QuarantineTable.RESOLVED_BY,
            QuarantineTable.RESOLVED_ROW,
            QuarantineTable.RESOLVED_DATE)
        .collectAsList()
        .stream()
        .map(
            row ->
                "%s %d: %s %s %s"
                    .formatted(row.getString(0), row.getInt(1), row.get(2), row.get(3), row.get(4)))
        .toList();
  }
}
