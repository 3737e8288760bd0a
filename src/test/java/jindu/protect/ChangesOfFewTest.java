package jindu.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jindu.TableRows;
import jindu.TestSession;
import jindu.table.RevisionLogTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Planted: changes that the difference of two publications tells of one or two respondents. */
class ChangesOfFewTest {

  private static final List<Row> CHANGES = new ArrayList<>();

  @Test
  void openCellsThatOneOrTwoChangedAreTold() {
    change("B1", "ALL", "correction", "10", 1L);
    // Two causes of two respondents, who may be the same; and three at once.
    change("B1", "13", "correction", "10", 2L);
    change("B1", "13", "new_return", "5", 2L);
    change("B1", "14", "correction", "10", 3L);
    // Since the publication before two batches: one each is two at most, and may be one.
    change("B1", "15", "correction", "10", 1L);
    change("B2", "15", "correction", "5", 1L);
    // Back to what it was; not known; of departments alone; of who was not counted yet.
    change("B1", "16", "correction", "10", 1L);
    change("B2", "16", "correction", "-10", 1L);
    change("B1", "17", "correction", null, 1L);
    change("B1", "18", "correction", "10", 0L);
    change("B1", "19", "correction", "10", null);
    change("B1", "22", "first_published", "10", null);
    // Withheld, and gone.
    change("B1", "20", "correction", "10", 1L);
    change("B1", "21", "withdrawal", "-10", 1L);
    CellFixture cells = new CellFixture();
    for (String open : List.of("ALL", "13", "14", "15", "16", "17", "18", "19", "22")) {
      cells.cell("output", CellFixture.DISTRICT, open, 9, "900", "100", "100");
    }
    cells.cell("output", CellFixture.DISTRICT, "20", 2, "900", "500", "400");
    Dataset<Row> changes =
        TestSession.get().createDataFrame(CHANGES, RevisionLogTable.DEFINITION.schema());

    assertThat(
            Protect.changesOfFew(
                    changes,
                    Protect.indicator(cells.cells(), List.of(), CellFixture.catalog()),
                    CellFixture.catalog())
                .orderBy(RevisionLogTable.SECTOR_CODE)
                .select(RevisionLogTable.SECTOR_CODE, RevisionLogTable.CELL_RESPONDENTS)
                .collectAsList())
        .extracting(Row::toString)
        .containsExactly("[13,2]", "[15,1]", "[17,1]", "[19,1]", "[ALL,1]");
  }

  private static void change(
      String batch, String sector, String cause, String amount, Long respondents) {
    Map<String, Object> values = new HashMap<>();
    values.put(RevisionLogTable.BATCH_ID, batch);
    values.put(RevisionLogTable.INDICATOR, "output");
    values.put(RevisionLogTable.TOWNSHIP_CODE, CellFixture.DISTRICT);
    values.put(RevisionLogTable.SECTOR_CODE, sector);
    values.put(RevisionLogTable.YEAR, CellFixture.YEAR);
    values.put(RevisionLogTable.QUARTER, 1);
    values.put(RevisionLogTable.CAUSE, cause);
    values.put(RevisionLogTable.AMOUNT_CHANGED, CellFixture.amount(amount));
    values.put(RevisionLogTable.UNITS, 9L);
    values.put(RevisionLogTable.RESPONDENTS, respondents);
    values.put(RevisionLogTable.CELL_RESPONDENTS, respondents);
    CHANGES.add(TableRows.row(RevisionLogTable.DEFINITION, values));
  }
}
