package jindu.aggregate;

import static jindu.table.ObservationTable.FORM;
import static jindu.table.ObservationTable.IN_FORCE;
import static jindu.table.ObservationTable.YEAR;
import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import jindu.catalog.Catalog;
import jindu.core.Cell;
import jindu.table.CellTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The stage: observations of every form to the cells of every indicator they feed. */
public final class Aggregate {

  /** How many parts of their measure and state there are; see {@link #parts}. */
  public static final String PARTS = "parts";

  /** Which of them a part is, the largest first, from 1; see {@link #parts}. */
  public static final String RANK = "rank";

  private Aggregate() {}

  /**
   * All cells of all years in the observations (method.md sections 3, 5 and 6).
   *
   * @param observations rows of {@link jindu.table.ObservationTable}, every vintage, with the
   *     in-force mark that holds on the as-of day
   * @param catalog the catalog that held on that day
   * @param asOf quarters that begin after this day have no row
   * @return rows of {@link CellTable}, one a key, in no order
   */
  public static Dataset<Row> indicators(
      Dataset<Row> observations, Catalog catalog, LocalDate asOf) {
    return cells(contributions(observations, catalog, asOf), catalog, asOf);
  }

  /**
   * What each unit brings to each indicator in each quarter; the parts of the cells.
   *
   * @param observations as for {@link #indicators}; read more than once
   * @return rows of {@link jindu.table.ContributionTable} and what only {@link #cells} needs; the
   *     estimates still by unit
   */
  public static Dataset<Row> contributions(
      Dataset<Row> observations, Catalog catalog, LocalDate asOf) {
    Dataset<Row> returns = FeedingReturns.of(observations, catalog, asOf);
    // Of a form without returns in a year no unit is missing: it is not asked yet.
    Dataset<Row> formYears = returns.where(col(IN_FORCE)).select(FORM, YEAR).distinct();
    Dataset<Row> expected =
        ExpectedItems.of(RegisteredUnits.of(observations, formYears, catalog), catalog);
    return UnitYears.of(returns, expected, catalog)
        .transform(units -> QuarterReturns.of(units, catalog))
        .transform(quarters -> Estimates.of(quarters, catalog))
        .transform(quarters -> CountedQuarters.of(quarters, catalog))
        .transform(quarters -> Contributions.of(quarters, catalog))
        .transform(UnitQuarters::of)
        .transform(quarters -> NamedUnits.told(quarters, observations, catalog))
        // The base of a year that has not begun belongs to no cell.
        .where(col(YEAR).leq(asOf.getYear()));
  }

  /**
   * The contributions as they are stored: an estimate belongs to its cell and bears no unit.
   *
   * @param contributions of {@link #contributions}
   * @return rows of {@link jindu.table.ContributionTable}
   */
  public static Dataset<Row> stored(Dataset<Row> contributions) {
    return StoredContributions.of(contributions);
  }

  /**
   * How much each cell's year-to-date changed, by cause.
   *
   * @param before rows of {@link jindu.table.ContributionTable}
   * @param after the same indicators and years, later
   * @return rows of {@link jindu.table.RevisionLogTable}, without batch
   */
  public static Dataset<Row> revisions(Dataset<Row> before, Dataset<Row> after, Catalog catalog) {
    return CellRevisions.of(before, after, catalog);
  }

  /**
   * What became of each published cell since it was first published.
   *
   * @param log rows of {@link jindu.table.RevisionLogTable} that count
   * @param cells rows of {@link CellTable}, as they are now
   * @return rows of {@link jindu.table.RevisionTable}, with the respondents behind each
   */
  public static Dataset<Row> revision(Dataset<Row> log, Dataset<Row> cells) {
    return Revisions.of(log, cells);
  }

  /**
   * What the log does not tell of published cells that are other than it says.
   *
   * @return rows of {@link jindu.table.RevisionLogTable}, without batch
   */
  public static Dataset<Row> untoldRevisions(Dataset<Row> log, Dataset<Row> cells) {
    return Revisions.untold(log, cells);
  }

  /**
   * The cells that contributions add up to.
   *
   * @param contributions of {@link #contributions}
   * @return rows of {@link CellTable}, one a key, in no order
   */
  public static Dataset<Row> cells(Dataset<Row> contributions, Catalog catalog, LocalDate asOf) {
    Dataset<Row> cells =
        Levels.of(contributions, catalog)
            .transform(GroupSums::of)
            .transform(CellSums::of)
            .transform(sums -> CellValues.of(sums, catalog))
            .transform(values -> Growth.of(values, catalog))
            .transform(values -> Completeness.of(values, catalog, asOf))
            .transform(values -> SamplingErrors.join(values, contributions, catalog));
    return CellTable.DEFINITION.select(cells);
  }

  /**
   * What leads from last year's total of each cell to this year's, line by line (method.md section
   * 6, Bridge): flows and stocks, the quarters whose quarter of last year has any value.
   *
   * @param contributions of {@link #contributions}
   * @param cells rows of {@link CellTable}, of the same observations; others have no line
   * @return rows of {@link jindu.table.EntryExitTable#UNPROTECTED}, in no order; {@code withheld}
   *     is null
   */
  public static Dataset<Row> entryExit(
      Dataset<Row> contributions, Dataset<Row> cells, Catalog catalog) {
    return EntryExit.of(contributions, cells, catalog);
  }

  /**
   * The parts that one cell is the sum of.
   *
   * @param contributions rows of {@link jindu.table.ContributionTable}, of that year at least
   * @param catalog the one by which they were computed
   * @param most parts of each measure and state that are listed, the largest first
   * @return at their own place and class, with {@link #PARTS}, {@link #RANK} and the totals of
   *     {@link #totalOf} of their measure and state, in no order
   */
  public static Dataset<Row> parts(
      Dataset<Row> contributions, Cell cell, Catalog catalog, int most) {
    return CellParts.of(contributions, cell, catalog, most);
  }

  /** What all parts of a measure and state come to. */
  public static String totalOf(String amount) {
    return "total_of_" + amount;
  }

  /**
   * Who answered each form, by place and quarter, of all years in the observations (method.md
   * section 4).
   *
   * @param observations rows of {@link jindu.table.ObservationTable}, every vintage, the register
   *     among them
   * @param quarantine rows of {@link jindu.table.QuarantineTable}
   * @param contributions rows of {@link jindu.table.ContributionTable}, of the same observations
   * @param catalog the catalog that held on the as-of day
   * @param asOf quarters that begin after this day have no row
   * @return rows of {@link jindu.table.ResponseQualityTable}, one a key, unprotected, in no order;
   *     {@code withheld} is null
   */
  public static Dataset<Row> responseQuality(
      Dataset<Row> observations,
      Dataset<Row> quarantine,
      Dataset<Row> contributions,
      Catalog catalog,
      LocalDate asOf) {
    return ResponseQuality.of(
        OwnPlaces.of(observations, catalog), quarantine, contributions, catalog, asOf);
  }
}
