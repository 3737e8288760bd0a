package jindu.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import jindu.run.NightPlan;

/** What a night would do, for programs. */
final class PlanJson {

  private PlanJson() {}

  static String of(NightPlan plan) {
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.put("outcome", plan.isEmpty() ? "nothing_received" : "would_run");
    root.put("batch", plan.batch());
    root.put("as_of", Objects.toString(plan.asOf(), null));
    plan.finished().forEach(root.putArray("finished_stages")::add);
    ArrayNode read = root.putArray("would_read");
    plan.deliveries()
        .forEach(
            delivery ->
                read.addObject()
                    .put("path", delivery.path())
                    .put("form", delivery.form())
                    .put("received", delivery.received().toString()));
    root.put("waiting", plan.waiting());
    plan.stillWritten().forEach(root.putArray("still_written")::add);
    plan.catalog().forEach(root.putArray("catalog")::add);
    root.put("all_rows_because", plan.everything().orElse(null));
    plan.forms().forEach(root.putArray("forms")::add);
    plan.indicators().forEach(root.putArray("indicators")::add);
    plan.tables().forEach(root.putArray("tables")::add);
    return root.toString();
  }
}
