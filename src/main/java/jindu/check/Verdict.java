package jindu.check;

import jindu.core.Code;

/** What becomes of a delivered row. */
enum Verdict implements Code {
  ACCEPTED,
  /** Equal to the accepted row before it. */
  UNCHANGED,
  /** Fails a hard check. */
  QUARANTINED
}
