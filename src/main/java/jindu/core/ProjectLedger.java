package jindu.core;

import java.io.Serializable;
import java.util.List;

/**
 * What a form says of named projects (重点项目), one return a project: which of its items and
 * attributes mean what. An optional one that the form lacks is empty.
 *
 * @param totalInvestment item 总投资
 * @param annualPlan item 年度计划投资
 * @param done item of which the year to date is the investment of the year
 * @param doneSinceStart item 自开始建设累计完成投资, optional
 * @param tier attribute, optional
 * @param stage attribute 形象进度, optional
 * @param stageDue attribute of type date: the day on which the year's stage is due, optional
 * @param planDue attribute of type date: the day on which the year's plan is due where that is not
 *     the year's end, optional
 * @param statistics indicator of the investment statistics with which the ledger is compared
 * @param notCounted items whose year to date is part of {@code done} and no investment in the sense
 *     of the statistics, each a reason of its own
 */
public record ProjectLedger(
    String totalInvestment,
    String annualPlan,
    String done,
    String doneSinceStart,
    String tier,
    String stage,
    String stageDue,
    String planDue,
    String statistics,
    List<String> notCounted)
    implements Serializable {

  public ProjectLedger {
    notCounted = List.copyOf(notCounted);
  }
}
