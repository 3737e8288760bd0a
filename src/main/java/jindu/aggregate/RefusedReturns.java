package jindu.aggregate;

import static jindu.aggregate.Steps.FORM_LAST_QUARTER;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.btrim;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.quarter;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.translate;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.year;

import jindu.core.CommonColumn;
import jindu.core.PlainText;
import jindu.table.ObservationTable;
import jindu.table.QuarantineTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Refused rows that say which quarter they are of, with the township that they name. */
final class RefusedReturns {

  /** A township's 9 digits, or the 12 of a village or community in it. */
  private static final String PLACE = "^([0-9]{9})(?:[0-9]{3})?$";

  private RefusedReturns() {}

  /**
   * One row a refused row: form, township_code (empty where none can be read), year, quarter.
   *
   * @param lastQuarters form, year and {@link Steps#FORM_LAST_QUARTER}: what is later is left out
   */
  static Dataset<Row> of(Dataset<Row> quarantine, Dataset<Row> lastQuarters) {
    Column firstDay = concat(col(QuarantineTable.PERIOD), lit("-01")).try_cast("date");
    return quarantine
        .select(
            col(QuarantineTable.FORM).as(ObservationTable.FORM),
            township().as(ObservationTable.TOWNSHIP_CODE),
            year(firstDay).as(ObservationTable.YEAR),
            quarter(firstDay).as(ObservationTable.QUARTER))
        // Unique by form and year. A period that could not be read finds no partner.
        .join(
            broadcast(lastQuarters),
            new String[] {ObservationTable.FORM, ObservationTable.YEAR},
            "inner")
        .where(col(ObservationTable.QUARTER).leq(col(FORM_LAST_QUARTER)))
        .drop(FORM_LAST_QUARTER);
  }

  private static Column township() {
    Column text =
        try_element_at(col(QuarantineTable.CELLS), lit(CommonColumn.TOWNSHIP_CODE.code()));
    Column plain =
        translate(btrim(text, lit(PlainText.BLANKS)), PlainText.FULL_WIDTH, PlainText.HALF_WIDTH);
    return regexp_extract(plain, PLACE, 1);
  }
}
