package jindu.protect;

import static jindu.table.ResponseQualityTable.ESTIMATED_SHARE_PCT;
import static jindu.table.ResponseQualityTable.EXPECTED;
import static jindu.table.ResponseQualityTable.FORM;
import static jindu.table.ResponseQualityTable.REPORTED;
import static jindu.table.ResponseQualityTable.RESPONSE_SIZE_PCT;
import static jindu.table.ResponseQualityTable.WITHHELD;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.Map;
import jindu.catalog.Catalog;
import jindu.core.Form;
import jindu.table.ResponseQualityTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Response figures that may leave: counts always, weighted shares where they say nothing of one or
 * two units.
 *
 * <p>A weighted share times last year's published total is the amount of those that reported, and
 * the rest that of those that did not: few on either side are few too many.
 */
final class ResponseRows {

  private ResponseRows() {}

  static Dataset<Row> of(Dataset<Row> quality, Catalog catalog) {
    Column expected = known(EXPECTED);
    Column reported = known(REPORTED);
    Column missing = expected.minus(reported);
    Column tooFew =
        Sensitivity.isFew(expected).or(Sensitivity.isFew(reported)).or(Sensitivity.isFew(missing));
    return quality
        .withColumn(WITHHELD, tooFew.and(not(isAdministrative(catalog))))
        .withColumns(
            Map.of(
                RESPONSE_SIZE_PCT, unlessWithheld(RESPONSE_SIZE_PCT),
                ESTIMATED_SHARE_PCT, unlessWithheld(ESTIMATED_SHARE_PCT)))
        .transform(ResponseQualityTable.DEFINITION::select);
  }

  /** Where no register says who is expected, nobody is known to be missing. */
  private static Column known(String count) {
    return coalesce(col(count), lit(0));
  }

  private static Column isAdministrative(Catalog catalog) {
    return col(FORM)
        .isin(
            catalog.forms().values().stream()
                .filter(Form::administrative)
                .map(Form::code)
                .toArray());
  }

  private static Column unlessWithheld(String column) {
    return when(not(col(WITHHELD)), col(column));
  }
}
