package jindu.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Objects;
import jindu.run.NightResult;

/** What a night came to, for programs. */
final class NightJson {

  private NightJson() {}

  static String of(NightResult result) {
    return node(result).toString();
  }

  static ObjectNode node(NightResult result) {
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.put("outcome", result.outcome().name().toLowerCase(Locale.ROOT));
    root.put("batch", result.batch());
    root.put("publication", result.publication());
    root.put("as_of", Objects.toString(result.asOf(), null));
    root.put("waiting", result.waiting());
    result.stillWritten().forEach(root.putArray("still_written")::add);
    result.removed().forEach(root.putArray("removed")::add);
    ArrayNode lost = root.putArray("lost_detail");
    result
        .lostDetail()
        .forEach(
            each ->
                lost.addObject()
                    .put("indicator", each.indicator())
                    .put("year", each.year())
                    .put("extent", each.isAll() ? "all" : "detail"));
    result.catalogChanges().forEach(root.putArray("reference_changed")::add);
    result.slices().forEach(root.putArray("slices")::add);
    result.mended().forEach(root.putArray("mended")::add);
    AccountJson.add(root, result.files());
    return root;
  }
}
