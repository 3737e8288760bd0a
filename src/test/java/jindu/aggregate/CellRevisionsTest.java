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
import jindu.TestSession;
import jindu.catalog.Catalog;
import jindu.table.CellTable;
import jindu.table.ObservationTable;
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
