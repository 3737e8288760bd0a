package jindu.check;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import jindu.catalog.Catalog;
import jindu.core.RegisterForm;
import jindu.table.ReturnTable;
import jindu.table.VerdictTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Judges returns (method.md section 2). A function of everything received: a return that came
 * before its register entry is judged again when it is called with both.
 */
public final class Check {

  /** The reason code of rows that the bureau leaves out. */
  public static final String EXCLUDED = Defect.EXCLUDED.code();

  private Check() {}

  /**
   * A verdict for each delivered row: one row out for one row in.
   *
   * @param returns rows of {@link ReturnTable} received by the as-of day; read twice, once for the
   *     register alone
   * @param asOf the day for which exclusions are looked up
   * @return rows of {@link VerdictTable}
   */
  public static Dataset<Row> verdicts(Dataset<Row> returns, Catalog catalog, LocalDate asOf) {
    Dataset<Row> register =
        returns
            .where(col(ReturnTable.FORM).equalTo(RegisterForm.CODE))
            .transform(rows -> checked(rows, catalog, asOf))
            .transform(Vintages::judge)
            .transform(Register::entries);
    Dataset<Row> judged =
        checked(returns, catalog, asOf)
            .transform(rows -> Register.join(rows, register))
            .transform(Vintages::judge)
            .transform(rows -> HistoryChecks.of(rows, catalog))
            .withColumn(VerdictTable.FLAGS, Findings.codes(col(VerdictTable.FINDINGS)))
            .withColumn(VerdictTable.REASONS, Problems.codes(col(Working.PROBLEMS)))
            .withColumn(VerdictTable.REASON_VALUES, Problems.textByCode(col(Working.PROBLEMS)));
    return VerdictTable.DEFINITION.select(judged);
  }

  /**
   * Every accepted value, every vintage, one row for each item present.
   *
   * @param verdicts rows of {@link VerdictTable}
   * @return rows of {@link jindu.table.ObservationTable}
   */
  public static Dataset<Row> observations(Dataset<Row> verdicts, Catalog catalog) {
    return Observations.of(verdicts, catalog);
  }

  /**
   * Every refused row, with each reason in Chinese and English.
   *
   * @param verdicts rows of {@link VerdictTable}
   * @return rows of {@link jindu.table.QuarantineTable}
   */
  public static Dataset<Row> quarantine(Dataset<Row> verdicts, Catalog catalog) {
    return Quarantine.of(verdicts, catalog);
  }

  /** What a row needs beside its own text is dropped here, before any row is moved. */
  private static Dataset<Row> checked(Dataset<Row> returns, Catalog catalog, LocalDate asOf) {
    return returns
        .transform(rows -> TypedReturns.of(rows, catalog))
        .transform(rows -> HardChecks.of(rows, catalog))
        .transform(SoftChecks::of)
        .transform(rows -> Excluded.of(rows, catalog, asOf))
        .drop(
            FormFacts.FACTS,
            SectorFacts.LEVEL,
            SectorFacts.LEVEL_WITH_ZERO,
            SectorFacts.LINEAGE,
            Working.SECTOR_TEXT,
            Working.PERIOD_TEXT,
            Working.SUBMITTED_TEXT,
            Working.SUBMITTED,
            Working.ATTRIBUTE_READINGS,
            Working.ITEM_READINGS,
            Working.FAILED_CHECKS);
  }
}
