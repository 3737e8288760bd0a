package jindu.check;

import static jindu.check.FormFacts.fact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import jindu.core.Form.Attribute;
import jindu.table.ReturnTable;
import org.apache.spark.sql.Column;

/**
 * The attributes and items of a row beside what its form says of them.
 *
 * <p>Each step adds a field to the structs of the array and the next refers to it: a lambda is
 * interpreted, and an expression written out twice is computed twice.
 */
final class Readings {

  static final String TEXT = "text";

  /** The normalised text of an attribute; null when it is not understood. */
  static final String KNOWN = "known";

  /** The value of an item in base units; null when absent or not understood. */
  static final String AMOUNT = "amount";

  /** The code of the built-in check that the item fails, null when none. */
  static final String DEFECT = "item_defect";

  private static final String RAW = "raw";
  private static final String DIGITS = "digits";

  private Readings() {}

  static Column attributes() {
    Column texts =
        transform(
            withRaw(asked(FormFacts.ATTRIBUTES, AttributeFacts.IN_KEY), AttributeFacts.CODE),
            attribute -> attribute.withField(TEXT, unlessBlank(attribute.getField(RAW))));
    return transform(texts, reading -> reading.withField(KNOWN, known(reading)));
  }

  /** Attribute code to its normalised text, or to the text itself where it is not understood. */
  static Column attributeByCode(Column readings) {
    Column present = filter(readings, reading -> reading.getField(TEXT).isNotNull());
    return map_from_entries(
        transform(
            present,
            reading ->
                struct(
                    reading.getField(AttributeFacts.CODE),
                    coalesce(reading.getField(KNOWN), reading.getField(TEXT)))));
  }

  /**
   * @param indicatorFactor base units in the display unit of the row's indicator
   */
  static Column items(Column indicatorFactor) {
    Column texts =
        transform(
            withRaw(filter(fact(FormFacts.ITEMS), item -> isReport()), ItemFacts.NAME),
            item -> item.withField(TEXT, Plain.halfWidth(unlessBlank(item.getField(RAW)))));
    Column digits =
        transform(texts, item -> item.withField(DIGITS, Amounts.digits(item.getField(TEXT))));
    Column amounts =
        transform(digits, item -> item.withField(AMOUNT, amount(item, indicatorFactor)));
    return transform(
        amounts,
        item ->
            struct(
                item.getField(ItemFacts.NAME),
                item.getField(ItemFacts.LABEL),
                item.getField(TEXT),
                item.getField(AMOUNT),
                itemDefect(item).as(DEFECT)));
  }

  /** Canonical column name to the value in base units. */
  static Column amountByName(Column readings) {
    Column present = filter(readings, item -> item.getField(AMOUNT).isNotNull());
    return map_from_entries(
        transform(present, item -> struct(item.getField(ItemFacts.NAME), item.getField(AMOUNT))));
  }

  /** What the form asks of a row; of a withdrawal only what names the unit. */
  static Column asked(String fact, String inKey) {
    return filter(fact(fact), asked -> isReport().or(asked.getField(inKey)));
  }

  private static Column isReport() {
    return not(Operations.isWithdrawal(col(Working.OPERATION)));
  }

  private static Column withRaw(Column facts, String name) {
    return Unpacked.of(
        col(ReturnTable.CELLS),
        cells ->
            transform(
                facts, fact -> fact.withField(RAW, Plain.trimmed(cells, fact.getField(name)))));
  }

  private static Column unlessBlank(Column text) {
    return when(text.notEqual(""), text);
  }

  private static Column known(Column reading) {
    Column text = reading.getField(TEXT);
    Column type = reading.getField(AttributeFacts.TYPE);
    Column allowed = reading.getField(AttributeFacts.VALUES);
    return when(type.equalTo(Attribute.Type.DATE.code()), Days.day(Plain.halfWidth(text)))
        .when(type.equalTo(Attribute.Type.PERIOD.code()), Periods.read(text))
        .when(type.equalTo(Attribute.Type.FIRST_MONTH.code()), Periods.readFirstMonth(text))
        .when(size(allowed).equalTo(0), text)
        .otherwise(try_element_at(allowed, Plain.halfWidth(text)));
  }

  private static Column amount(Column item, Column indicatorFactor) {
    Column factor =
        when(fact(FormFacts.INDICATOR_ATTRIBUTE).isNull(), item.getField(ItemFacts.FACTOR))
            .otherwise(indicatorFactor);
    return Amounts.signed(
        Amounts.inBaseUnits(item.getField(DIGITS), factor),
        Amounts.isNegative(item.getField(TEXT)));
  }

  private static Column itemDefect(Column item) {
    Column missing = item.getField(TEXT).isNull();
    Column misread = item.getField(AMOUNT).isNull();
    return when(missing, when(item.getField(ItemFacts.REQUIRED), code(Defect.MISSING_ITEM)))
        .when(item.getField(DIGITS).isNull(), code(Defect.NOT_A_NUMBER))
        .when(misread, code(Defect.OUT_OF_RANGE))
        .when(
            not(item.getField(ItemFacts.NEGATIVE)).and(item.getField(AMOUNT).lt(0)),
            code(Defect.NEGATIVE_VALUE));
  }

  private static Column code(Defect defect) {
    return lit(defect.code());
  }
}
