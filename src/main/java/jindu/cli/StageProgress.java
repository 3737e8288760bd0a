package jindu.cli;

import java.io.PrintWriter;
import jindu.core.Messages;
import jindu.run.Progress;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far the night is: a line a stage, and on a terminal a bar below them. */
final class StageProgress implements Progress, AutoCloseable {

  /** The bar stands above the cursor: to the start of its line, which is emptied. */
  private static final String OVER_THE_BAR = "\u001b[1A\r\u001b[K";

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
      String line = "[%d/%d] %s%n".formatted(number + 1, of, words);
      // And a line below, in which the bar is drawn again.
      out.print(bar == null ? line : OVER_THE_BAR + line + System.lineSeparator());
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
