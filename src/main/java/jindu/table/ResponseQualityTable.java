package jindu.table;

import static jindu.table.Types.CLAIM;
import static jindu.table.Types.COUNT;
import static jindu.table.Types.PERCENT;
import static jindu.table.Types.TEXT;
import static jindu.table.Types.WHOLE;

import java.util.List;

/** Who answered a form for a quarter, by township and for the district: one row each. */
public final class ResponseQualityTable {

  public static final String FORM = "form";
  public static final String TOWNSHIP_CODE = "township_code";
  public static final String YEAR = "year";
  public static final String QUARTER = "quarter";
  public static final String EXPECTED = "expected";
  public static final String REPORTED = "reported";
  public static final String ON_TIME = "on_time";
  public static final String LATE = "late";
  public static final String RESPONSE_PCT = "response_pct";
  public static final String RESPONSE_SIZE_PCT = "response_size_pct";
  public static final String ESTIMATED_SHARE_PCT = "estimated_share_pct";
  public static final String QUARANTINED = "quarantined";
  public static final String FLAGGED = "flagged";
  public static final String EXPLAINED = "explained";
  public static final String WITHHELD = "withheld";

  public static final TableDefinition DEFINITION =
      new TableDefinition(
          "response_quality",
          List.of(
              new ColumnDefinition(FORM, TEXT, "", "Form code."),
              new ColumnDefinition(
                  TOWNSHIP_CODE,
                  TEXT,
                  "",
                  "9-digit place of the unit's latest return of the year, else of the register; 6 digits for the district."),
              new ColumnDefinition(YEAR, WHOLE, "", "Year."),
              new ColumnDefinition(QUARTER, WHOLE, "", "Quarter."),
              new ColumnDefinition(
                      EXPECTED,
                      COUNT,
                      "units",
                      "Units that the register expects at the quarter's last month, or that reported.")
                  .nullWhen("the form has no register"),
              new ColumnDefinition(
                  REPORTED, COUNT, "units", "Units with a return in force of the quarter."),
              new ColumnDefinition(
                  ON_TIME,
                  COUNT,
                  "units",
                  "Of those, units whose first accepted return for their latest period of the quarter was received by its due day."),
              new ColumnDefinition(LATE, COUNT, "units", "Reported, and not on time."),
              new ColumnDefinition(RESPONSE_PCT, PERCENT, "%", "Units reported of units expected.")
                  .nullWhen("no unit is expected, or the form has no register"),
              new ColumnDefinition(
                      RESPONSE_SIZE_PCT,
                      PERCENT,
                      "%",
                      "The same weighted by last year's year-to-date of the form's first item that feeds an indicator.")
                  .nullWhenWithheldOr(
                      "the form has no register, or last year's year-to-date of those expected is"
                          + " not positive"),
              new ColumnDefinition(
                      ESTIMATED_SHARE_PCT,
                      PERCENT,
                      "%",
                      "Estimated part of the year-to-date of that item.")
                  .nullWhenWithheldOr(
                      "the item feeds no indicator as it is, or its year-to-date is not positive"),
              new ColumnDefinition(
                  QUARANTINED,
                  COUNT,
                  "rows",
                  "Refused rows of the quarter, mended ones included; a row without a known township counts in the district alone."),
              new ColumnDefinition(
                  FLAGGED,
                  COUNT,
                  "returns",
                  "Returns in force that a soft check found something in."),
              new ColumnDefinition(
                  EXPLAINED, COUNT, "returns", "Of those, returns with the unit's explanation."),
              new ColumnDefinition(
                  WITHHELD,
                  CLAIM,
                  "",
                  "Whether the weighted shares are withheld to protect respondents; counts stay.")),
          List.of(FORM, TOWNSHIP_CODE, YEAR, QUARTER));

  private ResponseQualityTable() {}
}
