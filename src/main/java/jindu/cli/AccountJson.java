package jindu.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import jindu.run.FileAccount;

/** The accounts of files, for programs. */
final class AccountJson {

  private AccountJson() {}

  /** Adds {@code files}, an account each, and {@code rows}, their sum. */
  static void add(ObjectNode root, List<FileAccount> files) {
    ArrayNode list = root.putArray("files");
    long[] sums = new long[5];
    for (FileAccount file : files) {
      ObjectNode node = list.addObject().put("path", file.path());
      long[] rows = {
        file.rowsRead(), file.accepted(), file.unchanged(), file.quarantined(), file.excluded()
      };
      put(node, rows);
      if (file.skippedSheets() != null) {
        node.put("skipped_sheets", file.skippedSheets());
      }
      if (file.unknownHeaders() != null) {
        node.put("unknown_headers", file.unknownHeaders());
      }
      for (int count = 0; count < sums.length; count++) {
        sums[count] += rows[count];
      }
    }
    put(root.putObject("rows"), sums);
  }

  private static void put(ObjectNode node, long[] rows) {
    node.put("rows_read", rows[0])
        .put("accepted", rows[1])
        .put("unchanged", rows[2])
        .put("quarantined", rows[3])
        .put("excluded", rows[4]);
  }
}
