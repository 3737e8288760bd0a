package jindu.run;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jindu.TestSession;
import jindu.aggregate.Aggregate;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogReader;
import jindu.lake.DeltaTables;
import jindu.lake.Lake;
import jindu.table.CellTable;
import jindu.table.ContributionTable;
import jindu.table.RevisionLogTable;
import jindu.table.TableDefinition;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the nights tell of one cell with one unit: budget revenue of the district in the first
 * quarter of 2020, which is published from 10 April.
 */
@ExtendWith(FewRows.class)
class RevisionLogTest {

  private static final String DISTRICT_LEVEL = "410311000";
  private static final LocalDate EARLY = LocalDate.of(2020, 4, 2);
  private static final LocalDate DUE = LocalDate.of(2020, 5, 2);

  @TempDir private Path folder;
  private Lake lake;
  private DeltaTables tables;
  private Catalog catalog;
  private long number;
  private String valueBefore;

  @BeforeEach
  void open() throws Exception {
    SampleLake.copyReference(folder);
    catalog = CatalogReader.read(folder.resolve("reference"));
    lake = Lake.open(folder.toString());
    tables = new DeltaTables(TestSession.get(), lake);
  }

  /** Withdrawn, and returned again: the latest value is there, and both causes say why. */
  @Test
  void aPublishedCellThatIsGoneAndIsBackIsToldByItsCauses() {
    night(DUE, "100");
    night(DUE, null);
    night(DUE, "90");
    assertThat(logged())
        .containsExactly(
            "1 first_published 100.0000", "2 withdrawal -100.0000", "3 new_return 90.0000");
    assertThat(revision())
        .containsExactly(
            "new_return 90.0000 of 100.0000, now 90.0000",
            "withdrawal -100.0000 of 100.0000, now 90.0000");
  }

  /** What it was before it was due is nobody's published number, and its change no revision. */
  @Test
  void aCellThatIsPublishedLateIsRevisedFromThenOn() {
    night(EARLY, "100");
    night(EARLY, "120");
    night(DUE, "130");
    assertThat(logged()).containsExactly("3 first_published 130.0000");
    assertThat(revision()).containsExactly("none 0.0000 of 130.0000, now 130.0000");
    night(DUE, "150");
    assertThat(logged()).containsExactly("3 first_published 130.0000", "4 correction 20.0000");
    assertThat(revision()).containsExactly("correction 20.0000 of 130.0000, now 150.0000");
  }

  /**
   * The log as an aggregation and a publication leave it.
   *
   * @param value year-to-date of the unit and of the cell; null while there is no return
   */
  private void night(LocalDate asOf, String value) {
    number++;
    Ledger ledger = new Ledger(TestSession.get(), tables, SampleLake.CLOCK);
    Night night =
        new Night(TestSession.get(), lake, tables, ledger, catalog, new Ledger.Batch(number, asOf));
    RevisionLog log = new RevisionLog(night, ledger.history());
    log.addChanges(contributions(valueBefore), contributions(value));
    night.replace(CellTable.DEFINITION, cells(value));
    log.addFirstPublished(cells(value));
    valueBefore = value;
  }

  private List<String> logged() {
    return tables
        .read(RevisionLogTable.DEFINITION)
        .where(isDistrict())
        .orderBy(RevisionLogTable.BATCH_ID)
        .collectAsList()
        .stream()
        .map(
            row ->
                "%d %s %s"
                    .formatted(
                        Long.parseLong(row.<String>getAs(RevisionLogTable.BATCH_ID).substring(1)),
                        row.getAs(RevisionLogTable.CAUSE),
                        row.getAs(RevisionLogTable.AMOUNT_CHANGED)))
        .toList();
  }

  private List<String> revision() {
    return Aggregate.revision(
            tables.read(RevisionLogTable.DEFINITION), tables.read(CellTable.DEFINITION))
        .where(isDistrict())
        .selectExpr(
            "concat(cause, ' ', difference, ' of ', first_value, ', now ', latest_value) AS told")
        .orderBy("told")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private Column isDistrict() {
    return col(RevisionLogTable.TOWNSHIP_CODE).equalTo(catalog.district().code());
  }

  private Dataset<Row> contributions(String value) {
    return rows(
        ContributionTable.DEFINITION,
        value,
        Map.of(
            ContributionTable.INDICATOR, "budget_revenue",
            ContributionTable.MEASURE, "nominal",
            ContributionTable.FORM, "CZ-1",
            ContributionTable.ITEM, "revenue",
            ContributionTable.UNIT_KEY, DISTRICT_LEVEL + "|增值税",
            ContributionTable.TOWNSHIP_CODE, DISTRICT_LEVEL,
            ContributionTable.STATE, ContributionTable.REPORTED,
            ContributionTable.PERIOD, "2020-03"));
  }

  private Dataset<Row> cells(String value) {
    return rows(
        CellTable.DEFINITION,
        value,
        Map.of(
            RevisionLogTable.INDICATOR, "budget_revenue",
            RevisionLogTable.TOWNSHIP_CODE, catalog.district().code(),
            RevisionLogTable.SECTOR_CODE, "ALL"));
  }

  private static Dataset<Row> rows(TableDefinition table, String value, Map<String, String> texts) {
    Object[] row = new Object[table.schema().size()];
    texts.forEach((column, text) -> row[table.schema().fieldIndex(column)] = text);
    row[table.schema().fieldIndex(ContributionTable.YEAR)] = 2020;
    row[table.schema().fieldIndex(ContributionTable.QUARTER)] = 1;
    if (value != null) {
      BigDecimal amount = new BigDecimal(value).setScale(4);
      row[table.schema().fieldIndex(ContributionTable.VALUE_YTD)] = amount;
      if (texts.containsKey(ContributionTable.MEASURE)) {
        row[table.schema().fieldIndex(ContributionTable.DELIVERED_VALUE)] = amount;
      }
    }
    return TestSession.get()
        .createDataFrame(
            value == null ? List.of() : List.of(RowFactory.create(row)), table.schema());
  }
}
