package jindu.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
      Set.of("demo", "nightly", "rebuild", "publish", "sample", "maintain");

  private Failures() {}

  /**
   * Prints the failure on standard error, the useful line last, has the command run that is to be
   * told of it, and returns the exit code.
   */
  static int report(Exception failure, CommandLine commandLine, ParseResult result) {
    PrintWriter out = commandLine.getErr();
    ParseResult arguments = innermost(result);
    Messages messages = messages(arguments);
    List<String> lines = lines(failure, commandLine, messages);
    lines.forEach(out::println);
    int code = code(failure);
    ResultHook.afterFailure(arguments, code, lines, out, messages);
    return code;
  }

  private static int code(Exception failure) {
    if (failure instanceof CatalogException) {
      return ExitCode.WRONG_INPUT;
    }
    if (failure instanceof RunException run) {
      return switch (run.kind()) {
        case HELD, HELD_BY_UNKNOWN, LOST -> ExitCode.HELD;
        case ACCOUNTING,
            NOT_RELIABLE,
            DAMAGED_PUBLICATION,
            LOST_ROWS,
            UNFINISHED,
            DAMAGED_TABLES,
            AFTER_PUBLICATION,
            NOT_WRITABLE,
            MEASURED_FAILED ->
            ExitCode.FAILED;
        case NO_LAKE,
            NOT_HERE,
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
            NO_ADDRESS,
            NO_FILE,
            NOT_YET_DELIVERED,
            SAME_PATH,
            NO_FORM,
            NO_FORM_FITS,
            SEVERAL_FORMS_FIT,
            NO_LAUNCHER ->
            ExitCode.WRONG_INPUT;
      };
    }
    return ExitCode.FAILED;
  }

  private static List<String> lines(Exception failure, CommandLine command, Messages messages) {
    if (failure instanceof RunException run) {
      Object[] arguments = run.arguments().stream().map(VisibleText::of).toArray();
      return List.of(messages.text(run.kind().key(), arguments));
    }
    List<String> lines = new ArrayList<>();
    if (failure instanceof CatalogException catalog) {
      for (CatalogException.Mistake mistake : catalog.mistakes()) {
        String text = mistake.text(messages);
        lines.add("reference/%s:%d: %s".formatted(mistake.file(), mistake.line(), text));
      }
      lines.add(messages.text("cli.catalog-wrong", catalog.mistakes().size()));
      return lines;
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      lines.add(cause.getClass().getSimpleName() + ": " + firstLine(cause));
    }
    // Where it broke, for whoever mends it; the stack of the outermost cause is enough to find it.
    Arrays.stream(failure.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith("jindu."))
        .limit(5)
        .forEach(frame -> lines.add("  at " + frame));
    boolean isBatch = BATCHES.contains(command.getCommandName());
    lines.add(messages.text(isBatch ? "cli.failed" : "cli.not-done"));
    return lines;
  }

  private static String firstLine(Throwable cause) {
    String message = cause.getMessage();
    return message == null ? "" : VisibleText.of(message.lines().findFirst().orElse(""));
  }

  private static ParseResult innermost(ParseResult result) {
    ParseResult innermost = result;
    while (innermost.hasSubcommand()) {
      innermost = innermost.subcommand();
    }
    return innermost;
  }

  private static Messages messages(ParseResult arguments) {
    return Messages.of(arguments.matchedOptionValue("--lang", new CommonOptions().language));
  }
}
