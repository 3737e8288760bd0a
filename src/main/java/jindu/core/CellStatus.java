package jindu.core;

/** How final the figure of a cell is (method.md section 9). */
public enum CellStatus implements Code {
  /** As first published. */
  PRELIMINARY,
  /** What was received after the due day makes another figure. */
  REVISED,
  /** The last day for changes has come. */
  FINAL
}
