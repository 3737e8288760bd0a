package jindu.core;

/** Where a deadline comes from. */
public enum DueBasis implements Code {
  /** The report prints it. */
  PRINTED,
  /** The end of the plan year, for want of a printed date. */
  DEFAULT
}
