package jindu.ingest;

/** A file cannot be used; it becomes one refused row, and never leaves this package. */
final class UnusableFileException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Refusal refusal;
  private final String detail;

  /**
   * A refusal.
   *
   * @param detail what was found, in no language: codes, numbers, headers, places in the file
   */
  UnusableFileException(Refusal refusal, String detail) {
    super(refusal.code() + ": " + detail);
    this.refusal = refusal;
    this.detail = detail;
  }

  Refusal refusal() {
    return refusal;
  }

  String detail() {
    return detail;
  }
}
