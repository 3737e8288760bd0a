package jindu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogException;
import jindu.core.Messages;
import jindu.run.FileAccount;
import jindu.run.LostDetail;
import jindu.run.NightResult;
import jindu.run.Nightly;
import jindu.run.Progress;
import jindu.run.Publication;
import jindu.run.RunException;

/** One night as the commands run it, and what it came to in words. */
final class NightRun {

  private static final int FILES_TOLD = 10;
  private static final int SLICES_TOLD = 10;

  private final CommonOptions options;
  private final PrintWriter words;

  NightRun(CommonOptions options, PrintWriter words) {
    this.options = options;
    this.words = words;
  }

  NightResult run(Catalog catalog, AsOfOption asOf)
      throws RunException, CatalogException, IOException {
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
    if (!result.files().isEmpty()) {
      words.println(AccountTable.total(result.files(), messages));
      tellRefused(result.files());
    }
    if (result.quarantined() > 0) {
      words.println(messages.text("cli.quarantined", options.lake));
    }
    for (String mended : result.mended()) {
      words.println(messages.text("cli.mended", mended));
    }
    tellCatalog(result);
    if (result.waiting() > 0) {
      words.println(
          messages.text("cli.waiting", Integer.toString(result.waiting()), result.asOf()));
    }
    if (!result.stillWritten().isEmpty()) {
      words.println(messages.text("cli.still-written", String.join(", ", result.stillWritten())));
    }
    for (LostDetail lost : result.lostDetail()) {
      words.println(
          messages.text(
              lost.isAll() ? "cli.lost-all" : "cli.lost-detail",
              lost.indicator(),
              Integer.toString(lost.year())));
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
    if (!result.removed().isEmpty()) {
      words.println(messages.text("cli.removed", String.join(", ", result.removed())));
    }
  }

  /** Says where tables, workbook and dashboard are; nothing before the first publication. */
  void tellWhere(NightResult result) {
    if (result.publication() == null) {
      return;
    }
    Publication.Places places = Publication.places(options.lake);
    words.println(options.messages().text("cli.where-tables", places.tables()));
    words.println(options.messages().text("cli.where-workbook", places.workbook()));
    words.println(options.messages().text("cli.where-dashboard", places.dashboard()));
  }

  /** Which files of the catalog are others than they were, and what that made be computed. */
  private void tellCatalog(NightResult result) {
    if (result.catalogChanges().isEmpty()) {
      return;
    }
    Messages messages = options.messages();
    words.println(messages.text("cli.plan-catalog", String.join(", ", result.catalogChanges())));
    List<String> slices = result.slices();
    if (slices.contains(NightResult.EVERYTHING)) {
      words.println(messages.text("cli.computed-all"));
    } else if (!slices.isEmpty()) {
      words.println(
          messages.text(
              "cli.computed",
              Integer.toString(slices.size()),
              String.join(", ", slices.subList(0, Math.min(SLICES_TOLD, slices.size())))
                  + (slices.size() > SLICES_TOLD ? ", …" : "")));
    }
  }

  /** The files with refused rows, worst first: no more than an operator reads. */
  private void tellRefused(List<FileAccount> files) {
    List<FileAccount> worst =
        files.stream()
            .filter(file -> file.quarantined() > 0)
            .sorted(
                Comparator.comparingLong(FileAccount::quarantined)
                    .reversed()
                    .thenComparing(FileAccount::path))
            .toList();
    if (worst.isEmpty()) {
      return;
    }
    AccountTable.of(worst.subList(0, Math.min(FILES_TOLD, worst.size())), options.messages())
        .lines()
        .forEach(words::println);
    if (worst.size() > FILES_TOLD) {
      words.println(
          options.messages().text("cli.more-files", Integer.toString(worst.size() - FILES_TOLD)));
    }
  }
}
