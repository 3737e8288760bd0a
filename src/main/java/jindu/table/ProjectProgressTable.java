package jindu.table;

import static jindu.table.Types.AMOUNT;
import static jindu.table.Types.AMOUNT_BY_NAME;
import static jindu.table.Types.CLAIM;
import static jindu.table.Types.DAY;
import static jindu.table.Types.PERCENT;
import static jindu.table.Types.TEXT;
import static jindu.table.Types.WHOLE;

import java.util.List;
import java.util.stream.Stream;

/** One named project of the catalog's ledger (重点项目) at one quarter. */
public final class ProjectProgressTable {

  public static final String PROJECT_CODE = "project_code";
  public static final String YEAR = "year";
  public static final String QUARTER = "quarter";
  public static final String NAME = "name";
  public static final String TIER = "tier";
  public static final String TOWNSHIP_CODE = "township_code";
  public static final String SECTOR_CODE = "sector_code";
  public static final String TOTAL_INVESTMENT = "total_investment";
  public static final String ANNUAL_PLAN = "annual_plan";
  public static final String DONE_YTD = "done_ytd";
  public static final String DONE_SINCE_START = "done_since_start";
  public static final String COMPLETION_PCT = "completion_pct";
  public static final String GAP_POINTS = "gap_points";
  public static final String STAGE = "stage";
  public static final String STAGE_DUE = "stage_due";
  public static final String LAMP = "lamp";
  public static final String IN_REGISTER = "in_register";
  public static final String NOT_COUNTED = "not_counted";
  public static final String WITHHELD = "withheld";

  public static final TableDefinition DEFINITION =
      new TableDefinition(
          "project_progress",
          List.of(
              new ColumnDefinition(PROJECT_CODE, TEXT, "", "Project code (项目代码)."),
              new ColumnDefinition(YEAR, WHOLE, "", "Year."),
              new ColumnDefinition(QUARTER, WHOLE, "", "Quarter."),
              new ColumnDefinition(NAME, TEXT, "", "Name of the project as last reported.")
                  .nullWhen("the return names none"),
              new ColumnDefinition(TIER, TEXT, "", "省, 市 or 区.")
                  .nullWhen("the return does not say"),
              new ColumnDefinition(
                  TOWNSHIP_CODE, TEXT, "", "9-digit place of the year's latest return."),
              new ColumnDefinition(SECTOR_CODE, TEXT, "", "Class of the year's latest return."),
              new ColumnDefinition(TOTAL_INVESTMENT, AMOUNT, "yuan", "Total investment (总投资).")
                  .nullWhenWithheldOr("the return does not say"),
              new ColumnDefinition(
                      ANNUAL_PLAN, AMOUNT, "yuan", "Planned investment of the year (年度计划投资).")
                  .nullWhenWithheldOr("the return does not say"),
              new ColumnDefinition(DONE_YTD, AMOUNT, "yuan", "Investment done, year to date.")
                  .nullWhenWithheldOr("the return does not say"),
              new ColumnDefinition(
                      DONE_SINCE_START, AMOUNT, "yuan", "Investment done since the start.")
                  .nullWhenWithheldOr("the return does not say"),
              new ColumnDefinition(
                      COMPLETION_PCT,
                      PERCENT,
                      "%",
                      "Done of the annual plan, after the day on which that is due as it was in that"
                          + " day's quarter.")
                  .nullWhenWithheldOr(
                      "there is no annual plan above zero, or what was done is not known"),
              new ColumnDefinition(
                      GAP_POINTS,
                      PERCENT,
                      "points",
                      "Completion less pace; the pace is even, to the day the year's plan is due.")
                  .nullWhenWithheldOr("completion_pct is null"),
              new ColumnDefinition(STAGE, TEXT, "", "Last stage reported (签约, 启动, 开工, 竣工, 投用).")
                  .nullWhen("the return does not say"),
              new ColumnDefinition(STAGE_DUE, DAY, "", "Day on which the year's stage is due.")
                  .nullWhen("the return does not say"),
              new ColumnDefinition(LAMP, TEXT, "", "green, yellow, red, or grey without a plan."),
              new ColumnDefinition(
                  IN_REGISTER,
                  CLAIM,
                  "",
                  "Whether the investment statistics have the project in the year: false is 未入库."),
              new ColumnDefinition(
                  WITHHELD, CLAIM, "", "Whether the figures are withheld to protect respondents.")),
          List.of(PROJECT_CODE, YEAR, QUARTER));

  /** The same columns and what the ledger says is not counted elsewhere, by item; internal. */
  public static final TableDefinition UNPROTECTED =
      new TableDefinition(
          "project_progress",
          Stream.concat(
                  DEFINITION.columns().stream(),
                  Stream.of(
                      new ColumnDefinition(
                          NOT_COUNTED,
                          AMOUNT_BY_NAME,
                          "yuan",
                          "Parts of done_ytd that the statistics do not count, by item.")))
              .toList(),
          DEFINITION.key());

  private ProjectProgressTable() {}
}
