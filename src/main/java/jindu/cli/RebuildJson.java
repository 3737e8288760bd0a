package jindu.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jindu.run.RebuildResult;
import jindu.run.TableDifference;

/** What a rebuild found, for programs. */
final class RebuildJson {

  private RebuildJson() {}

  static String of(RebuildResult result) {
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.put("as_of", result.asOf().toString());
    root.put("publication", result.publication());
    root.put("same", result.isSame());
    root.put("batch", result.batch());
    ArrayNode tables = root.putArray("tables");
    for (TableDifference table : result.tables()) {
      ObjectNode node = tables.addObject();
      node.put("table", table.table());
      node.put("missing", table.missing());
      node.put("extra", table.extra());
      node.put("different", table.different());
      table.firstKeys().forEach(node.putArray("first_keys")::add);
    }
    return root.toString();
  }
}
