package jindu.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Set;
import jindu.catalog.CatalogException;
import jindu.core.Messages;
import jindu.core.VisibleText;
import jindu.run.RunException;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Says what went wrong so that the person who reads it can act; never a bare stack trace. */
final class Failures {

  /** The commands that change the lake. */
  private static final Set<String> BATCHES =
      Set.of("demo", "nightly", "rebuild", "publish", "sample");

  private Failures() {}

  /** Prints the failure on standard error, the useful line last, and returns the exit code. */
  static int report(Exception failure, CommandLine commandLine, ParseResult result) {
    PrintWriter out = commandLine.getErr();
    Messages messages = messages(result);
    if (failure instanceof CatalogException catalog) {
      catalog
          .mistakes()
          .forEach(
              mistake ->
                  out.printf(
                      "reference/%s:%d: %s%n",
                      mistake.file(), mistake.line(), mistake.text(messages)));
      out.println(messages.text("cli.catalog-wrong", catalog.mistakes().size()));
      return ExitCode.WRONG_INPUT;
    }
    if (failure instanceof RunException run) {
      out.println(
          messages.text(run.kind().key(), run.arguments().stream().map(VisibleText::of).toArray()));
      return switch (run.kind()) {
        case HELD, HELD_BY_UNKNOWN, LOST -> ExitCode.HELD;
        case ACCOUNTING, NOT_RELIABLE, DAMAGED_PUBLICATION, LOST_ROWS -> ExitCode.FAILED;
        case NO_LAKE,
            NOTHING_PUBLISHED,
            NOTHING_TO_REBUILD,
            NOT_THE_LAST_DAY,
            NOTHING_PUBLISHED_BY,
            NOTHING_TO_EXPLAIN,
            NO_CELL,
            BEFORE_PUBLICATION,
            NO_PUBLICATION,
            REMOVED_PUBLICATION,
            NOT_IN_PUBLICATION,
            NO_FILE,
            NOT_YET_DELIVERED,
            SAME_PATH,
            NO_FORM,
            NO_FORM_FITS,
            SEVERAL_FORMS_FIT ->
            ExitCode.WRONG_INPUT;
      };
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      out.println(cause.getClass().getSimpleName() + ": " + firstLine(cause));
    }
    // Where it broke, for whoever mends it; the stack of the outermost cause is enough to find it.
    Arrays.stream(failure.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith("jindu."))
        .limit(5)
        .forEach(frame -> out.println("  at " + frame));
    boolean isBatch = BATCHES.contains(commandLine.getCommandName());
    out.println(messages.text(isBatch ? "cli.failed" : "cli.not-done"));
    return ExitCode.FAILED;
  }

  private static String firstLine(Throwable cause) {
    String message = cause.getMessage();
    return message == null ? "" : VisibleText.of(message.lines().findFirst().orElse(""));
  }

  private static Messages messages(ParseResult result) {
    ParseResult innermost = result;
    while (innermost.hasSubcommand()) {
      innermost = innermost.subcommand();
    }
    return Messages.of(innermost.matchedOptionValue("--lang", new CommonOptions().language));
  }
}
