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
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import jindu.catalog.Catalog;
import jindu.core.Form;
import jindu.table.ResponseQualityTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Response figures that may leave: counts always, weighted shares where they say nothing of one or
 * two units. Weighted by last year's totals, the shares of the other townships and of the district
 * are what those that are kept come to together; where that is of few again, no township has any.
 */
final class ResponseRows {

  private static final WindowSpec OF_DISTRICT = Window.partitionBy(FORM, YEAR, QUARTER);

  private ResponseRows() {}

  static Dataset<Row> of(Dataset<Row> quality, Catalog catalog) {
    Column isDistrict = col(TOWNSHIP_CODE).equalTo(catalog.district().code());
    Sensitivity sensitivity = new Sensitivity(catalog);
    Column isOfFew = sensitivity.isResponseOfFew(col(EXPECTED), col(REPORTED));
    Column isKept = isOfFew.and(not(isDistrict));
    Column keptReported = sum(when(isKept, coalesce(col(REPORTED), lit(0)))).over(OF_DISTRICT);
    Column keptExpected = sum(when(isKept, coalesce(col(EXPECTED), lit(0)))).over(OF_DISTRICT);
    Column isDistrictOfFew = bool_or(isOfFew.and(isDistrict)).over(OF_DISTRICT);
    Column areTogetherOfFew =
        not(isDistrict)
            .and(coalesce(sensitivity.isResponseOfFew(keptExpected, keptReported), lit(false)));
    Column isWithheld = isOfFew.or(isDistrictOfFew).or(areTogetherOfFew);
    return quality
        .withColumn(WITHHELD, isWithheld.and(not(isAdministrative(catalog))))
        .transform(rows -> Withheld.emptied(rows, List.of(RESPONSE_SIZE_PCT, ESTIMATED_SHARE_PCT)))
        .transform(ResponseQualityTable.DEFINITION::select);
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
