package jindu.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jindu.run.LakeStatus;

/** How a lake stands, for programs. */
final class StatusJson {

  private StatusJson() {}

  static String of(LakeStatus status) {
    ObjectNode root = new ObjectMapper().createObjectNode();
    status
        .holder()
        .ifPresentOrElse(
            held ->
                root.putObject("held_by")
                    .put("user", held.user())
                    .put("process", held.process())
                    .put("host", held.host())
                    .put("since", held.since().toString())
                    .put("state", held.state()),
            () -> root.putNull("held_by"));
    status
        .last()
        .ifPresentOrElse(
            batch -> root.set("last_batch", HistoryJson.node(batch)),
            () -> root.putNull("last_batch"));
    root.put("quarantined", status.quarantined());
    root.put("publication", status.publication().map(LakeStatus.InForce::id).orElse(null));
    root.put("as_of", status.publication().map(each -> each.asOf().toString()).orElse(null));
    root.put("arrived", status.arrived());
    return root.toString();
  }
}
