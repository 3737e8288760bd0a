package jindu.protect;

import java.util.Collection;
import jindu.catalog.Catalog;
import jindu.protect.pattern.Pattern;
import jindu.protect.pattern.Patterns;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What may leave the bureau: no published cell shows what one respondent said, nor do several of
 * them together (method.md section 8).
 */
public final class Protect {

  private Protect() {}

  /**
   * The cells without their contributors' statistics, in the shape of {@link
   * jindu.table.IndicatorTable}; a withheld one keeps its key and labels only.
   *
   * @param cells rows of {@link jindu.table.CellTable}
   * @param patterns of all indicators and years of the cells, by {@link Patterns}
   */
  public static Dataset<Row> indicator(
      Dataset<Row> cells, Collection<Pattern> patterns, Catalog catalog) {
    return IndicatorCells.of(cells, Patterns.closed(cells.sparkSession(), patterns), catalog);
  }

  /**
   * The plan's rows, in the shape of {@link jindu.table.PlanProgressTable}; no figure is left where
   * a cell that it was computed from is withheld.
   *
   * @param protectedIndicator the result of {@link #indicator}
   */
  public static Dataset<Row> planProgress(
      Dataset<Row> planProgress, Dataset<Row> protectedIndicator, Catalog catalog) {
    return PlanRows.of(planProgress, protectedIndicator, catalog);
  }

  /**
   * The revisions, in the shape of {@link jindu.table.RevisionTable}; empty where a cell of the
   * same level of detail and quarter is withheld, or has a line of one or two respondents.
   *
   * @param revisions the result of the aggregate stage, with the respondents behind each
   * @param protectedIndicator the result of {@link #indicator}
   */
  public static Dataset<Row> revision(
      Dataset<Row> revisions, Dataset<Row> protectedIndicator, Catalog catalog) {
    return RevisionRows.of(revisions, protectedIndicator, catalog);
  }

  /**
   * The cells that may leave and whose year to date one or two respondents changed: each is told to
   * who lays two publications side by side. Inside the bureau only.
   *
   * @param changes rows of {@link jindu.table.RevisionLogTable} since the publication before
   * @param protectedIndicator the result of {@link #indicator}
   * @return one row a cell, with {@link jindu.table.RevisionLogTable#CELL_RESPONDENTS}, in no order
   */
  public static Dataset<Row> changesOfFew(
      Dataset<Row> changes, Dataset<Row> protectedIndicator, Catalog catalog) {
    return ChangesOfFew.of(changes, protectedIndicator, catalog);
  }

  /**
   * The response figures, in the shape of {@link jindu.table.ResponseQualityTable}; no weighted
   * share is left where it would say something of one or two units, or of a withheld cell.
   *
   * @param protectedIndicator the result of {@link #indicator}
   */
  public static Dataset<Row> responseQuality(
      Dataset<Row> quality, Dataset<Row> protectedIndicator, Catalog catalog) {
    return ResponseRows.of(quality, protectedIndicator, catalog);
  }

  /**
   * The bridges, in the shape of {@link jindu.table.EntryExitTable}; empty where a cell of the same
   * level of detail and quarter is withheld, or has a line that would be sensitive were it a cell.
   *
   * @param entryExit rows of {@link jindu.table.EntryExitTable#UNPROTECTED}
   * @param protectedIndicator the result of {@link #indicator}
   */
  public static Dataset<Row> entryExit(
      Dataset<Row> entryExit, Dataset<Row> protectedIndicator, Catalog catalog) {
    return EntryExitRows.of(entryExit, protectedIndicator, catalog);
  }

  /**
   * The tests of the pace, in the shape of {@link jindu.table.PaceBacktestTable}; empty where the
   * district's total is withheld in any quarter.
   *
   * @param backtest the result of the assess stage
   * @param protectedIndicator the result of {@link #indicator}
   */
  public static Dataset<Row> paceBacktest(
      Dataset<Row> backtest, Dataset<Row> protectedIndicator, Catalog catalog) {
    return BacktestRows.of(backtest, protectedIndicator, catalog);
  }

  /**
   * The projects, in the shape of {@link jindu.table.ProjectProgressTable}; without figures where
   * the catalog does not say that their ledger is administrative.
   */
  public static Dataset<Row> projectProgress(Dataset<Row> projects, Catalog catalog) {
    return ProjectRows.of(projects, catalog);
  }

  /**
   * The bridge, in the shape of {@link jindu.table.ProjectBridgeTable}; lines against a return to
   * the statistics leave as one sum over all projects.
   *
   * @param bridge rows of {@link jindu.table.ProjectBridgeTable#UNPROTECTED}
   * @param cells rows of {@link jindu.table.CellTable}
   * @param protectedIndicator the result of {@link #indicator}, of these cells
   */
  public static Dataset<Row> projectBridge(
      Dataset<Row> bridge, Dataset<Row> cells, Dataset<Row> protectedIndicator, Catalog catalog) {
    return BridgeRows.of(bridge, cells, protectedIndicator, catalog);
  }
}
