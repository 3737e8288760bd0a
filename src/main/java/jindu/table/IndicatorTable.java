package jindu.table;

import static jindu.table.Types.AMOUNT;
import static jindu.table.Types.CLAIM;
import static jindu.table.Types.COUNT;
import static jindu.table.Types.PERCENT;
import static jindu.table.Types.TEXT;
import static jindu.table.Types.WHOLE;

import java.util.List;

/** One cell: indicator × place × sector × quarter. */
public final class IndicatorTable {

  public static final String INDICATOR = "indicator";
  public static final String TOWNSHIP_CODE = "township_code";
  public static final String SECTOR_CODE = "sector_code";
  public static final String YEAR = "year";
  public static final String QUARTER = "quarter";
  public static final String UNIT = "unit";
  public static final String VALUE = "value";
  public static final String VALUE_YTD = "value_ytd";
  public static final String PREVIOUS = "previous";
  public static final String PREVIOUS_YTD = "previous_ytd";
  public static final String GROWTH_PCT = "growth_pct";
  public static final String GROWTH_YTD_PCT = "growth_ytd_pct";
  public static final String COMPARABLE_GROWTH_YTD_PCT = "comparable_growth_ytd_pct";
  public static final String TWO_YEAR_AVG_GROWTH_PCT = "two_year_avg_growth_pct";
  public static final String GROWTH_BASE = "growth_base";
  public static final String SHARE_PCT = "share_pct";
  public static final String PULL_POINTS = "pull_points";
  public static final String CONTRIBUTION_PCT = "contribution_pct";
  public static final String RESTATED_PART = "restated_part";
  public static final String UNITS_EXPECTED = "units_expected";
  public static final String UNITS_REPORTED = "units_reported";
  public static final String UNITS_STANDING = "units_standing";
  public static final String RESPONSE_PCT = "response_pct";
  public static final String RESPONSE_SIZE_PCT = "response_size_pct";
  public static final String ESTIMATED_SHARE_PCT = "estimated_share_pct";
  public static final String STATUS = "status";
  public static final String WITHHELD = "withheld";
  public static final String EARLIER_REVISED_PART = "earlier_revised_part";
  public static final String COEFFICIENT_OF_VARIATION_PCT = "coefficient_of_variation_pct";

  private static final String KEPT_AT_COMPARABLE_PRICES =
      "; where headline_basis is comparable and respondents feed the indicator, of every cell but"
          + " the district's total";

  public static final TableDefinition DEFINITION =
      new TableDefinition(
          "indicator",
          List.of(
              new ColumnDefinition(INDICATOR, TEXT, "", "Indicator code, see dim_indicator."),
              new ColumnDefinition(
                  TOWNSHIP_CODE,
                  TEXT,
                  "",
                  "9-digit township or remainder, or the 6-digit district."),
              new ColumnDefinition(
                  SECTOR_CODE,
                  TEXT,
                  "",
                  "ALL, P1 to P3, a section letter or a two-digit division."),
              new ColumnDefinition(YEAR, WHOLE, "", "Year."),
              new ColumnDefinition(QUARTER, WHOLE, "", "Quarter, 1 to 4."),
              new ColumnDefinition(UNIT, TEXT, "", "Base unit of the values."),
              new ColumnDefinition(VALUE, AMOUNT, "base unit", "The quarter's own value.")
                  .nullWhenWithheldOr(
                      "no unit counts, a part is not known, a rate has nothing below its line, or"
                          + " it is a survey mean after the first quarter"),
              new ColumnDefinition(
                      VALUE_YTD,
                      AMOUNT,
                      "base unit",
                      "Year to date; for stocks, rates and means the value itself.")
                  .nullWhenWithheldOr(
                      "no unit counts, a part is not known, or a rate has nothing below its line"),
              new ColumnDefinition(
                      PREVIOUS,
                      AMOUNT,
                      "base unit",
                      "Same quarter of last year, on the growth base.")
                  .nullWhenWithheldOr(
                      "nothing counted then, a part is not known, or it is a survey mean after"
                          + " the first quarter"),
              new ColumnDefinition(
                      PREVIOUS_YTD,
                      AMOUNT,
                      "base unit",
                      "Same period of last year, year to date, on the growth base.")
                  .nullWhenWithheldOr("nothing counted then, or a part is not known"),
              new ColumnDefinition(
                      GROWTH_PCT,
                      PERCENT,
                      "%",
                      "Growth of the quarter, at the prices of the two years.")
                  .nullWhenWithheldOr(
                      "value or previous is null, previous is not positive, or the indicator is a"
                          + " rate or level"),
              new ColumnDefinition(
                      GROWTH_YTD_PCT,
                      PERCENT,
                      "%",
                      "Growth year to date at the prices of the two years; where headline_basis of"
                          + " dim_indicator is comparable, the headline has comparable_growth_ytd_pct.")
                  .nullWhenWithheldOr(
                      "value_ytd or previous_ytd is null, previous_ytd is not positive, or the"
                          + " indicator is a rate or level"),
              new ColumnDefinition(
                      COMPARABLE_GROWTH_YTD_PCT,
                      PERCENT,
                      "%",
                      "Growth year to date at comparable prices.")
                  .nullWhenWithheldOr(
                      "the indicator has no figures at comparable prices, one of the two is not"
                          + " known, or the base is not positive; where respondents feed it, of every"
                          + " cell but the district's total"),
              new ColumnDefinition(
                      TWO_YEAR_AVG_GROWTH_PCT,
                      PERCENT,
                      "%",
                      "Two-year average growth year to date, where last year's quarter is abnormal.")
                  .nullWhenWithheldOr(
                      "last year's quarter is not abnormal, or the growth of one of the two years"
                          + " is not known"
                          + KEPT_AT_COMPARABLE_PRICES),
              new ColumnDefinition(GROWTH_BASE, TEXT, "", "reported, stored_total or survey."),
              new ColumnDefinition(
                      SHARE_PCT, PERCENT, "%", "Share of the district's total, year to date.")
                  .nullWhenWithheldOr(
                      "value_ytd is null, the district's total is withheld or not positive, or"
                          + " the indicator is no flow or stock"
                          + KEPT_AT_COMPARABLE_PRICES),
              new ColumnDefinition(
                      PULL_POINTS,
                      PERCENT,
                      "points",
                      "Points of the district's headline growth that this cell brings.")
                  .nullWhenWithheldOr(
                      "the district's total is withheld or has no positive base, the indicator is"
                          + " no flow or stock, or a part is not known"
                          + KEPT_AT_COMPARABLE_PRICES),
              new ColumnDefinition(
                      CONTRIBUTION_PCT,
                      PERCENT,
                      "%",
                      "Share of the district's change that this cell brings.")
                  .nullWhenWithheldOr(
                      "pull_points is null, or the district's total changes by less than 0.1 % of"
                          + " its base"),
              new ColumnDefinition(
                      RESTATED_PART,
                      AMOUNT,
                      "base unit",
                      "Part of the quarter that restates earlier quarters of the year.")
                  .nullWhenWithheldOr(
                      "the indicator is no flow, a month of the quarter alone (本月) is not known, or the"
                          + " indicator is not administrative and it is no total of the district, or"
                          + " that of one or two groups"),
              new ColumnDefinition(UNITS_EXPECTED, COUNT, "units", "Units the register expects.")
                  .nullWhenWithheldOr("no form that feeds the indicator has a register"),
              new ColumnDefinition(
                      UNITS_REPORTED, COUNT, "units", "Units with a return in the quarter.")
                  .nullWhenWithheld(),
              new ColumnDefinition(
                      UNITS_STANDING, COUNT, "units", "Units whose earlier year-to-date stands.")
                  .nullWhenWithheld(),
              new ColumnDefinition(RESPONSE_PCT, PERCENT, "%", "Units reported of units expected.")
                  .nullWhenWithheldOr("no unit is expected"),
              new ColumnDefinition(
                      RESPONSE_SIZE_PCT, PERCENT, "%", "The same weighted by last year's value.")
                  .nullWhenWithheldOr(
                      "no form has a register, last year's value is not positive, or in a cell of the"
                          + " same level of detail one or two units, not of administrative forms"
                          + " alone, answered or are missing"),
              new ColumnDefinition(
                      ESTIMATED_SHARE_PCT,
                      PERCENT,
                      "%",
                      "Estimated part of the year-to-date value.")
                  .nullWhenWithheldOr(
                      "the indicator is no flow or stock, value_ytd is null or not positive, or one or"
                          + " two units are missing, as for response_size_pct"),
              new ColumnDefinition(STATUS, TEXT, "", "preliminary, revised or final."),
              new ColumnDefinition(
                  WITHHELD, CLAIM, "", "Whether the figures are withheld to protect respondents."),
              new ColumnDefinition(
                      EARLIER_REVISED_PART,
                      AMOUNT,
                      "base unit",
                      "Change of the last quarter's year to date since its due day.")
                  .nullWhenWithheldOr(
                      "the indicator is no flow, it is the first quarter, a part is not known, or one"
                          + " or two groups may be told, as for restated_part"),
              new ColumnDefinition(
                      COEFFICIENT_OF_VARIATION_PCT,
                      PERCENT,
                      "%",
                      "Sampling error of a survey mean: its standard error in percent of it.")
                  .nullWhenWithheldOr(
                      "the indicator is no survey mean, or fewer than two households answered")),
          List.of(INDICATOR, TOWNSHIP_CODE, SECTOR_CODE, YEAR, QUARTER));

  private IndicatorTable() {}
}
