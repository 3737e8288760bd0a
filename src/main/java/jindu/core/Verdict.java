package jindu.core;

/** What becomes of a delivered row. */
public enum Verdict implements Code {
  ACCEPTED,
  /** Equal to the accepted row before it. */
  UNCHANGED,
  /** Fails a hard check. */
  QUARANTINED
}
