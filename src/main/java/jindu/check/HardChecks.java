package jindu.check;

import static jindu.check.FormFacts.FACTS;
import static jindu.check.FormFacts.fact;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import jindu.catalog.Catalog;
import jindu.core.CommonColumn;
import jindu.core.Form.Frequency;
import jindu.core.Place;
import jindu.core.RegisterForm;
import jindu.table.ReturnTable;
import jindu.table.VerdictTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Hard checks (强制性审核, method.md section 2), built in and declared, in one pass: each failed one is
 * recorded. Membership of the register is {@link Register}'s.
 */
final class HardChecks {

  private HardChecks() {}

  static Dataset<Row> of(Dataset<Row> typed, Catalog catalog) {
    return typed
        .withColumn(
            Working.FAILED_CHECKS,
            Unpacked.of(
                col(VerdictTable.VALUES),
                values -> DeclaredChecks.failed(fact(FormFacts.CHECKS), Figures.of(values))))
        .withColumn(Working.PROBLEMS, problems(catalog));
  }

  /** Where the file could not be read, or its form is unknown, that alone is the reason. */
  private static Column problems(Catalog catalog) {
    Column refusal = Problems.of(col(ReturnTable.REFUSAL), col(ReturnTable.REFUSAL_DETAIL));
    Column unknownForm = Problems.of(lit(Defect.UNKNOWN_FORM.code()), col(ReturnTable.FORM));
    return when(col(ReturnTable.REFUSAL).isNotNull(), array(refusal))
        .when(col(FACTS).isNull(), array(unknownForm))
        .otherwise(
            concat(
                unknownPeriod(),
                periodNotInFrequency(),
                periodInFuture(),
                missingUnit(),
                malformedUnitCode(),
                lostDigits(),
                unknownTownship(catalog),
                unknownSector(),
                sectorLevel(),
                lostLeadingZero(),
                unknownOperation(),
                submissionNotADate(),
                ReadingChecks.missingColumns(),
                ReadingChecks.missingAttributes(),
                ReadingChecks.misreadAttributes(),
                ReadingChecks.itemDefects(),
                DeclaredChecks.problems(col(Working.FAILED_CHECKS))));
  }

  private static Column unknownPeriod() {
    return Problems.when(
        col(VerdictTable.PERIOD).isNull(),
        Defect.UNKNOWN_PERIOD,
        TypedReturns.cell(CommonColumn.PERIOD));
  }

  private static Column periodNotInFrequency() {
    Column month = substring(col(VerdictTable.PERIOD), 6, 2);
    Column noReturn =
        when(isFrequency(Frequency.QUARTERLY), not(month.isin("03", "06", "09", "12")))
            .when(isFrequency(Frequency.MONTHLY_FROM_FEBRUARY), month.equalTo("01"));
    return Problems.when(
        col(VerdictTable.PERIOD).notEqual("").and(noReturn),
        Defect.PERIOD_NOT_IN_FREQUENCY,
        TypedReturns.cell(CommonColumn.PERIOD));
  }

  private static Column isFrequency(Frequency frequency) {
    return fact(FormFacts.FREQUENCY).equalTo(frequency.code());
  }

  private static Column periodInFuture() {
    Column receivedMonth = substring(TypedReturns.receivedDay(), 1, "2020-07".length());
    return Problems.when(
        col(VerdictTable.PERIOD).gt(receivedMonth),
        Defect.PERIOD_IN_FUTURE,
        TypedReturns.cell(CommonColumn.PERIOD));
  }

  private static Column missingUnit() {
    Column named = array_contains(fact(FormFacts.KEY), lit(CommonColumn.UNIT_CODE.code()));
    return Problems.when(named.and(col(Working.UNIT_CODE).isNull()), Defect.MISSING_UNIT, lit(""));
  }

  private static Column malformedUnitCode() {
    return Problems.when(
        hasCreditCode().and(not(UnitCodes.isWellFormed(col(Working.UNIT_CODE)))),
        Defect.MALFORMED_UNIT_CODE,
        TypedReturns.cell(CommonColumn.UNIT_CODE));
  }

  /** A credit code in scientific notation is malformed already. */
  private static Column lostDigits() {
    return Problems.when(
        not(hasCreditCode()).and(UnitCodes.isScientific(col(Working.UNIT_CODE))),
        Defect.LOST_DIGITS,
        TypedReturns.cell(CommonColumn.UNIT_CODE));
  }

  /** Whether the unit is named by a credit code; in the register the form reported decides. */
  static Column hasCreditCode() {
    return coalesce(array_contains(fact(FormFacts.CREDIT_CODE_FORMS), reportedForm()), lit(false));
  }

  /** The form of the row; in the register the form that the unit reports. */
  static Column reportedForm() {
    Column reported = try_element_at(col(VerdictTable.ATTRIBUTES), lit(RegisterForm.REPORTED_FORM));
    return when(col(ReturnTable.FORM).equalTo(RegisterForm.CODE), reported)
        .otherwise(col(ReturnTable.FORM));
  }

  private static Column unknownTownship(Catalog catalog) {
    Object[] codes =
        catalog.places().stream()
            .filter(place -> place.kind() != Place.Kind.DISTRICT)
            .map(Place::code)
            .toArray();
    Column place = col(VerdictTable.TOWNSHIP_CODE);
    return Problems.when(
        not(place.isin(codes)).and(not(array_contains(fact(FormFacts.PEERS), place))),
        Defect.UNKNOWN_TOWNSHIP,
        TypedReturns.cell(CommonColumn.TOWNSHIP_CODE));
  }

  private static Column unknownSector() {
    return Problems.when(
        col(Working.SECTOR_TEXT)
            .isNotNull()
            .and(col(SectorFacts.LEVEL).isNull())
            .and(not(lacksZero())),
        Defect.UNKNOWN_SECTOR,
        TypedReturns.cell(CommonColumn.SECTOR_CODE));
  }

  private static Column sectorLevel() {
    return Problems.when(
        not(isOfItsLevel(col(SectorFacts.LEVEL))).and(not(lacksZero())),
        Defect.SECTOR_LEVEL,
        TypedReturns.cell(CommonColumn.SECTOR_CODE));
  }

  /** 610 for 0610: a spreadsheet takes the code for a number. */
  private static Column lostLeadingZero() {
    return Problems.when(
        lacksZero(), Defect.LOST_LEADING_ZERO, TypedReturns.cell(CommonColumn.SECTOR_CODE));
  }

  private static Column lacksZero() {
    Column asWritten = coalesce(isOfItsLevel(col(SectorFacts.LEVEL)), lit(false));
    Column withZero = coalesce(isOfItsLevel(col(SectorFacts.LEVEL_WITH_ZERO)), lit(false));
    return not(asWritten).and(withZero);
  }

  private static Column isOfItsLevel(Column level) {
    return array_contains(fact(FormFacts.SECTOR_LEVELS), level);
  }

  private static Column unknownOperation() {
    return Problems.when(
        not(Operations.isKnown(col(Working.OPERATION))),
        Defect.UNKNOWN_OPERATION,
        col(Working.OPERATION));
  }

  private static Column submissionNotADate() {
    Column text = TypedReturns.cell(CommonColumn.SUBMITTED_AT);
    return Problems.when(
        text.isNotNull().and(col(Working.SUBMITTED).isNull()),
        Defect.NOT_A_DATE,
        Problems.labelled(lit(CommonColumn.SUBMITTED_AT.headers().get(0)), text));
  }
}
