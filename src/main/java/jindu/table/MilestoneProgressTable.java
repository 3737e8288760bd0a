package jindu.table;

import static jindu.table.Types.COUNT;
import static jindu.table.Types.DAY;
import static jindu.table.Types.PERCENT;
import static jindu.table.Types.TEXT;
import static jindu.table.Types.WHOLE;

import java.util.List;

/** One milestone at one quarter. */
public final class MilestoneProgressTable {

  public static final String MILESTONE_ID = "milestone_id";
  public static final String YEAR = "year";
  public static final String QUARTER = "quarter";
  public static final String TITLE_ZH = "title_zh";
  public static final String PLANNED_COUNT = "planned_count";
  public static final String DONE_COUNT = "done_count";
  public static final String COMPLETION_PCT = "completion_pct";
  public static final String STAGE = "stage";
  public static final String DUE_DATE = "due_date";
  public static final String DUE_BASIS = "due_basis";
  public static final String DONE_DATE = "done_date";
  public static final String DAYS_LATE = "days_late";
  public static final String LAMP = "lamp";
  public static final String LAMP_REASON = "lamp_reason";
  public static final String SOURCE = "source";
  public static final String TITLE_EN = "title_en";
  public static final String EVIDENCE = "evidence";
  public static final String PLAN_VERSION = "plan_version";
  public static final String REPLACED_DUE_DATE = "replaced_due_date";
  public static final String REPLACED_PLANNED_COUNT = "replaced_planned_count";

  public static final TableDefinition DEFINITION =
      new TableDefinition(
          "milestone_progress",
          List.of(
              new ColumnDefinition(
                  MILESTONE_ID, TEXT, "", "Milestone id: for the report's plan its fact id."),
              new ColumnDefinition(YEAR, WHOLE, "", "Year."),
              new ColumnDefinition(QUARTER, WHOLE, "", "Quarter."),
              new ColumnDefinition(TITLE_ZH, TEXT, "", "Chinese title."),
              new ColumnDefinition(
                  PLANNED_COUNT, COUNT, "things", "How many things the plan names."),
              new ColumnDefinition(DONE_COUNT, COUNT, "things", "How many are done.")
                  .nullWhen("nothing is reported that counts for the quarter"),
              new ColumnDefinition(COMPLETION_PCT, PERCENT, "%", "Done of planned.")
                  .nullWhen("done_count is null"),
              new ColumnDefinition(STAGE, TEXT, "", "Last stage reported (签约, 启动, 开工, 竣工, 投用).")
                  .nullWhen("no report that counts names one"),
              new ColumnDefinition(DUE_DATE, DAY, "", "Day it is due."),
              new ColumnDefinition(DUE_BASIS, TEXT, "", "printed or default."),
              new ColumnDefinition(DONE_DATE, DAY, "", "Day it was done, by the evidence.")
                  .nullWhen("not all is done on the day on which the quarter is judged"),
              new ColumnDefinition(
                      DAYS_LATE, WHOLE, "days", "Days after the due day; 0 when in time.")
                  .nullWhen(
                      "it is neither done nor due, is withdrawn, or has an aim that the plan does"
                          + " not print and is not done"),
              new ColumnDefinition(LAMP, TEXT, "", "green, yellow, red or grey."),
              new ColumnDefinition(
                  LAMP_REASON, TEXT, "", "One sentence that says what makes it so."),
              new ColumnDefinition(SOURCE, TEXT, "", "Where the milestone stands in the report."),
              new ColumnDefinition(TITLE_EN, TEXT, "", "English title."),
              new ColumnDefinition(
                      EVIDENCE, TEXT, "", "Last evidence named (佐证), as the department wrote it.")
                  .nullWhen("no report that counts names any"),
              new ColumnDefinition(
                  PLAN_VERSION,
                  DAY,
                  "",
                  "Day from which the version of the plan holds that the quarter is judged by."),
              new ColumnDefinition(
                      REPLACED_DUE_DATE, DAY, "", "Day that the version before it named.")
                  .nullWhen("no version came before"),
              new ColumnDefinition(
                      REPLACED_PLANNED_COUNT,
                      COUNT,
                      "things",
                      "How many the version before it named.")
                  .nullWhen("no version came before")),
          List.of(MILESTONE_ID, YEAR, QUARTER));

  private MilestoneProgressTable() {}
}
