package jindu.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jindu.table.ObservationTable;
import jindu.table.VerdictTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class VintagesTest {

  private static final String RETURN = "period=2020-01; township_code=410311001; subject=增值税";

  @Test
  void aCorrectionSupersedesAndARepeatChangesNothing() {
    Delivered delivered =
        new Delivered()
            .file("CZ-1", "2020-02-01", "CZ-1/1.csv", RETURN + "; revenue.ytd=5")
            .file("CZ-1", "2020-02-02", "CZ-1/2.csv", RETURN + "; revenue.ytd=5.00")
            .file("CZ-1", "2020-02-03", "CZ-1/3.csv", RETURN + "; revenue.ytd=6")
            .file("CZ-1", "2020-02-04", "CZ-1/4.csv", RETURN + "; revenue.ytd=x")
            .file("CZ-1", "2020-02-05", "CZ-1/5.csv", RETURN + "; revenue.ytd=６");

    assertThat(standing(delivered))
        .containsExactly(
            "CZ-1/1.csv accepted false",
            "CZ-1/2.csv unchanged false",
            "CZ-1/3.csv accepted true",
            "CZ-1/4.csv quarantined false",
            "CZ-1/5.csv unchanged false");
  }

  @Test
  void aReturnToAnEarlierFigureIsANewVintage() {
    Delivered delivered =
        new Delivered()
            .file("CZ-1", "2020-02-01", "CZ-1/1.csv", RETURN + "; revenue.ytd=5")
            .file("CZ-1", "2020-02-02", "CZ-1/2.csv", RETURN + "; revenue.ytd=6")
            .file("CZ-1", "2020-02-03", "CZ-1/3.csv", RETURN + "; revenue.ytd=5");

    assertThat(standing(delivered))
        .containsExactly(
            "CZ-1/1.csv accepted false", "CZ-1/2.csv accepted false", "CZ-1/3.csv accepted true");
  }

  @Test
  void aWithdrawalLeavesNothingInForceUntilTheNextReturn() {
    Delivered withdrawn =
        new Delivered()
            .file("CZ-1", "2020-02-01", "CZ-1/1.csv", RETURN + "; revenue.ytd=5")
            .file("CZ-1", "2020-02-02", "CZ-1/2.csv", RETURN + "; operation=撤回");
    Delivered returned =
        new Delivered().file("CZ-1", "2020-02-03", "CZ-1/3.csv", RETURN + "; revenue.ytd=5");

    assertThat(standing(withdrawn))
        .containsExactly("CZ-1/1.csv accepted false", "CZ-1/2.csv accepted false");
    assertThat(standing(withdrawn.and(returned)))
        .containsExactly(
            "CZ-1/1.csv accepted false", "CZ-1/2.csv accepted false", "CZ-1/3.csv accepted true");
    assertThat(observed(withdrawn)).containsExactly("2020-02-01 5 false", "2020-02-02 null false");
  }

  @Test
  void laterIsJudgedBySubmissionThenReceiptThenPathThenRow() {
    Delivered delivered =
        new Delivered()
            .file("CZ-1", "2020-02-09", "CZ-1/a", early("2020-02-08 23:59:59", 1))
            .file("CZ-1", "2020-02-08", "CZ-1/b", early("2020-02-08 23:59", 2))
            .file("CZ-1", "2020-02-07", "CZ-1/c", RETURN + "; revenue.ytd=3")
            .file("CZ-1", "2020-02-07", "CZ-1/c d", RETURN + "; revenue.ytd=4")
            .file(
                "CZ-1", "2020-02-07", "CZ-1/e", early("2020-02-20", 5), RETURN + "; revenue.ytd=6");

    assertThat(observed(delivered))
        .containsExactly(
            "2020-02-07 3 false",
            "2020-02-07 4 false",
            "2020-02-07 5 false",
            "2020-02-07 6 false",
            "2020-02-08 2 false",
            "2020-02-09 1 true");
  }

  @Test
  void anExplanationThatComesWithTheSameFiguresIsNews() {
    Delivered delivered =
        new Delivered()
            .file("CZ-1", "2020-02-01", "CZ-1/1.csv", RETURN + "; revenue.ytd=5")
            .file("CZ-1", "2020-02-02", "CZ-1/2.csv", RETURN + "; revenue.ytd=5; explanation=退税");

    assertThat(standing(delivered))
        .containsExactly("CZ-1/1.csv accepted false", "CZ-1/2.csv accepted true");
  }

  @Test
  void aReturnBeforeItsRegisterEntryIsJudgedAgainWhenTheEntryComes() {
    Delivered early =
        new Delivered()
            .file(
                "B204-1",
                "2020-04-10",
                "B204-1/1.csv",
                Delivered.GOOD_INDUSTRY + "; unit_code=" + Delivered.unit(1));
    Delivered entry =
        new Delivered()
            .file(
                "MLK",
                "2020-05-01",
                "MLK/1.csv",
                Delivered.entry("B204-1", "2020-02", Delivered.unit(1)) + "; group=G7");

    assertThat(standing(early)).containsExactly("B204-1/1.csv quarantined false");
    assertThat(standing(early.and(entry)))
        .containsExactly("B204-1/1.csv accepted true", "MLK/1.csv accepted true");
    assertThat(
            Check.verdicts(early.and(entry).dataset(), SmallCatalog.of(), Delivered.AS_OF)
                .where("form = 'B204-1'")
                .select(VerdictTable.UNIT_GROUP)
                .first()
                .getString(0))
        .isEqualTo("G7");
  }

  @Test
  void aWrongCheckCharacterIsRefusedUnlessTheRegisterHoldsIt() {
    String code = Delivered.unit(1);
    String wrong = code.substring(0, 17) + (code.endsWith("0") ? "1" : "0");
    Delivered unknown =
        new Delivered()
            .file(
                "B204-1",
                "2020-04-10",
                "B204-1/1.csv",
                Delivered.GOOD_INDUSTRY + "; unit_code=" + wrong);
    Delivered registered =
        unknown.and(
            new Delivered()
                .file(
                    "MLK", "2020-05-01", "MLK/1.csv", Delivered.entry("B204-1", "2020-02", wrong)));

    assertThat(reasonsAndFlags(unknown))
        .containsExactly("B204-1/1.csv [not-in-register, check-character] []");
    assertThat(reasonsAndFlags(registered))
        .containsExactly("B204-1/1.csv [] [check-character]", "MLK/1.csv [] [check-character]");
  }

  private static List<String> reasonsAndFlags(Delivered delivered) {
    return Check.verdicts(delivered.dataset(), SmallCatalog.of(), Delivered.AS_OF)
        .orderBy(VerdictTable.PATH)
        .select(VerdictTable.PATH, VerdictTable.REASONS, VerdictTable.FLAGS)
        .collectAsList()
        .stream()
        .map(row -> row.getString(0) + " " + row.getList(1) + " " + row.getList(2))
        .toList();
  }

  @Test
  void aWithdrawnRegisterEntryTakesItsReturnsWithIt() {
    String entry = Delivered.entry("B204-1", "2020-02", Delivered.unit(1));
    Delivered delivered =
        new Delivered()
            .file("MLK", "2020-01-01", "MLK/1.csv", entry)
            .file(
                "B204-1",
                "2020-04-10",
                "B204-1/1.csv",
                Delivered.GOOD_INDUSTRY + "; unit_code=" + Delivered.unit(1))
            .file("MLK", "2020-05-01", "MLK/2.csv", entry + "; operation=撤回");

    assertThat(standing(delivered))
        .containsExactly(
            "B204-1/1.csv quarantined false",
            "MLK/1.csv accepted false",
            "MLK/2.csv accepted false");
  }

  private static String early(String submitted, int value) {
    return RETURN + "; submitted_at=" + submitted + "; revenue.ytd=" + value;
  }

  private static List<String> standing(Delivered delivered) {
    return Check.verdicts(delivered.dataset(), SmallCatalog.of(), Delivered.AS_OF)
        .orderBy(VerdictTable.PATH)
        .select(VerdictTable.PATH, VerdictTable.VERDICT, VerdictTable.IN_FORCE)
        .collectAsList()
        .stream()
        .map(row -> row.getString(0) + " " + row.getString(1) + " " + row.getBoolean(2))
        .toList();
  }

  /** Received day, value in 万元 and whether it is in force, in the order of vintages. */
  private static List<String> observed(Delivered delivered) {
    Dataset<Row> verdicts = Check.verdicts(delivered.dataset(), SmallCatalog.of(), Delivered.AS_OF);
    return Check.observations(verdicts, SmallCatalog.of())
        .orderBy(ObservationTable.VINTAGE_ORDER)
        .selectExpr("received_date", "int(value / 10000)", "in_force")
        .collectAsList()
        .stream()
        .map(row -> row.getDate(0) + " " + row.get(1) + " " + row.getBoolean(2))
        .toList();
  }
}
