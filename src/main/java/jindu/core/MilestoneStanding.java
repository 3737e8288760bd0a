package jindu.core;

import java.time.LocalDate;
import java.util.Locale;

/** Where a milestone stands, and so the colour of its lamp (method.md section 7). */
public enum MilestoneStanding implements Code {
  /** The plan has taken it back. */
  WITHDRAWN(Lamp.GREY),
  /** Its year has not begun. */
  LATER_YEAR(Lamp.GREY),
  /** The plan does not print what is to be met (市定目标), and nobody says that it is. */
  NOT_PRINTED(Lamp.GREY),
  /** Nothing is reported, and its day is far; when it is near, silence is no excuse. */
  NO_EVIDENCE(Lamp.GREY),
  DONE_IN_TIME(Lamp.GREEN),
  DONE_LATE(Lamp.RED),
  OVERDUE(Lamp.RED),
  /** Not done, and its day is near. */
  DUE_SOON(Lamp.YELLOW),
  NOT_YET_DUE(Lamp.GREEN);

  /** Days before its day from which a milestone that is not done is yellow. */
  public static final int DAYS_OF_WARNING = 30;

  private final Lamp lamp;

  MilestoneStanding(Lamp lamp) {
    this.lamp = lamp;
  }

  public Lamp lamp() {
    return lamp;
  }

  /** The message that says why, under {@code assess.}. */
  public String messageKey() {
    return "assess.milestone-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The standing of a milestone that is in the plan and whose year has begun.
   *
   * @param done the day of the evidence that all of it is done, null while it is not
   * @param reported whether there is any evidence
   * @param aimPrinted whether the plan prints what is to be met
   */
  public static MilestoneStanding of(
      LocalDate due, LocalDate done, boolean reported, boolean aimPrinted, LocalDate judgedOn) {
    if (done != null) {
      return done.isAfter(due) ? DONE_LATE : DONE_IN_TIME;
    }
    if (!aimPrinted) {
      return NOT_PRINTED;
    }
    if (!judgedOn.isBefore(due)) {
      return OVERDUE;
    }
    if (!judgedOn.isBefore(due.minusDays(DAYS_OF_WARNING))) {
      return DUE_SOON;
    }
    return reported ? NOT_YET_DUE : NO_EVIDENCE;
  }
}
