package jindu.check;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.transform;

import jindu.table.ReturnTable;
import org.apache.spark.sql.Column;

/** The hard checks of single cells: what is missing, and what cannot be read. */
final class ReadingChecks {

  private ReadingChecks() {}

  static Column missingColumns() {
    Column missing =
        filter(
            Readings.asked(FormFacts.REQUIRED, RequiredFacts.IN_KEY),
            column ->
                Plain.cell(col(ReturnTable.CELLS), column.getField(RequiredFacts.NAME)).isNull());
    return transform(
        missing,
        column ->
            Problems.of(
                lit(Defect.MISSING_ATTRIBUTE.code()), column.getField(RequiredFacts.LABEL)));
  }

  static Column missingAttributes() {
    Column missing =
        filter(
            col(Working.ATTRIBUTE_READINGS),
            reading ->
                reading
                    .getField(AttributeFacts.REQUIRED)
                    .and(reading.getField(Readings.TEXT).isNull()));
    return transform(
        missing,
        reading ->
            Problems.of(
                lit(Defect.MISSING_ATTRIBUTE.code()), reading.getField(AttributeFacts.LABEL)));
  }

  static Column misreadAttributes() {
    Column misread =
        filter(
            col(Working.ATTRIBUTE_READINGS),
            reading ->
                reading
                    .getField(Readings.TEXT)
                    .isNotNull()
                    .and(reading.getField(Readings.KNOWN).isNull()));
    return transform(
        misread,
        reading ->
            Problems.of(
                reading.getField(AttributeFacts.DEFECT),
                Problems.labelled(
                    reading.getField(AttributeFacts.LABEL), reading.getField(Readings.TEXT))));
  }

  static Column itemDefects() {
    Column defective =
        filter(col(Working.ITEM_READINGS), item -> item.getField(Readings.DEFECT).isNotNull());
    return transform(
        defective,
        item ->
            Problems.of(
                item.getField(Readings.DEFECT),
                Problems.labelled(item.getField(ItemFacts.LABEL), item.getField(Readings.TEXT))));
  }
}
