package jindu.assess;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jindu.catalog.Catalog;
import jindu.core.HeldVersion;
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

/**
 * The milestones as rows: each with the quarters of its year that have begun, by the version of the
 * plan that held on the day on which the quarter is judged.
 */
final class MilestoneRows {

  /** The day on which the row is judged: the quarter's last, or the as-of date if earlier. */
  static final String JUDGED_ON = "judged_on";

  /** The quarter's last month, {@code 2021-06}. */
  static final String LAST_PERIOD = "last_period";

  /** Whether the milestone's year has not begun on the day on which the row is judged. */
  static final String LATER_YEAR = "later_year";

  /** Whether the plan prints what is to be met. */
  static final String AIM_PRINTED = "aim_printed";

  /** Whether the plan has taken it back. */
  static final String WITHDRAWN = "withdrawn";

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
          .add(MilestoneProgressTable.PLAN_VERSION, Types.DAY)
          .add(MilestoneProgressTable.REPLACED_DUE_DATE, Types.DAY)
          .add(MilestoneProgressTable.REPLACED_PLANNED_COUNT, Types.AMOUNT)
          .add(JUDGED_ON, Types.DAY)
          .add(LAST_PERIOD, Types.TEXT)
          .add(LATER_YEAR, Types.CLAIM)
          .add(AIM_PRINTED, Types.CLAIM)
          .add(WITHDRAWN, Types.CLAIM);

  private MilestoneRows() {}

  static Dataset<Row> of(SparkSession spark, Catalog catalog, LocalDate asOf) {
    List<Milestone> known = catalog.milestonesKnownOn(asOf);
    Map<Integer, LocalDate> adopted =
        HeldVersion.adopted(known, Milestone::year, Milestone::planVersion);
    List<Row> rows = new ArrayList<>();
    known.stream()
        .collect(Collectors.groupingBy(Milestone::id, LinkedHashMap::new, Collectors.toList()))
        .values()
        .forEach(versions -> rows.addAll(rows(versions, adopted, asOf)));
    return spark.createDataFrame(rows, SCHEMA);
  }

  private static List<Row> rows(
      List<Milestone> ofOne, Map<Integer, LocalDate> adopted, LocalDate asOf) {
    LocalDate began =
        ofOne.stream()
            .map(each -> adopted.get(each.year()))
            .min(Comparator.naturalOrder())
            .orElseThrow();
    List<HeldVersion<Milestone>> versions =
        HeldVersion.inOrder(ofOne, Milestone::planVersion, began);
    List<Row> rows = new ArrayList<>();
    for (Quarter quarter : quarters(ofOne, asOf)) {
      LocalDate judgedOn = quarter.lastDay().isAfter(asOf) ? asOf : quarter.lastDay();
      for (int i = 0; i < versions.size(); i++) {
        if (versions.get(i).holdsOn(judgedOn) && isOfItsTime(quarter, versions.subList(0, i + 1))) {
          Milestone replaced = i == 0 ? null : versions.get(i - 1).value();
          rows.add(row(versions.get(i).value(), replaced, quarter, judgedOn));
        }
      }
    }
    return rows;
  }

  /** The quarters that begin before the day; the last one for a year still to come. */
  private static List<Quarter> quarters(List<Milestone> versions, LocalDate asOf) {
    IntSummaryStatistics years = versions.stream().mapToInt(Milestone::year).summaryStatistics();
    List<Quarter> quarters = new ArrayList<>();
    Quarter quarter = new Quarter(years.getMin(), 1);
    while (quarter.year() <= years.getMax() && quarter.firstDay().isBefore(asOf)) {
      quarters.add(quarter);
      quarter = quarter.next();
    }
    if (years.getMax() > asOf.getYear()) {
      quarters.add(new Quarter(years.getMax(), 4));
    }
    return quarters;
  }

  /**
   * From the first year that a version named so far to the one that the version in force names: a
   * milestone moved into a later year stays in the years that it was moved from.
   */
  private static boolean isOfItsTime(Quarter quarter, List<HeldVersion<Milestone>> soFar) {
    int first = soFar.stream().mapToInt(each -> each.value().year()).min().orElseThrow();
    int last = soFar.get(soFar.size() - 1).value().year();
    return quarter.year() >= first && quarter.year() <= last;
  }

  private static Row row(
      Milestone milestone, Milestone replaced, Quarter quarter, LocalDate judgedOn) {
    return RowFactory.create(
        milestone.id(),
        quarter.year(),
        quarter.number(),
        milestone.titleZh(),
        milestone.titleEn(),
        planned(milestone),
        milestone.dueDate(),
        milestone.dueBasis().code(),
        milestone.source(),
        milestone.planVersion(),
        replaced == null ? null : replaced.dueDate(),
        replaced == null ? null : planned(replaced),
        judgedOn,
        quarter.lastMonth().toString(),
        milestone.year() > judgedOn.getYear(),
        milestone.aimPrinted(),
        milestone.withdrawn());
  }

  private static BigDecimal planned(Milestone milestone) {
    return Rounding.round(milestone.plannedCount(), Rounding.VALUE_DECIMALS);
  }
}
