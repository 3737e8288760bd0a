package jindu.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import jindu.core.DueBasis;
import jindu.core.Quarter;
import jindu.table.MilestoneProgressTable;
import jindu.table.TableDefinition;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What had to be done by a day: what is late first, then by the day it is due. */
final class MilestoneReport implements PublishedReport {

  @Override
  public String name() {
    return "milestones";
  }

  @Override
  public TableDefinition table() {
    return MilestoneProgressTable.DEFINITION;
  }

  /** With those far ahead: each has one row, at the end of a year of which nothing has begun. */
  @Override
  public Dataset<Row> of(Dataset<Row> rows, Quarter quarter) {
    Dataset<Row> asked = rows.where(PublishedReport.isOf(quarter));
    Dataset<Row> begun = rows.where(col(MilestoneProgressTable.QUARTER).lt(4));
    Dataset<Row> farAhead =
        rows.where(col(MilestoneProgressTable.YEAR).gt(quarter.year()))
            // left_anti: a row stays or goes, whatever the years and ids repeat.
            .join(begun, new String[] {MilestoneProgressTable.YEAR}, "left_anti")
            .join(asked, new String[] {MilestoneProgressTable.MILESTONE_ID}, "left_anti")
            // Beside a quarter that is not published there is nothing to list them under.
            .join(asked.limit(1), lit(true), "left_semi");
    return asked.unionByName(farAhead).orderBy(order());
  }

  @Override
  public Column[] order() {
    return new Column[] {
      PublishedReport.worstFirst(MilestoneProgressTable.LAMP),
      col(MilestoneProgressTable.DUE_DATE),
      col(MilestoneProgressTable.MILESTONE_ID)
    };
  }

  @Override
  public List<String> lines(List<Row> rows, ReportWords words) {
    String title =
        words.isChinese() ? MilestoneProgressTable.TITLE_ZH : MilestoneProgressTable.TITLE_EN;
    return ReportColumn.lines(
        List.of(
            ReportColumn.rest("milestone", row -> row.getAs(title)),
            ReportColumn.number("done-of-planned", MilestoneReport::doneOfPlanned),
            ReportColumn.text("stage", 6, row -> cell(row, MilestoneProgressTable.STAGE)),
            ReportColumn.text("due", 0, row -> due(row, words)),
            ReportColumn.text("done-on", 0, row -> cell(row, MilestoneProgressTable.DONE_DATE)),
            ReportColumn.number("days-late", row -> cell(row, MilestoneProgressTable.DAYS_LATE)),
            ReportColumn.text("lamp", 0, words::lamp)),
        rows,
        words);
  }

  private static String doneOfPlanned(Row row) {
    return cell(row, MilestoneProgressTable.DONE_COUNT)
        + "/"
        + cell(row, MilestoneProgressTable.PLANNED_COUNT);
  }

  /** A day that the plan did not print is marked. */
  private static String due(Row row, ReportWords words) {
    String basis = row.getAs(MilestoneProgressTable.DUE_BASIS);
    String mark = DueBasis.DEFAULT.code().equals(basis) ? words.text("due-default") : "";
    return cell(row, MilestoneProgressTable.DUE_DATE) + mark;
  }

  private static String cell(Row row, String column) {
    return ReportWords.orNothing(row.getAs(column));
  }
}
