package jindu.run;

/** Who is told how far a night is. */
public interface Progress {

  /** Tells nobody. */
  Progress SILENT = (stage, number, of) -> {};

  /**
   * Stage {@code number} of {@code of} begins; after the last one, {@code number} is {@code of}.
   */
  void begins(String stage, int number, int of);
}
