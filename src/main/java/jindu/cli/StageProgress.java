package jindu.cli;

import java.io.PrintWriter;
import jindu.core.Messages;
import jindu.run.Progress;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far the night is: a line a stage, and on a terminal a bar below them. */
final class StageProgress implements Progress, AutoCloseable {

  /** To the start of the line that the bar stands in, which is emptied: it is drawn again below. */
  private static final String OVER_THE_BAR = "\r\u001b[K";

  private final PrintWriter out;
  private final Messages messages;
  private final boolean terminal;
  private ProgressBar bar;

  StageProgress(PrintWriter out, Messages messages) {
    this.out = out;
    this.messages = messages;
    // Said by the launcher: Java cannot tell whether standard error alone is a terminal.
    this.terminal = Boolean.getBoolean("jindu.terminal");
  }

  @Override
  public void begins(String stage, int number, int of) {
    String words = stage.isEmpty() ? "" : messages.text("cli.stage-" + stage);
    if (!stage.isEmpty()) {
      out.printf("%s[%d/%d] %s%n", bar == null ? "" : OVER_THE_BAR, number + 1, of, words);
      out.flush();
    }
    if (!terminal) {
      return;
    }
    if (bar == null) {
      bar =
          new ProgressBarBuilder()
              .setInitialMax(of)
              .setStyle(ProgressBarStyle.UNICODE_BLOCK)
              .setUpdateIntervalMillis(200)
              .build();
    }
    bar.setExtraMessage(" " + words);
    bar.stepTo(number);
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
