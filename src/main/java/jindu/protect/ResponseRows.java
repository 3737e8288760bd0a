package jindu.protect;

import static jindu.table.ResponseQualityTable.ESTIMATED_SHARE_PCT;
import static jindu.table.ResponseQualityTable.EXPECTED;
import static jindu.table.ResponseQualityTable.FORM;
import static jindu.table.ResponseQualityTable.QUARTER;
import static jindu.table.ResponseQualityTable.REPORTED;
import static jindu.table.ResponseQualityTable.RESPONSE_SIZE_PCT;
import static jindu.table.ResponseQualityTable.TOWNSHIP_CODE;
import static jindu.table.ResponseQualityTable.WITHHELD;
import static jindu.table.ResponseQualityTable.YEAR;
import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.stream.Stream;
import jindu.catalog.Catalog;
import jindu.core.Feed;
import jindu.core.Form;
import jindu.core.Sector;
import jindu.table.IndicatorTable;
import jindu.table.ResponseQualityTable;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/**
 * Response figures that may leave: counts always, weighted shares where they say nothing of one or
 * two units and where what they weigh by is published. Weighted by last year's totals, the shares
 * of the other townships and of the district are what those that are kept come to together; where
 * that is of few again, no township has any.
 */
final class ResponseRows {

  private static final WindowSpec OF_DISTRICT = Window.partitionBy(FORM, YEAR, QUARTER);
  private static final String[] KEY = ResponseQualityTable.DEFINITION.key().toArray(String[]::new);
  private static final String SIZE_IS_WITHHELD = "size_is_withheld";

  private static final StructType SIZES =
      new StructType().add(FORM, Types.TEXT).add(IndicatorTable.INDICATOR, Types.TEXT);

  private ResponseRows() {}

  static Dataset<Row> of(Dataset<Row> quality, Dataset<Row> protectedIndicator, Catalog catalog) {
    Column isDistrict = col(TOWNSHIP_CODE).equalTo(catalog.district().code());
    Sensitivity sensitivity = new Sensitivity(catalog);
    Column isClosed =
        sensitivity
            .isResponseOfFew(col(EXPECTED), col(REPORTED))
            .or(coalesce(col(SIZE_IS_WITHHELD), lit(false)));
    Column isKept = isClosed.and(not(isDistrict));
    Column keptReported = sum(when(isKept, coalesce(col(REPORTED), lit(0)))).over(OF_DISTRICT);
    Column keptExpected = sum(when(isKept, coalesce(col(EXPECTED), lit(0)))).over(OF_DISTRICT);
    Column isDistrictClosed = bool_or(isClosed.and(isDistrict)).over(OF_DISTRICT);
    Column areTogetherOfFew =
        not(isDistrict)
            .and(coalesce(sensitivity.isResponseOfFew(keptExpected, keptReported), lit(false)));
    Column isWithheld = isClosed.or(isDistrictClosed).or(areTogetherOfFew);
    return quality
        .join(withheldSizes(protectedIndicator, catalog), KEY, "left")
        .withColumn(WITHHELD, isWithheld.and(not(isAdministrative(catalog))))
        .transform(rows -> Withheld.emptied(rows, List.of(RESPONSE_SIZE_PCT, ESTIMATED_SHARE_PCT)))
        .transform(ResponseQualityTable.DEFINITION::select);
  }

  /**
   * Where an indicator that is fed by what the units are weighted by is withheld: a share of it is
   * an amount to whoever knows the amount of the share.
   */
  private static Dataset<Row> withheldSizes(Dataset<Row> protectedIndicator, Catalog catalog) {
    List<Row> sizes =
        catalog.forms().values().stream()
            .flatMap(
                form ->
                    form.feeds().stream()
                        .filter(feed -> weighs(form, feed))
                        .map(Feed::indicator)
                        .distinct()
                        .map(indicator -> RowFactory.create(form.code(), indicator)))
            .toList();
    return protectedIndicator
        .where(col(IndicatorTable.SECTOR_CODE).equalTo(Sector.ALL))
        .where(col(IndicatorTable.WITHHELD))
        .join(
            broadcast(protectedIndicator.sparkSession().createDataFrame(sizes, SIZES)),
            IndicatorTable.INDICATOR)
        .groupBy(Stream.of(KEY).map(functions::col).toArray(Column[]::new))
        .agg(lit(true).as(SIZE_IS_WITHHELD));
  }

  private static boolean weighs(Form form, Feed feed) {
    return form.sizeItem().filter(item -> feed.item().equals(item.code())).isPresent();
  }

  private static Column isAdministrative(Catalog catalog) {
    return col(FORM)
        .isin(
            catalog.forms().values().stream()
                .filter(Form::administrative)
                .map(Form::code)
                .toArray());
  }
}
