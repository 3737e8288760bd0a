package jindu.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jindu.core.Messages;
import jindu.core.VisibleText;
import jindu.run.CheckResult;
import jindu.run.JudgedRow;
import jindu.run.Problem;

/** The verdict on files, as a statistician reads it on a terminal. */
final class CheckReport {

  private final CheckResult result;
  private final Messages messages;

  CheckReport(CheckResult result, Messages messages) {
    this.result = result;
    this.messages = messages;
  }

  void print(PrintWriter out) {
    tell(out, messages.text("cli.check-title", result.asOf()));
    if (!result.withLake()) {
      tell(out, messages.text("cli.check-without-lake"));
    }
    AccountTable.of(result.files(), messages).lines().forEach(line -> tell(out, line));
    result.files().stream()
        .filter(file -> file.skippedSheets() != null)
        .forEach(
            file ->
                tell(out, messages.text("cli.skipped-sheets", file.path(), file.skippedSheets())));
    result.files().stream()
        .filter(file -> file.unknownHeaders() != null)
        .forEach(
            file ->
                tell(
                    out, messages.text("cli.unknown-headers", file.path(), file.unknownHeaders())));
    list(out, "cli.check-refused", result.refused(), result.refusedInAll());
    list(out, "cli.check-flagged", result.flagged(), result.flaggedInAll());
    tell(out, messages.text(conclusion()));
  }

  /** What units wrote stands in most lines. */
  private static void tell(PrintWriter out, String line) {
    out.println(VisibleText.of(line));
  }

  private String conclusion() {
    if (!result.refused().isEmpty()) {
      return "cli.check-mend";
    }
    return result.flagged().isEmpty() ? "cli.check-good" : "cli.check-explain";
  }

  private void list(PrintWriter out, String title, List<JudgedRow> rows, long inAll) {
    if (rows.isEmpty()) {
      return;
    }
    out.println();
    tell(out, messages.text(title, Long.toString(inAll)));
    for (JudgedRow row : rows) {
      tell(out, heading(row));
      for (Problem problem : row.problems()) {
        tell(out, "    " + problem.text(messages));
      }
      if (row.explanation() != null) {
        tell(out, "    " + messages.text("cli.check-explanation", row.explanation()));
      }
    }
    if (inAll > rows.size()) {
      tell(out, messages.text("cli.check-more-rows", Long.toString(inAll - rows.size())));
    }
  }

  private String heading(JudgedRow row) {
    String place =
        row.number() == 0
            ? messages.text("cli.check-file", row.path())
            : messages.text("cli.check-row", row.path(), Integer.toString(row.number()));
    String sheet = row.sheet().isEmpty() ? null : messages.text("cli.check-sheet", row.sheet());
    return Stream.of(place, sheet, row.unit(), row.unitName(), row.period())
        .filter(Objects::nonNull)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("  ", "  ", ""));
  }
}
