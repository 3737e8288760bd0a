package jindu.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Objects;
import jindu.run.FileAccount;
import jindu.run.NightResult;

/** What a night came to, for programs. */
final class NightJson {

  private NightJson() {}

  static String of(NightResult result) {
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.put("outcome", result.outcome().name().toLowerCase(Locale.ROOT));
    root.put("batch", result.batch());
    root.put("publication", result.publication());
    root.put("as_of", Objects.toString(result.asOf(), null));
    ArrayNode files = root.putArray("files");
    for (FileAccount file : result.files()) {
      files
          .addObject()
          .put("path", file.path())
          .put("rows_read", file.rowsRead())
          .put("accepted", file.accepted())
          .put("unchanged", file.unchanged())
          .put("quarantined", file.quarantined());
    }
    return root.toString();
  }
}
