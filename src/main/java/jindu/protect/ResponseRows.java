package jindu.protect;

import static jindu.table.ResponseQualityTable.ESTIMATED_SHARE_PCT;
import static jindu.table.ResponseQualityTable.EXPECTED;
import static jindu.table.ResponseQualityTable.FORM;
import static jindu.table.ResponseQualityTable.REPORTED;
import static jindu.table.ResponseQualityTable.RESPONSE_SIZE_PCT;
import static jindu.table.ResponseQualityTable.WITHHELD;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.util.List;
import jindu.catalog.Catalog;
import jindu.core.Form;
import jindu.table.ResponseQualityTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Response figures that may leave: counts always, weighted shares where they say nothing of one or
 * two units.
 */
final class ResponseRows {

  private ResponseRows() {}

  static Dataset<Row> of(Dataset<Row> quality, Catalog catalog) {
    Column tooFew = Sensitivity.isResponseOfFew(col(EXPECTED), col(REPORTED));
    return quality
        .withColumn(WITHHELD, tooFew.and(not(isAdministrative(catalog))))
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
