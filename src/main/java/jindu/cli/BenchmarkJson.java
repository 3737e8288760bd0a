package jindu.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import jindu.benchmark.Cost;
import jindu.benchmark.Measurement;

/** A line of the performance table for programs. */
final class BenchmarkJson {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DECIMALS = 4;

  private BenchmarkJson() {}

  /** One object: what is not known, or has no peer, is null. */
  static String of(Measurement measured) {
    ObjectNode root = JSON.createObjectNode();
    root.put("measure", measured.measure());
    root.put("cells", measured.cells());
    measured
        .facts()
        .forEach(
            (name, value) ->
                root.set(
                    name,
                    JSON.valueToTree(value instanceof Double number ? rounded(number) : value)));
    put(root, "", measured.ours());
    root.put("peer", measured.peer());
    if (measured.theirs() != null) {
      put(root, "peer_", measured.theirs());
    }
    root.put("ratio", rounded(measured.ratio()));
    root.put("same", measured.isSame());
    return root.toString();
  }

  private static void put(ObjectNode root, String prefix, Cost cost) {
    root.put(prefix + "seconds", rounded(cost.seconds()));
    root.put(prefix + "cpu_seconds", rounded(cost.cpuSeconds()));
    root.put(prefix + "peak_memory_bytes", cost.peakBytes());
  }

  private static BigDecimal rounded(Double value) {
    return value == null
        ? null
        : BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
  }
}
