package jindu.check;

import static jindu.check.FormFacts.fact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import java.util.Map;
import jindu.catalog.Catalog;
import jindu.core.CommonColumn;
import jindu.table.ReturnTable;
import jindu.table.VerdictTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads the text of each row as its form says; what cannot be read is null here. */
final class TypedReturns {

  private static final String VILLAGE_CODE = "^[0-9]{12}$";
  private static final int TOWNSHIP_DIGITS = 9;
  private static final String KEY_SEPARATOR = "|";

  /** Below every printable character, so that the joined text sorts field by field. */
  private static final String VINTAGE_SEPARATOR = "\t";

  private static final int ROW_DIGITS = 10;

  private TypedReturns() {}

  static Dataset<Row> of(Dataset<Row> returns, Catalog catalog) {
    return FormFacts.join(returns, catalog)
        .withColumns(texts())
        .withColumns(readTexts())
        .transform(rows -> SectorFacts.join(rows, catalog))
        .withColumn(Working.ATTRIBUTE_READINGS, Readings.attributes())
        .withColumn(
            VerdictTable.ATTRIBUTES, Readings.attributeByCode(col(Working.ATTRIBUTE_READINGS)))
        .withColumn(Working.ITEM_READINGS, Readings.items(indicatorFactor()))
        .withColumn(VerdictTable.VALUES, Readings.amountByName(col(Working.ITEM_READINGS)))
        .withColumn(VerdictTable.UNIT_KEY, unitKey())
        .withColumn(VerdictTable.VINTAGE_ORDER, vintageOrder());
  }

  /** Whether the row says that it was submitted after the day it was received. */
  static Column isSubmittedAfterReceived() {
    return submittedDay().gt(receivedDay());
  }

  /** The received day as {@code 2020-07-08}. */
  static Column receivedDay() {
    return col(ReturnTable.RECEIVED_DATE).cast("string");
  }

  /** The trimmed text of a common column, null when blank. */
  static Column cell(CommonColumn column) {
    return Plain.cell(col(ReturnTable.CELLS), lit(column.code()));
  }

  private static Map<String, Column> texts() {
    return Map.of(
        Working.OPERATION,
        Operations.read(col(ReturnTable.CELLS)),
        Working.UNIT_CODE,
        code(CommonColumn.UNIT_CODE),
        Working.SECTOR_TEXT,
        sectorText(),
        Working.PERIOD_TEXT,
        Periods.plain(cell(CommonColumn.PERIOD)),
        Working.SUBMITTED_TEXT,
        Plain.halfWidth(cell(CommonColumn.SUBMITTED_AT)),
        Working.REGISTERED,
        coalesce(fact(FormFacts.REGISTERED), lit(false)),
        VerdictTable.TOWNSHIP_CODE,
        code(CommonColumn.TOWNSHIP_CODE),
        VerdictTable.EXPLANATION,
        cell(CommonColumn.EXPLANATION),
        VerdictTable.UNIT_NAME,
        cell(CommonColumn.UNIT_NAME));
  }

  private static Map<String, Column> readTexts() {
    return Map.of(
        Working.SUBMITTED, Days.moment(col(Working.SUBMITTED_TEXT)),
        VerdictTable.TOWNSHIP_CODE, township(col(VerdictTable.TOWNSHIP_CODE)),
        VerdictTable.PERIOD, period());
  }

  private static Column code(CommonColumn column) {
    return Plain.code(cell(column));
  }

  private static Column township(Column code) {
    return when(code.rlike(VILLAGE_CODE), substring(code, 1, TOWNSHIP_DIGITS)).otherwise(code);
  }

  /** Null for a form without sectors, whatever the row says. */
  private static Column sectorText() {
    return when(size(fact(FormFacts.SECTOR_LEVELS)).gt(0), code(CommonColumn.SECTOR_CODE));
  }

  /** Empty for a form without periods, such as the register. */
  private static Column period() {
    return when(not(fact(FormFacts.HAS_PERIOD)), lit(""))
        .otherwise(Periods.ofPlain(col(Working.PERIOD_TEXT)));
  }

  /** 1 where the indicator is unknown: the row is refused for that, and not for its number. */
  private static Column indicatorFactor() {
    Column indicator =
        try_element_at(col(VerdictTable.ATTRIBUTES), fact(FormFacts.INDICATOR_ATTRIBUTE));
    Column factor = try_element_at(fact(FormFacts.INDICATOR_FACTORS), indicator);
    return coalesce(factor, lit(1).cast(Amounts.FACTOR));
  }

  /** Null when a part of the key is missing. */
  private static Column unitKey() {
    Column parts = transform(fact(FormFacts.KEY), TypedReturns::keyPart);
    return when(not(exists(parts, Column::isNull)), concat_ws(KEY_SEPARATOR, parts));
  }

  private static Column keyPart(Column name) {
    return when(is(name, CommonColumn.UNIT_CODE), col(Working.UNIT_CODE))
        .when(is(name, CommonColumn.TOWNSHIP_CODE), col(VerdictTable.TOWNSHIP_CODE))
        .when(is(name, CommonColumn.SECTOR_CODE), col(VerdictTable.SECTOR_CODE))
        .otherwise(try_element_at(col(VerdictTable.ATTRIBUTES), name));
  }

  private static Column is(Column name, CommonColumn column) {
    return name.equalTo(column.code());
  }

  /** "Later" is one key (method.md section 1): submitted, received, path, hash, sheet, row. */
  private static Column vintageOrder() {
    Column received = concat(receivedDay(), lit(Days.MIDNIGHT));
    Column effective =
        when(submittedDay().leq(receivedDay()), col(Working.SUBMITTED)).otherwise(received);
    return concat_ws(
        VINTAGE_SEPARATOR,
        effective,
        receivedDay(),
        col(ReturnTable.PATH),
        col(ReturnTable.CONTENT_HASH),
        coalesce(col(ReturnTable.SHEET), lit("")),
        lpad(col(ReturnTable.ROW_NUMBER).cast("string"), ROW_DIGITS, "0"));
  }

  private static Column submittedDay() {
    return substring(col(Working.SUBMITTED), 1, "2020-07-08".length());
  }
}
