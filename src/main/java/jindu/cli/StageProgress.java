package jindu.cli;

import java.io.PrintWriter;
import jindu.core.Messages;
import jindu.run.Progress;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far the night is: a bar on a terminal, a line a stage elsewhere. */
final class StageProgress implements Progress, AutoCloseable {

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
    if (!terminal) {
      if (!stage.isEmpty()) {
        out.printf("[%d/%d] %s%n", number + 1, of, words);
      }
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
