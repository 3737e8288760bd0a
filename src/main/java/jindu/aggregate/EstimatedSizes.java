package jindu.aggregate;

import static jindu.table.ContributionTable.FORM;
import static jindu.table.ContributionTable.INDICATOR;
import static jindu.table.ContributionTable.ITEM;
import static jindu.table.ContributionTable.MEASURE;
import static jindu.table.ContributionTable.QUARTER;
import static jindu.table.ContributionTable.STATE;
import static jindu.table.ContributionTable.TOWNSHIP_CODE;
import static jindu.table.ContributionTable.VALUE_YTD;
import static jindu.table.ContributionTable.YEAR;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.Optional;
import jindu.catalog.Catalog;
import jindu.core.Feed;
import jindu.core.Feed.Conversion;
import jindu.core.Feed.Measure;
import jindu.core.Form;
import jindu.table.ContributionTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How much of a form's year-to-date is estimated, by the item that makes a unit large or small. */
final class EstimatedSizes {

  /** The year-to-date that counts: returned, standing or estimated. */
  static final String COUNTED_SIZE = "counted_size";

  /** The part of it that is estimated. */
  static final String ESTIMATED_SIZE = "estimated_size";

  private EstimatedSizes() {}

  /**
   * Rows with form, township_code, year and quarter, the sizes to be added up by them; also of
   * quarters that an indicator goes on to with another form and this one has not reached.
   *
   * @param contributions rows of {@link ContributionTable}
   */
  static Dataset<Row> of(Dataset<Row> contributions, Catalog catalog) {
    Column size = col(VALUE_YTD);
    return contributions
        .where(isSize(catalog).and(col(STATE).notEqual(ContributionTable.BASE)))
        .select(
            col(FORM),
            col(TOWNSHIP_CODE),
            col(YEAR),
            col(QUARTER),
            size.as(COUNTED_SIZE),
            when(col(STATE).equalTo(ContributionTable.ESTIMATED), size).as(ESTIMATED_SIZE));
  }

  private static Column isSize(Catalog catalog) {
    Object[] feeds =
        catalog.forms().values().stream()
            .flatMap(form -> feed(form).map(feed -> key(form.code(), feed)).stream())
            .toArray();
    return col(MEASURE)
        .equalTo(Measure.NOMINAL.code())
        .and(struct(col(FORM), col(ITEM), col(INDICATOR)).isin(feeds));
  }

  private static Column key(String form, Feed feed) {
    return struct(lit(form), lit(feed.item()), lit(feed.indicator()));
  }

  /** An item counts once, though it may feed several indicators. */
  private static Optional<Feed> feed(Form form) {
    String item = form.sizeItem().map(Form.Item::code).orElse("");
    return form.feeds().stream()
        .filter(feed -> feed.item().equals(item))
        .filter(feed -> feed.measure() == Measure.NOMINAL && !feed.indicator().isEmpty())
        .filter(feed -> feed.conversion() == Conversion.NONE && feed.whereAttribute().isEmpty())
        .findFirst();
  }
}
