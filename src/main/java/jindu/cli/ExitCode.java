package jindu.cli;

/** What the commands return to the shell (contracts.md section 2). */
final class ExitCode {

  static final int DONE = 0;
  static final int FAILED = 1;
  static final int WRONG_INPUT = 2;
  static final int REFUSED_ROWS = 3;
  static final int HELD = 4;
  static final int DIFFERENT = 5;

  private ExitCode() {}
}
