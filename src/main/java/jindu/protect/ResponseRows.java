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
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * Response figures that may leave: counts always, weighted shares where they say nothing of one or
 * two units and where what they weigh by is published. Weighted by last year's totals, the shares
 * of the other townships and of the district are what those that are kept come to together; where
 * that is of few again, no township has any.
 */
final class ResponseRows {

  private static final WindowSpec OF_DISTRICT = Window.partitionBy(FORM, YEAR, QUARTER);
  private static final String PLACE_OF_WITHHELD_SIZE = "place_of_withheld_size";
  private static final String SIZE_IS_WITHHELD = "size_is_withheld";

  private ResponseRows() {}

  static Dataset<Row> of(Dataset<Row> quality, Dataset<Row> protectedIndicator, Catalog catalog) {
    Column isDistrict = col(TOWNSHIP_CODE).equalTo(catalog.district().code());
    Column isPlace = col(PLACE_OF_WITHHELD_SIZE).isNull();
    Column isSizeWithheld =
        array_contains(
            collect_set(col(PLACE_OF_WITHHELD_SIZE)).over(OF_DISTRICT), col(TOWNSHIP_CODE));
    Sensitivity sensitivity = new Sensitivity(catalog);
    Column isClosed =
        sensitivity.isResponseOfFew(col(EXPECTED), col(REPORTED)).or(col(SIZE_IS_WITHHELD));
    Column isKept = isClosed.and(not(isDistrict));
    Column keptReported = sum(when(isKept, coalesce(col(REPORTED), lit(0)))).over(OF_DISTRICT);
    Column keptExpected = sum(when(isKept, coalesce(col(EXPECTED), lit(0)))).over(OF_DISTRICT);
    Column isDistrictClosed = bool_or(isClosed.and(isDistrict)).over(OF_DISTRICT);
    Column areTogetherOfFew =
        not(isDistrict)
            .and(coalesce(sensitivity.isResponseOfFew(keptExpected, keptReported), lit(false)));
    Column isWithheld = isClosed.or(isDistrictClosed).or(areTogetherOfFew);
    return quality
        .unionByName(withheldSizes(protectedIndicator, catalog), true)
        .withColumn(SIZE_IS_WITHHELD, isSizeWithheld)
        .where(isPlace)
        .withColumn(WITHHELD, isWithheld.and(not(isAdministrative(catalog))))
        .transform(rows -> Withheld.emptied(rows, List.of(RESPONSE_SIZE_PCT, ESTIMATED_SHARE_PCT)))
        .transform(ResponseQualityTable.DEFINITION::select);
  }

  /**
   * A row for each place, form and quarter where an indicator that is fed by what the units are
   * weighted by is withheld: a share of it is an amount to whoever knows the amount of the share.
   * They go through the same exchange as the responses, which a join would not.
   */
  private static Dataset<Row> withheldSizes(Dataset<Row> protectedIndicator, Catalog catalog) {
    Column forms = lit(null).cast(DataTypes.createArrayType(Types.TEXT));
    for (Map.Entry<String, Set<String>> fed : formsOfSizes(catalog).entrySet()) {
      Column codes = array(fed.getValue().stream().map(functions::lit).toArray(Column[]::new));
      forms = when(col(IndicatorTable.INDICATOR).equalTo(fed.getKey()), codes).otherwise(forms);
    }
    return protectedIndicator
        .where(col(IndicatorTable.SECTOR_CODE).equalTo(Sector.ALL))
        .where(col(IndicatorTable.WITHHELD))
        .select(
            explode(forms).as(FORM),
            col(IndicatorTable.TOWNSHIP_CODE).as(PLACE_OF_WITHHELD_SIZE),
            col(IndicatorTable.YEAR),
            col(IndicatorTable.QUARTER));
  }

  /** The forms whose units are weighted by an item that feeds the indicator. */
  private static Map<String, Set<String>> formsOfSizes(Catalog catalog) {
    Map<String, Set<String>> forms = new TreeMap<>();
    for (Form form : catalog.forms().values()) {
      for (Feed feed : form.feeds()) {
        if (weighs(form, feed)) {
          forms.computeIfAbsent(feed.indicator(), indicator -> new TreeSet<>()).add(form.code());
        }
      }
    }
    return forms;
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
