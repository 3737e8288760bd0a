package jindu.assess;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import java.util.Map;
import jindu.catalog.Catalog;
import jindu.core.Indicator;
import jindu.table.HeadlineTable;
import jindu.table.IndicatorTable;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The district beside the city and its other districts, on each headline line. */
final class HeadlinePeers {

  private static final String OWN_FIGURE = "own_figure";
  private static final String[] QUARTER = {
    HeadlineTable.INDICATOR, HeadlineTable.YEAR, HeadlineTable.QUARTER
  };

  private HeadlinePeers() {}

  /**
   * The lines with the columns of the comparison; null where the other side, or the district's own
   * figure, is not known.
   *
   * @param lines with the figures of the district that may be published
   * @param peers the result of {@link PeerFigures#of}
   */
  static Dataset<Row> beside(Dataset<Row> lines, Dataset<Row> peers, Catalog catalog) {
    Column own = col(OWN_FIGURE);
    return lines
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

  private static Column ownFigure(Catalog catalog) {
    return when(IndicatorSet.that(catalog, Indicator::isPercentage), col(IndicatorTable.VALUE_YTD))
        .otherwise(col(HeadlineTable.GROWTH_PCT))
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
