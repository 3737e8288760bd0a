package jindu.assess;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jindu.catalog.Catalog;
import jindu.core.Milestone;
import jindu.core.Quarter;
import jindu.core.Rounding;
import jindu.table.MilestoneProgressTable;
import jindu.table.Types;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** The milestones as rows: each with the quarters of its year that have begun. */
final class MilestoneRows {

  /** The day on which the row is judged: the quarter's last, or the as-of date if earlier. */
  static final String JUDGED_ON = "judged_on";

  /** The quarter's last month, {@code 2021-06}. */
  static final String LAST_PERIOD = "last_period";

  /** Whether the milestone's year has not begun on the as-of date. */
  static final String LATER_YEAR = "later_year";

  /** Whether the plan prints what is to be met. */
  static final String AIM_PRINTED = "aim_printed";

  private static final StructType SCHEMA =
      new StructType()
          .add(MilestoneProgressTable.MILESTONE_ID, Types.TEXT)
          .add(MilestoneProgressTable.YEAR, Types.WHOLE)
          .add(MilestoneProgressTable.QUARTER, Types.WHOLE)
          .add(MilestoneProgressTable.TITLE_ZH, Types.TEXT)
          .add(MilestoneProgressTable.TITLE_EN, Types.TEXT)
          .add(MilestoneProgressTable.PLANNED_COUNT, Types.AMOUNT)
          .add(MilestoneProgressTable.DUE_DATE, Types.DAY)
          .add(MilestoneProgressTable.DUE_BASIS, Types.TEXT)
          .add(MilestoneProgressTable.SOURCE, Types.TEXT)
          .add(JUDGED_ON, Types.DAY)
          .add(LAST_PERIOD, Types.TEXT)
          .add(LATER_YEAR, Types.CLAIM)
          .add(AIM_PRINTED, Types.CLAIM);

  private MilestoneRows() {}

  static Dataset<Row> of(SparkSession spark, Catalog catalog, LocalDate asOf) {
    List<Row> rows = new ArrayList<>();
    for (Milestone milestone : catalog.milestones()) {
      quarters(milestone.year(), asOf).forEach(quarter -> rows.add(row(milestone, quarter, asOf)));
    }
    return spark.createDataFrame(rows, SCHEMA);
  }

  /** The quarters that begin before the day; the last one for a year still to come. */
  private static List<Quarter> quarters(int year, LocalDate asOf) {
    if (year > asOf.getYear()) {
      return List.of(new Quarter(year, 4));
    }
    List<Quarter> quarters = new ArrayList<>();
    Quarter quarter = new Quarter(year, 1);
    while (quarter.year() == year && quarter.firstDay().isBefore(asOf)) {
      quarters.add(quarter);
      quarter = quarter.next();
    }
    return quarters;
  }

  private static Row row(Milestone milestone, Quarter quarter, LocalDate asOf) {
    LocalDate judgedOn = quarter.lastDay().isAfter(asOf) ? asOf : quarter.lastDay();
    BigDecimal planned = Rounding.round(milestone.plannedCount(), Rounding.VALUE_DECIMALS);
    return RowFactory.create(
        milestone.id(),
        quarter.year(),
        quarter.number(),
        milestone.titleZh(),
        milestone.titleEn(),
        planned,
        milestone.dueDate(),
        milestone.dueBasis().code(),
        milestone.source(),
        judgedOn,
        quarter.lastMonth().toString(),
        milestone.year() > asOf.getYear(),
        milestone.aimPrinted());
  }
}
