package jindu.aggregate;

import static jindu.aggregate.Steps.ADMINISTRATIVE;
import static jindu.aggregate.Steps.BASE;
import static jindu.aggregate.Steps.CONVERSION;
import static jindu.aggregate.Steps.COUNTS_UNIT;
import static jindu.aggregate.Steps.DIFFERENCED;
import static jindu.aggregate.Steps.KIND;
import static jindu.aggregate.Steps.LOWEST_PLACE;
import static jindu.aggregate.Steps.MEASURE;
import static jindu.aggregate.Steps.SECTOR_DETAIL;
import static jindu.aggregate.Steps.SOURCE_INDICATOR;
import static jindu.aggregate.Steps.SURVEY;
import static jindu.table.IndicatorTable.INDICATOR;
import static jindu.table.ObservationTable.FORM;
import static jindu.table.ObservationTable.ITEM;

import java.util.ArrayList;
import java.util.List;
import jindu.catalog.Catalog;
import jindu.core.Feed;
import jindu.core.Form;
import jindu.core.Indicator;
import jindu.table.Types;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Every way from an item to an indicator, one row each: the feeds of the forms, and for each rate
 * the feeds of the indicators above (nominal) and below (weight) its line.
 */
final class FeedRows {

  static final String WHERE_ATTRIBUTE = "where_attribute";
  static final String WHERE_VALUES = "where_values";

  /** Attribute that names the indicator row by row; null where the feed names it. */
  static final String INDICATOR_ATTRIBUTE = "indicator_attribute";

  private static final StructType SCHEMA =
      new StructType()
          .add(FORM, Types.TEXT)
          .add(ITEM, Types.TEXT)
          .add(INDICATOR_ATTRIBUTE, Types.TEXT)
          .add(WHERE_ATTRIBUTE, Types.TEXT)
          .add(WHERE_VALUES, DataTypes.createArrayType(Types.TEXT))
          .add(SOURCE_INDICATOR, Types.TEXT)
          .add(INDICATOR, Types.TEXT)
          .add(MEASURE, Types.TEXT)
          .add(CONVERSION, Types.TEXT)
          .add(COUNTS_UNIT, Types.CLAIM)
          .add(DIFFERENCED, Types.CLAIM)
          .add(BASE, Types.WHOLE)
          .add(ADMINISTRATIVE, Types.CLAIM)
          .add(SURVEY, Types.CLAIM)
          .add(KIND, Types.TEXT)
          .add(LOWEST_PLACE, Types.TEXT)
          .add(SECTOR_DETAIL, Types.TEXT);

  private FeedRows() {}

  static Dataset<Row> of(SparkSession spark, Catalog catalog) {
    List<Row> rows = new ArrayList<>();
    for (Form form : catalog.forms().values()) {
      for (Feed feed : form.feeds()) {
        for (Indicator source : sources(feed, catalog)) {
          rows.add(row(form, feed, source, source, feed.measure()));
          addRates(rows, form, feed, source, catalog);
        }
      }
    }
    return spark.createDataFrame(rows, SCHEMA);
  }

  private static List<Indicator> sources(Feed feed, Catalog catalog) {
    return feed.indicatorFrom().isEmpty()
        ? List.of(catalog.indicators().get(feed.indicator()))
        : List.copyOf(catalog.indicators().values());
  }

  private static void addRates(
      List<Row> rows, Form form, Feed feed, Indicator source, Catalog catalog) {
    if (feed.measure() != Feed.Measure.NOMINAL) {
      return;
    }
    for (Indicator rate : catalog.indicators().values()) {
      if (rate.kind() == Indicator.Kind.RATE && rate.numerator().equals(source.code())) {
        rows.add(row(form, feed, source, rate, Feed.Measure.NOMINAL));
      }
      if (rate.kind() == Indicator.Kind.RATE && rate.denominator().equals(source.code())) {
        rows.add(row(form, feed, source, rate, Feed.Measure.WEIGHT));
      }
    }
  }

  private static Row row(
      Form form, Feed feed, Indicator source, Indicator indicator, Feed.Measure measure) {
    return RowFactory.create(
        form.code(),
        feed.item(),
        orNull(feed.indicatorFrom()),
        orNull(feed.whereAttribute()),
        feed.whereValues().toArray(String[]::new),
        source.code(),
        indicator.code(),
        measure.code(),
        feed.conversion().code(),
        measure == Feed.Measure.NOMINAL && countsUnits(form, feed),
        source.kind() == Indicator.Kind.FLOW,
        Steps.BASES.indexOf(form.base(feed)),
        form.administrative(),
        form.base() == Form.GrowthBase.SURVEY,
        indicator.kind().code(),
        indicator.lowestPlace().code(),
        indicator.sectorDetail().code());
  }

  /** A unit that feeds an indicator with several items is counted with the first of them. */
  private static boolean countsUnits(Form form, Feed feed) {
    return form.feeds().stream()
        .filter(other -> other.indicator().equals(feed.indicator()))
        .filter(other -> other.indicatorFrom().equals(feed.indicatorFrom()))
        .filter(other -> other.measure() == feed.measure())
        .findFirst()
        .filter(first -> first.item().equals(feed.item()))
        .isPresent();
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
