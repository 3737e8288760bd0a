package jindu.assess;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jindu.catalog.Catalog;
import jindu.core.Indicator;
import jindu.core.Sector;
import jindu.table.HeadlineTable;
import jindu.table.IndicatorTable;
import jindu.table.PlanProgressTable;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * The district beside the city and its other districts: of each figure the city's, the differences
 * in points, and the rank among the districts. {@link HeadlineTable} and {@link PlanProgressTable}
 * have the columns.
 */
final class PeerComparison {

  private static final String OWN_FIGURE = "own_figure";
  private static final String[] QUARTER = {
    IndicatorTable.INDICATOR, IndicatorTable.YEAR, IndicatorTable.QUARTER
  };
  private static final List<String> CELL = IndicatorTable.DEFINITION.key();
  private static final List<String> COMPARED =
      List.of(
          HeadlineTable.CITY_FIGURE_PCT,
          HeadlineTable.DIFFERENCE_TO_CITY_POINTS,
          HeadlineTable.DIFFERENCE_TO_PEERS_POINTS,
          HeadlineTable.DISTRICT_RANK,
          HeadlineTable.DISTRICT_COUNT);

  private PeerComparison() {}

  /**
   * The rows with the columns of the comparison; null where the other side, or the district's own
   * figure, is not known.
   *
   * @param rows of the district as a whole, with its published cells' columns
   * @param peers the result of {@link PeerFigures#of}
   */
  static Dataset<Row> beside(Dataset<Row> rows, Dataset<Row> peers, Catalog catalog) {
    Column own = col(OWN_FIGURE);
    return rows
        // One row an indicator and quarter on the right: it is grouped by them.
        .join(peers, QUARTER, "left")
        .withColumn(OWN_FIGURE, ownFigure(catalog))
        .withColumns(
            Map.of(
                HeadlineTable.CITY_FIGURE_PCT,
                col(PeerFigures.CITY),
                HeadlineTable.DIFFERENCE_TO_CITY_POINTS,
                Exact.asPercent(own.minus(col(PeerFigures.CITY))),
                HeadlineTable.DIFFERENCE_TO_PEERS_POINTS,
                Exact.asPercent(own.minus(col(PeerFigures.MEAN))),
                HeadlineTable.DISTRICT_RANK,
                when(isRanked(), size(better(catalog)).plus(lit(1))),
                HeadlineTable.DISTRICT_COUNT,
                when(isRanked(), size(col(PeerFigures.DISTRICTS)).plus(lit(1)))));
  }

  /**
   * The plan with the same columns, on the rows of the district as a whole.
   *
   * @param plan rows of {@link PlanProgressTable}
   * @param indicators rows of {@link IndicatorTable} that may be published: a difference tells the
   *     figure
   */
  static Dataset<Row> besidePlan(
      Dataset<Row> plan, Dataset<Row> indicators, Dataset<Row> peers, Catalog catalog) {
    Column[] compared =
        Stream.concat(CELL.stream(), COMPARED.stream()).map(functions::col).toArray(Column[]::new);
    Dataset<Row> cells =
        beside(indicators.filter(isWhole(catalog)), peers, catalog).select(compared);
    return plan.drop(COMPARED.toArray(String[]::new))
        // One row a cell on the right: its columns in the join are the table's key.
        .join(cells, CELL.toArray(String[]::new), "left")
        .transform(PlanProgressTable.DEFINITION::select);
  }

  static Column isWhole(Catalog catalog) {
    return col(IndicatorTable.TOWNSHIP_CODE)
        .equalTo(catalog.district().code())
        .and(col(IndicatorTable.SECTOR_CODE).equalTo(Sector.ALL));
  }

  /** The growth by which the district is judged, on the basis of the headline. */
  static Column growth(Catalog catalog) {
    return when(
            IndicatorSet.that(catalog, Indicator::comparable),
            col(IndicatorTable.COMPARABLE_GROWTH_YTD_PCT))
        .otherwise(col(IndicatorTable.GROWTH_YTD_PCT));
  }

  private static Column ownFigure(Catalog catalog) {
    return when(IndicatorSet.that(catalog, Indicator::isPercentage), col(IndicatorTable.VALUE_YTD))
        .otherwise(growth(catalog))
        .try_cast(Types.PERCENT);
  }

  private static Column isRanked() {
    return col(OWN_FIGURE)
        .isNotNull()
        .and(coalesce(size(col(PeerFigures.DISTRICTS)), lit(0)).gt(lit(0)));
  }

  private static Column better(Catalog catalog) {
    Column fallIsGood = IndicatorSet.that(catalog, of -> of.good() == Indicator.Direction.DOWN);
    return filter(
        col(PeerFigures.DISTRICTS),
        other -> when(fallIsGood, other.lt(col(OWN_FIGURE))).otherwise(other.gt(col(OWN_FIGURE))));
  }
}
