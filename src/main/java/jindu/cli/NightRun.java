package jindu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import jindu.catalog.Catalog;
import jindu.core.Messages;
import jindu.run.NightResult;
import jindu.run.Nightly;
import jindu.run.Progress;
import jindu.run.RunException;

/** One night as the commands run it, and what it came to in words. */
final class NightRun {

  private final CommonOptions options;
  private final PrintWriter words;

  NightRun(CommonOptions options, PrintWriter words) {
    this.options = options;
    this.words = words;
  }

  NightResult run(Catalog catalog, AsOfOption asOf) throws RunException, IOException {
    try (StageProgress progress = new StageProgress(words, options.messages())) {
      return Nightly.run(
          options.lake,
          options.master,
          catalog,
          asOf.day(),
          Clock.systemUTC(),
          options.quiet ? Progress.SILENT : progress);
    }
  }

  /** Says what the night came to, on standard error. */
  void tell(NightResult result) {
    Messages messages = options.messages();
    if (result.quarantined() > 0) {
      words.println(
          messages.text("cli.quarantined", Long.toString(result.quarantined()), options.lake));
    }
    words.println(
        switch (result.outcome()) {
          case PUBLISHED ->
              messages.text(
                  "cli.published",
                  result.publication(),
                  Integer.toString(result.files().size()),
                  result.asOf());
          case NOTHING_RECEIVED -> messages.text("cli.nothing-received");
          case NOTHING_CHANGED -> messages.text("cli.nothing-changed", result.publication());
        });
  }
}
