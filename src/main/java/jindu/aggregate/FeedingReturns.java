package jindu.aggregate;

import static jindu.aggregate.Steps.RETURN_UNIT;
import static jindu.table.ObservationTable.ATTRIBUTES;
import static jindu.table.ObservationTable.FORM;
import static jindu.table.ObservationTable.IN_FORCE;
import static jindu.table.ObservationTable.ITEM;
import static jindu.table.ObservationTable.MONTH_VALUE;
import static jindu.table.ObservationTable.PERIOD;
import static jindu.table.ObservationTable.PREVIOUS;
import static jindu.table.ObservationTable.QUARTER;
import static jindu.table.ObservationTable.RECEIVED_DATE;
import static jindu.table.ObservationTable.SECTOR_CODE;
import static jindu.table.ObservationTable.TOWNSHIP_CODE;
import static jindu.table.ObservationTable.UNIT_GROUP;
import static jindu.table.ObservationTable.UNIT_KEY;
import static jindu.table.ObservationTable.VALUE;
import static jindu.table.ObservationTable.VINTAGE_ORDER;
import static jindu.table.ObservationTable.WEIGHT;
import static jindu.table.ObservationTable.YEAR;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.List;
import jindu.catalog.Catalog;
import jindu.core.Feed;
import jindu.core.Form;
import jindu.core.Indicator;
import jindu.core.Quarter;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Accepted returns, every vintage, of items that feed an indicator and of quarters begun. The older
 * vintages tell what was known on a due day.
 */
final class FeedingReturns {

  private static final List<String> COLUMNS =
      List.of(
          FORM,
          UNIT_KEY,
          YEAR,
          QUARTER,
          ITEM,
          PERIOD,
          VINTAGE_ORDER,
          RECEIVED_DATE,
          IN_FORCE,
          TOWNSHIP_CODE,
          SECTOR_CODE,
          UNIT_GROUP,
          ATTRIBUTES,
          VALUE,
          PREVIOUS,
          MONTH_VALUE,
          WEIGHT,
          RETURN_UNIT);

  private FeedingReturns() {}

  static Dataset<Row> of(Dataset<Row> observations, Catalog catalog, LocalDate asOf) {
    return OwnPlaces.of(observations, catalog)
        .where(isBegun(Quarter.of(asOf)))
        .where(feedsAnIndicator(catalog))
        .withColumn(RETURN_UNIT, col(UNIT_KEY))
        .withColumn(UNIT_KEY, unit(catalog))
        .select(Steps.columns(COLUMNS));
  }

  /** Whether the row is of the quarter or an earlier one. */
  static Column isBegun(Quarter last) {
    return col(YEAR)
        .lt(last.year())
        .or(col(YEAR).equalTo(last.year()).and(col(QUARTER).leq(last.number())));
  }

  private static Column feedsAnIndicator(Catalog catalog) {
    return catalog.forms().values().stream()
        .filter(form -> !form.feeds().isEmpty())
        .map(form -> isOf(form).and(col(ITEM).isin(items(form))))
        .reduce(lit(false), Column::or);
  }

  /**
   * The unit as it counts. For a level, which is never added, every department that delivers it for
   * a place is the same unit, so that the latest vintage wins.
   */
  private static Column unit(Catalog catalog) {
    Column unit = col(UNIT_KEY);
    for (Form form : catalog.forms().values()) {
      for (Feed feed : form.feeds()) {
        unit =
            when(isOf(form).and(isLevel(feed, catalog)), placeUnit(feed, catalog)).otherwise(unit);
      }
    }
    return unit;
  }

  private static Column isLevel(Feed feed, Catalog catalog) {
    Column item = col(ITEM).equalTo(feed.item());
    return feed.indicatorFrom().isEmpty()
        ? lit(catalog.indicators().get(feed.indicator()).kind() == Indicator.Kind.LEVEL).and(item)
        : attribute(feed.indicatorFrom()).isin(levels(catalog)).and(item);
  }

  private static Column placeUnit(Feed feed, Catalog catalog) {
    Column indicator =
        feed.indicatorFrom().isEmpty() ? lit(feed.indicator()) : attribute(feed.indicatorFrom());
    return concat_ws("|", indicator, Levels.placeOfLevel(col(TOWNSHIP_CODE), catalog));
  }

  private static Object[] levels(Catalog catalog) {
    return catalog.indicators().values().stream()
        .filter(indicator -> indicator.kind() == Indicator.Kind.LEVEL)
        .map(Indicator::code)
        .toArray();
  }

  private static Object[] items(Form form) {
    return form.feeds().stream().map(Feed::item).distinct().toArray();
  }

  private static Column isOf(Form form) {
    return col(FORM).equalTo(form.code());
  }

  private static Column attribute(String name) {
    return col(ATTRIBUTES).getItem(name);
  }
}
