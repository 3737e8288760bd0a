package jindu.aggregate;

import java.time.LocalDate;
import jindu.catalog.Catalog;
import jindu.table.CellTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The stage: observations of every form to the cells of every indicator they feed. */
public final class Aggregate {

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
    Dataset<Row> returns = CountedReturns.of(observations, catalog, asOf);
    Dataset<Row> cells =
        UnitYears.of(returns, catalog)
            .transform(units -> Contributions.of(units, catalog))
            .transform(UnitQuarters::of)
            .transform(quarters -> Levels.of(quarters, catalog))
            .transform(GroupSums::of)
            .transform(CellSums::of)
            .transform(sums -> CellValues.of(sums, catalog))
            .transform(values -> Growth.of(values, catalog));
    return CellTable.DEFINITION.select(cells);
  }

  /**
   * Who answered each form, by place and quarter, of all years in the observations (method.md
   * section 4).
   *
   * @param observations rows of {@link jindu.table.ObservationTable}, every vintage, the register
   *     among them
   * @param quarantine rows of {@link jindu.table.QuarantineTable}
   * @param catalog the catalog that held on the as-of day
   * @param asOf quarters that begin after this day have no row
   * @return rows of {@link jindu.table.ResponseQualityTable}, one a key, unprotected, in no order;
   *     {@code withheld} is null
   */
  public static Dataset<Row> responseQuality(
      Dataset<Row> observations, Dataset<Row> quarantine, Catalog catalog, LocalDate asOf) {
    return ResponseQuality.of(observations, quarantine, catalog, asOf);
  }
}
