package jindu.core;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A milestone of the plan: so many named things done on or before a day.
 *
 * @param id the fact id of the report
 * @param year the plan year, or the year it is due in when that lies beyond the plan
 * @param planVersion the day from which this version of the plan holds
 * @param withdrawn whether this version takes the milestone back, so that it is judged no longer
 * @param aimPrinted whether the plan prints what is to be met; a target of the city is not
 */
public record Milestone(
    String id,
    LocalDate planVersion,
    int year,
    String titleZh,
    String titleEn,
    BigDecimal plannedCount,
    LocalDate dueDate,
    DueBasis dueBasis,
    String source,
    boolean aimPrinted,
    boolean withdrawn)
    implements Serializable {}
