package jindu.assess;

import java.time.LocalDate;
import jindu.catalog.Catalog;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Indicators and evidence against the plan (method.md section 7). */
public final class Assess {

  private Assess() {}

  /**
   * One row a target and quarter of its plan year that begins before the as-of date and has data of
   * any indicator, in the shape of {@link jindu.table.PlanProgressTable}.
   *
   * @param cells rows of {@link jindu.table.CellTable}, unprotected
   * @param observations rows of {@link jindu.table.ObservationTable}; read only where the plan has
   *     a lamp coloured by the city's figure
   */
  public static Dataset<Row> planProgress(
      Dataset<Row> cells, Dataset<Row> observations, Catalog catalog, LocalDate asOf) {
    return PlanProgress.of(cells, observations, catalog, asOf);
  }

  /**
   * How well the profiles of the pace would have foretold the year ends of the closed years, in the
   * shape of {@link jindu.table.PaceBacktestTable}, for each flow of the district.
   *
   * @param cells rows of {@link jindu.table.CellTable} whose quarter is due, unprotected
   */
  public static Dataset<Row> paceBacktest(Dataset<Row> cells, Catalog catalog, LocalDate asOf) {
    return PaceBacktest.of(cells, catalog, asOf);
  }

  /**
   * One row a milestone and quarter of its year that begins before the as-of date, in the shape of
   * {@link jindu.table.MilestoneProgressTable}; a milestone of a later year has one grey row.
   *
   * @param observations rows of {@link jindu.table.ObservationTable}
   */
  public static Dataset<Row> milestoneProgress(
      Dataset<Row> observations, Catalog catalog, LocalDate asOf) {
    return MilestoneProgress.of(observations, catalog, asOf);
  }

  /**
   * The plan's rows with the ranks of townships, in the same shape.
   *
   * @param planProgress rows of {@link jindu.table.PlanProgressTable} that may be published
   */
  public static Dataset<Row> ranked(Dataset<Row> planProgress, Catalog catalog) {
    return Ranks.beside(planProgress, catalog);
  }

  /**
   * What the city and its other districts reached, by indicator and quarter, for {@link
   * #besidePeers} and {@link #headline}.
   *
   * @param observations rows of {@link jindu.table.ObservationTable}
   */
  public static Dataset<Row> peers(Dataset<Row> observations, Catalog catalog) {
    return PeerFigures.of(observations, catalog);
  }

  /**
   * The plan's rows of the district as a whole beside the city and its other districts, in the same
   * shape.
   *
   * @param planProgress rows of {@link jindu.table.PlanProgressTable}
   * @param indicators rows of {@link jindu.table.IndicatorTable} that may be published
   * @param peers the result of {@link #peers}
   */
  public static Dataset<Row> besidePeers(
      Dataset<Row> planProgress, Dataset<Row> indicators, Dataset<Row> peers, Catalog catalog) {
    return PeerComparison.besidePlan(planProgress, indicators, peers, catalog);
  }

  /**
   * Townships in their order, in the shape of {@link jindu.table.TownshipRankingTable}: one row an
   * indicator, township and quarter with data.
   *
   * @param indicators rows of {@link jindu.table.IndicatorTable} that may be published
   * @param planProgress the result of {@link #ranked}
   */
  public static Dataset<Row> townshipRanking(
      Dataset<Row> indicators, Dataset<Row> planProgress, Catalog catalog) {
    return TownshipRanking.of(indicators, planProgress, catalog);
  }

  /**
   * The weak list, worst first, in the shape of {@link jindu.table.WeakIndicatorTable}.
   *
   * @param planProgress rows of {@link jindu.table.PlanProgressTable} that may be published
   * @param indicators rows of {@link jindu.table.IndicatorTable} that may be published
   */
  public static Dataset<Row> weakIndicators(
      Dataset<Row> planProgress, Dataset<Row> indicators, Catalog catalog, LocalDate asOf) {
    return WeakIndicators.of(planProgress, indicators, catalog, asOf);
  }

  /**
   * The units behind the weak list, in the shape of {@link jindu.table.WeakUnitTable}; internal.
   *
   * @param planProgress the result of {@link #planProgress}
   * @param cells rows of {@link jindu.table.CellTable}, unprotected
   * @param contributions rows of {@link jindu.table.ContributionTable}
   */
  public static Dataset<Row> weakUnits(
      Dataset<Row> planProgress,
      Dataset<Row> cells,
      Dataset<Row> contributions,
      Catalog catalog,
      LocalDate asOf) {
    return WeakUnits.of(planProgress, cells, contributions, catalog, asOf);
  }

  /**
   * One row a project of the catalog's ledger and quarter that begins before the as-of date, in the
   * shape of {@link jindu.table.ProjectProgressTable#UNPROTECTED}; none where the catalog has no
   * ledger.
   *
   * @param observations rows of {@link jindu.table.ObservationTable}
   */
  public static Dataset<Row> projectProgress(
      Dataset<Row> observations, Catalog catalog, LocalDate asOf) {
    return ProjectProgress.of(observations, catalog, asOf);
  }

  /**
   * From the investment statistics to the ledger of projects, in the shape of {@link
   * jindu.table.ProjectBridgeTable#UNPROTECTED}.
   *
   * @param projects the result of {@link #projectProgress}
   * @param contributions rows of {@link jindu.table.ContributionTable}
   */
  public static Dataset<Row> projectBridge(
      Dataset<Row> projects, Dataset<Row> contributions, Catalog catalog) {
    return ProjectBridge.of(projects, contributions, catalog);
  }

  /**
   * The catalog's comparisons, in the shape of {@link jindu.table.ReconciliationTable}.
   *
   * @param protectedIndicator rows of {@link jindu.table.IndicatorTable} that may leave
   * @param observations rows of {@link jindu.table.ObservationTable}
   * @param protectedBridge rows of {@link jindu.table.ProjectBridgeTable} that may leave
   */
  public static Dataset<Row> reconciliation(
      Dataset<Row> protectedIndicator,
      Dataset<Row> observations,
      Dataset<Row> protectedBridge,
      Catalog catalog) {
    return Reconciled.of(protectedIndicator, observations, protectedBridge, catalog);
  }

  /**
   * The catalog's headline lines for the district as a whole, in the shape of {@link
   * jindu.table.HeadlineTable}: one row a line and quarter for which the district has data.
   *
   * @param indicators rows with the columns of {@link jindu.table.IndicatorTable}
   * @param planProgress rows of {@link jindu.table.PlanProgressTable}
   * @param peers the result of {@link #peers}
   */
  public static Dataset<Row> headline(
      Dataset<Row> indicators, Dataset<Row> planProgress, Dataset<Row> peers, Catalog catalog) {
    return Headline.of(indicators, planProgress, peers, catalog);
  }
}
