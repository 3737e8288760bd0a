package jindu.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import jindu.run.BatchLog.Batch;
import jindu.run.BatchLog.Stage;
import jindu.run.ProtectionAudit;

/** Batches, or what is withheld, for programs: one object a line. */
final class HistoryJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private HistoryJson() {}

  static List<String> of(List<Batch> batches) {
    return batches.stream().map(batch -> node(batch).toString()).toList();
  }

  /** Each block, and then each cell that one or two respondents changed. */
  static List<String> of(ProtectionAudit audit) {
    return Stream.concat(blocks(audit), changes(audit)).toList();
  }

  private static Stream<String> changes(ProtectionAudit audit) {
    return audit.changes().stream()
        .flatMap(
            block ->
                block.cells().stream()
                    .map(
                        cell ->
                            JSON.createObjectNode()
                                .put("row", "change_of_few")
                                .put("indicator", block.indicator())
                                .put("township", cell.place())
                                .put("sector", cell.sector())
                                .put("year", block.year())
                                .put("quarter", cell.quarter())
                                .put("respondents", cell.respondents())
                                .put("batch", audit.batch())
                                .toString()));
  }

  private static Stream<String> blocks(ProtectionAudit audit) {
    return audit.blocks().stream()
        .map(
            block ->
                JSON.createObjectNode()
                    .put("row", "block")
                    .put("indicator", block.indicator())
                    .put("year", block.year())
                    .put("cells", block.cells())
                    .put("sensitive", block.sensitive())
                    .put("withheld_beyond", block.beyond())
                    .put("told_by_earlier", block.told())
                    .put("withheld_share_pct", block.sharePct())
                    .put("extent", block.extent())
                    .put("batch", block.batch())
                    .put("as_of", block.asOf().toString())
                    .put("by_last_batch", block.batch().equals(audit.batch()))
                    .put("seconds", block.seconds())
                    .toString());
  }

  private static void add(ObjectNode node, Stage stage) {
    node.put("stage", stage.name());
    node.put("seconds", stage.seconds());
    node.put("rows_in", stage.rowsIn());
    node.put("rows_out", stage.rowsOut());
    node.put("slices", stage.slices());
    node.put("spark_jobs", stage.jobs());
    node.put("peak_memory_bytes", stage.peakMemory());
    node.put("inputs", stage.inputs());
    node.put("outputs", stage.outputs());
  }

  /** A batch as an object. */
  static ObjectNode node(Batch batch) {
    ObjectNode root = JSON.createObjectNode();
    root.put("batch", batch.id());
    root.put("as_of", batch.asOf().toString());
    root.put("started", batch.started().toString());
    root.put("state", batch.state());
    root.put("seconds", batch.seconds());
    root.put("detail", batch.detail());
    root.put("owner", batch.owner());
    ArrayNode stages = root.putArray("stages");
    batch.stages().forEach(stage -> add(stages.addObject(), stage));
    ArrayNode events = root.putArray("events");
    batch
        .events()
        .forEach(
            event ->
                events
                    .addObject()
                    .put("event", event.kind())
                    .put(event.isMaintenance() ? "table" : "publication", event.name())
                    .put("reason", event.reason()));
    return root;
  }
}
