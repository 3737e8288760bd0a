package jindu.cli;

import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import jindu.core.Messages;
import jindu.core.VisibleText;
import jindu.run.FileAccount;

/** Files with their rows by verdict, one line each. */
final class AccountTable {

  private AccountTable() {}

  /** The sum of the accounts in one sentence. */
  static String total(List<FileAccount> files, Messages messages) {
    return messages.text(
        "cli.rows-total",
        Integer.toString(files.size()),
        sum(files, FileAccount::rowsRead),
        sum(files, FileAccount::accepted),
        sum(files, FileAccount::unchanged),
        sum(files, FileAccount::quarantined),
        sum(files, FileAccount::excluded));
  }

  static TextTable of(List<FileAccount> files, Messages messages) {
    TextTable table = new TextTable(List.of(false, true, true, true, true, true));
    table.add(
        Stream.of("file", "read", "accepted", "unchanged", "refused", "excluded")
            .map(column -> messages.text("cli.account-" + column))
            .toList());
    for (FileAccount file : files) {
      table.add(
          List.of(
              VisibleText.of(file.path()),
              Long.toString(file.rowsRead()),
              Long.toString(file.accepted()),
              Long.toString(file.unchanged()),
              Long.toString(file.quarantined()),
              Long.toString(file.excluded())));
    }
    return table;
  }

  private static String sum(List<FileAccount> files, ToLongFunction<FileAccount> rows) {
    return Long.toString(files.stream().mapToLong(rows).sum());
  }
}
