package jindu.assess;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import jindu.catalog.Catalog;
import jindu.core.Form;
import jindu.core.Indicator;
import jindu.core.Peer;
import jindu.table.ObservationTable;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the city and its other districts reached, by indicator and quarter, in percent: the growth
 * of the year to date over the same period that the return states, which for an indicator judged at
 * comparable prices is the same period at comparable prices; of a percentage the value itself.
 *
 * <p>Of several departments' returns for one place the latest counts.
 */
final class PeerFigures {

  /** The city's figure, null where it has delivered none. */
  static final String CITY = "city_figure";

  /** The mean of the other districts' figures. */
  static final String MEAN = "mean_of_districts";

  /** The figures of the other districts, those that have delivered. */
  static final String DISTRICTS = "figures_of_districts";

  private static final String INDICATOR = "indicator";
  private static final String FIGURE = "figure";
  private static final String LATEST = "latest";

  private PeerFigures() {}

  /** One row an indicator and quarter for which any of them has delivered. */
  static Dataset<Row> of(Dataset<Row> observations, Catalog catalog) {
    List<Form> forms = catalog.forms().values().stream().filter(Form::peers).toList();
    return observations
        .filter(FedIndicator.isOf(forms))
        .filter(col(ObservationTable.IN_FORCE).and(isOf(catalog, null)))
        .withColumn(INDICATOR, FedIndicator.of(forms))
        .filter(col(INDICATOR).isNotNull())
        .groupBy(
            col(INDICATOR),
            col(ObservationTable.TOWNSHIP_CODE),
            col(ObservationTable.YEAR),
            col(ObservationTable.QUARTER))
        .agg(
            max_by(
                    struct(col(ObservationTable.VALUE), col(ObservationTable.PREVIOUS)),
                    struct(col(ObservationTable.PERIOD), col(ObservationTable.VINTAGE_ORDER)))
                .as(LATEST))
        .withColumn(FIGURE, figure(catalog))
        .groupBy(col(INDICATOR), col(ObservationTable.YEAR), col(ObservationTable.QUARTER))
        .agg(
            max(when(isOf(catalog, Peer.Kind.CITY), col(FIGURE))).as(CITY),
            avg(when(isOf(catalog, Peer.Kind.DISTRICT), col(FIGURE))).as(MEAN),
            collect_list(when(isOf(catalog, Peer.Kind.DISTRICT), col(FIGURE))).as(DISTRICTS));
  }

  /** Whether the row is of a peer of that kind, null for any. */
  private static Column isOf(Catalog catalog, Peer.Kind kind) {
    return col(ObservationTable.TOWNSHIP_CODE)
        .isin(
            catalog.peers().stream()
                .filter(peer -> kind == null || peer.kind() == kind)
                .map(Peer::code)
                .toArray());
  }

  private static Column figure(Catalog catalog) {
    Column value = col(LATEST).getField(ObservationTable.VALUE);
    Column previous = col(LATEST).getField(ObservationTable.PREVIOUS);
    Column growth = Exact.percent(value.minus(previous).try_cast(Types.AMOUNT), previous);
    return when(IndicatorSet.that(catalog, Indicator::isPercentage), value)
        .when(IndicatorSet.that(catalog, Indicator::hasGrowth), Exact.asPercent(growth))
        .try_cast(Types.PERCENT);
  }
}
