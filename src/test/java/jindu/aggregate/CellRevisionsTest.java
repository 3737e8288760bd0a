package jindu.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import jindu.TableRows;
import jindu.TestSession;
import jindu.catalog.Catalog;
import jindu.table.CellTable;
import jindu.table.ObservationTable;
import jindu.table.RevisionLogTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

/** What the causes bring adds up to the change of every cell, sums and ratios alike. */
class CellRevisionsTest {

  private static final LocalDate LATE = LocalDate.of(2030, 1, 1);
  private static final Catalog CATALOG = SmallCatalog.catalog();
  private static final long SEED = 20261127L;

  @Test
  void theCausesAddUpToTheChangeOfEveryCell() {
    List<Row> earlier = RandomReturns.of(SEED).rows();
    Dataset<Row> before = contributions(earlier);
    Dataset<Row> after = contributions(changed(earlier, new Random(SEED)));
    Map<String, BigDecimal> cellsBefore = cells(before);
    Map<String, BigDecimal> cellsAfter = cells(after);

    Map<String, BigDecimal> sums = new HashMap<>();
    Set<String> causes = new TreeSet<>();
    for (Row row :
        Aggregate.revisions(Aggregate.stored(before), Aggregate.stored(after), CATALOG)
            .selectExpr(
                "indicator", "township_code", "sector_code", "year", "quarter", "cause", "amount")
            .collectAsList()) {
      causes.add(row.getString(5));
      BigDecimal amount = row.getDecimal(6);
      sums.merge(Cells.key(row), amount == null ? BigDecimal.ZERO : amount, BigDecimal::add);
    }

    int changed = 0;
    for (Map.Entry<String, BigDecimal> cell : cellsBefore.entrySet()) {
      BigDecimal now = cellsAfter.get(cell.getKey());
      if (cell.getValue() == null || now == null) {
        continue;
      }
      BigDecimal change = now.subtract(cell.getValue());
      assertThat(sums.getOrDefault(cell.getKey(), BigDecimal.ZERO))
          .as(cell.getKey())
          .isEqualByComparingTo(change);
      changed += change.signum() == 0 ? 0 : 1;
    }
    assertThat(changed).isGreaterThan(200);
    assertThat(causes).contains("new_return", "correction", "withdrawal", "move");
  }

  /**
   * Taxes stay 50 while the other revenue rises from 50 to 150: the share falls from 50 % to 25 %,
   * and one unit below the line brought it.
   */
  @Test
  void aRatioOfWhichTheLowerSideAloneChangedNamesItsUnits() {
    Dataset<Row> changes =
        Aggregate.revisions(
            Aggregate.stored(contributions(budget("50"))),
            Aggregate.stored(contributions(budget("150"))),
            CATALOG);
    assertThat(
            changes
                .where("indicator = 'tax_share' AND year = 2020 AND quarter = 1")
                .selectExpr("township_code", "cause", "amount", "units")
                .collectAsList())
        .extracting(Row::toString)
        .containsExactlyInAnyOrder(
            "[%s,correction,-25.0000,1]".formatted(SmallCatalog.EAST),
            "[%s,correction,-25.0000,1]".formatted(SmallCatalog.DISTRICT));
  }

  /**
   * In the east: a shop of two items, two works of one group, one of which is corrected and the
   * other late, and one that is by itself; and what a department says beside the shop.
   */
  @Test
  void respondentsAreGroupsAndNoDepartments() {
    Dataset<Row> changes =
        Aggregate.revisions(
            Aggregate.stored(contributions(answered("10", false))),
            Aggregate.stored(contributions(answered("11", true))),
            CATALOG);
    assertThat(
            changes
                .where("year = 2020 AND quarter = 1 AND sector_code = 'ALL'")
                .where("township_code = '%s'".formatted(SmallCatalog.EAST))
                .where("indicator IN ('output', 'retail')")
                .selectExpr("indicator", "cause", "units", "respondents", "cell_respondents")
                .collectAsList())
        .extracting(Row::toString)
        .containsExactlyInAnyOrder(
            "[output,correction,2,2,2]", "[output,new_return,1,1,2]", "[retail,correction,3,1,1]");
  }

  /**
   * Three works are corrected in the first quarter, which stands in the year to date of the second;
   * there one of them is corrected again, and a fourth for the first time.
   */
  @Test
  void whoBringsTheSameToTwoQuartersIsNoRespondentOfTheirDifference() {
    Dataset<Row> changes =
        Aggregate.revisions(
            Aggregate.stored(contributions(halfYears("0", "0", "0"))),
            Aggregate.stored(contributions(halfYears("7", "2", "9"))),
            CATALOG);
    assertThat(
            changes
                .where("year = 2020 AND indicator = 'output' AND sector_code = 'ALL'")
                .where("township_code = '%s'".formatted(SmallCatalog.EAST))
                .orderBy("quarter")
                .selectExpr(
                    "quarter",
                    "amount",
                    "respondents",
                    "unnamed_respondents",
                    "own_respondents_1",
                    "own_respondents_2",
                    "own_respondents_3")
                .collectAsList())
        .extracting(Row::toString)
        .containsExactly(
            "[1,21.0000,3,3,null,null,null]",
            "[2,32.0000,4,4,2,null,null]",
            // Nothing came of the second half: what is there stands.
            "[3,32.0000,4,4,0,2,null]",
            "[4,32.0000,4,4,0,0,2]");
  }

  /**
   * @param first what the first three works return more, of the first quarter
   * @param again what the first of them returns more, of the second alone
   * @param late what a fourth returns more, of the second alone
   */
  private static List<Row> halfYears(String first, String again, String late) {
    ObservationRows rows = new ObservationRows();
    for (int work = 1; work <= 4; work++) {
      int quarter = 100 + (work < 4 ? Integer.parseInt(first) : 0);
      int second = work == 1 ? Integer.parseInt(again) : work == 4 ? Integer.parseInt(late) : 0;
      rows.from("INDUSTRY", "W" + work, "2020-03")
          .in(SmallCatalog.EAST, "1711")
          .item("output", Integer.toString(quarter), "1");
      rows.from("INDUSTRY", "W" + work, "2020-06")
          .in(SmallCatalog.EAST, "1711")
          .item("output", Integer.toString(quarter + 100 + second), "1");
    }
    return rows.rows();
  }

  /** One work comes to section C from B; another moves within C, and hides nobody there. */
  @Test
  void whoMovesWithinTheCellIsNoRespondentOfItsMove() {
    Dataset<Row> changes =
        Aggregate.revisions(
            Aggregate.stored(contributions(placed("1711", "1011"))),
            Aggregate.stored(contributions(placed("4311", "1711"))),
            CATALOG);
    assertThat(
            changes
                .where("year = 2020 AND quarter = 1 AND indicator = 'output'")
                .where("township_code = '%s'".formatted(SmallCatalog.EAST))
                .where("sector_code IN ('ALL', 'B', 'C')")
                .selectExpr("sector_code", "cause", "amount", "respondents", "cell_respondents")
                .collectAsList())
        .extracting(Row::toString)
        .containsExactlyInAnyOrder("[B,move,-5.0000,1,1]", "[C,move,5.0000,1,1]");
  }

  private static List<Row> placed(String one, String other) {
    ObservationRows rows = new ObservationRows();
    rows.from("INDUSTRY", "W1", "2020-03").in(SmallCatalog.EAST, one).item("output", "9", "1");
    rows.from("INDUSTRY", "W2", "2020-03").in(SmallCatalog.EAST, other).item("output", "5", "1");
    return rows.rows();
  }

  private static List<Row> answered(String value, boolean isComplete) {
    ObservationRows rows = new ObservationRows();
    works(rows, "W1", "G", value);
    works(rows, "W2", "W2", value);
    if (isComplete) {
      works(rows, "W3", "G", value);
    }
    rows.from("TRADE", "SHOP", "2020-03")
        .in(SmallCatalog.EAST, "5211")
        .item("meals", value, "1")
        .item("goods", value, "1");
    rows.from("SMALL-TRADE", "DEPARTMENT", "2020-03")
        .in(SmallCatalog.EAST, "5211")
        .item("retail", value, "1");
    return rows.rows();
  }

  private static void works(ObservationRows rows, String unit, String group, String value) {
    rows.from("INDUSTRY", unit, "2020-03")
        .in(SmallCatalog.EAST, "1711")
        .group(group)
        .item("output", value, "1");
  }

  /** One who is corrected every night is one; those of one night are as many as are sure. */
  @Test
  void respondentsOfSeveralNightsAreNotAddedUp() {
    Dataset<Row> log =
        TableRows.of(
            RevisionLogTable.DEFINITION,
            List.of(
                logged("B1", RevisionLogTable.FIRST_PUBLISHED, "100", null),
                logged("B2", "correction", "1", 1L),
                logged("B3", "correction", "1", 2L),
                logged("B4", "correction", "1", 1L),
                logged("B4", "new_return", "5", 4L),
                logged("B5", "move", "5", null)));
    assertThat(
            Aggregate.revision(
                    log,
                    TestSession.get()
                        .createDataFrame(List.<Row>of(), CellTable.DEFINITION.schema()))
                .select("cause", "difference", "respondents")
                .collectAsList())
        .extracting(Row::toString)
        .containsExactlyInAnyOrder(
            "[correction,3.0000,2]", "[new_return,5.0000,4]", "[move,5.0000,1]");
  }

  private static Row logged(String batch, String cause, String amount, Long respondents) {
    Map<String, Object> values = new HashMap<>();
    values.put(RevisionLogTable.BATCH_ID, batch);
    values.put(RevisionLogTable.INDICATOR, "output");
    values.put(RevisionLogTable.TOWNSHIP_CODE, SmallCatalog.EAST);
    values.put(RevisionLogTable.SECTOR_CODE, "ALL");
    values.put(RevisionLogTable.YEAR, 2020);
    values.put(RevisionLogTable.QUARTER, 1);
    values.put(RevisionLogTable.CAUSE, cause);
    values.put(RevisionLogTable.AMOUNT_CHANGED, new BigDecimal(amount).setScale(4));
    values.put(RevisionLogTable.RESPONDENTS, respondents);
    return TableRows.row(RevisionLogTable.DEFINITION, values);
  }

  private static List<Row> budget(String other) {
    ObservationRows rows = new ObservationRows();
    rows.from("BUDGET", "vat", "2020-03")
        .in(SmallCatalog.EAST, null)
        .attribute("subject", "vat")
        .item("revenue", "50", null);
    rows.from("BUDGET", "fines", "2020-03")
        .in(SmallCatalog.EAST, null)
        .attribute("subject", "fines")
        .item("revenue", other, null);
    return rows.rows();
  }

  /** Some values are raised, some returns are gone, some units moved. */
  private static List<Row> changed(List<Row> rows, Random random) {
    int inForce = field(ObservationTable.IN_FORCE);
    int value = field(ObservationTable.VALUE);
    int place = field(ObservationTable.TOWNSHIP_CODE);
    List<Row> changed = new ArrayList<>();
    for (Row row : rows) {
      Object[] cells = new Object[row.size()];
      for (int index = 0; index < cells.length; index++) {
        cells[index] = row.get(index);
      }
      switch (random.nextInt(12)) {
        case 0 -> cells[value] = ((BigDecimal) cells[value]).add(new BigDecimal("1234.5678"));
        case 1 -> cells[inForce] = false;
        case 2 -> cells[place] = SmallCatalog.WEST;
        default -> {}
      }
      changed.add(RowFactory.create(cells));
    }
    return changed;
  }

  private static int field(String name) {
    return ObservationTable.DEFINITION.schema().fieldIndex(name);
  }

  private static Dataset<Row> contributions(List<Row> rows) {
    return Aggregate.contributions(
            TestSession.get().createDataFrame(rows, ObservationTable.DEFINITION.schema()),
            CATALOG,
            LATE)
        .persist();
  }

  private static Map<String, BigDecimal> cells(Dataset<Row> contributions) {
    Map<String, BigDecimal> values = new HashMap<>();
    for (Row row : Aggregate.cells(contributions, CATALOG, LATE).collectAsList()) {
      values.put(
          Cells.key(row), row.getDecimal(CellTable.DEFINITION.schema().fieldIndex("value_ytd")));
    }
    return values;
  }
}
