package jindu.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import jindu.benchmark.Cost;
import jindu.benchmark.Measurement;
import jindu.core.Messages;

/** The performance table for people: a line a measure. */
final class BenchmarkReport {

  private static final long MEGABYTE = 1_000_000;

  /** Measure and peer are words; all else are numbers, but for the last. */
  private static final List<Boolean> RIGHT =
      List.of(false, true, true, true, false, true, true, true, false);

  private static final List<String> COLUMNS =
      List.of(
          "measure",
          "cells",
          "seconds",
          "memory",
          "peer",
          "peer-seconds",
          "peer-memory",
          "ratio",
          "same");

  private final Messages messages;

  BenchmarkReport(Messages messages) {
    this.messages = messages;
  }

  List<String> lines(List<Measurement> measured) {
    TextTable table = new TextTable(RIGHT);
    table.add(COLUMNS.stream().map(column -> messages.text("benchmark.column-" + column)).toList());
    measured.forEach(line -> table.add(cells(line)));
    List<String> lines = new ArrayList<>(table.lines());
    lines.addAll(measured.stream().flatMap(this::notes).toList());
    lines.addAll(measured.stream().flatMap(this::differences).toList());
    return lines;
  }

  private List<String> cells(Measurement line) {
    Cost theirs = line.theirs();
    return List.of(
        name(line),
        String.format(Locale.ROOT, "%,d", line.cells()),
        seconds(line.ours()),
        memory(line.ours()),
        line.peer() == null ? "" : line.peer(),
        theirs == null ? "" : seconds(theirs),
        theirs == null ? "" : memory(theirs),
        theirs == null ? "" : String.format(Locale.ROOT, "%.2f", line.ratio()),
        line.isSame() == null
            ? ""
            : messages.text(line.isSame() ? "benchmark.same" : "benchmark.different"));
  }

  /** A measure with several lines says which of them it is. */
  private static String name(Measurement line) {
    Object variant = line.facts().get(Measurement.VARIANT);
    return variant == null ? line.measure() : line.measure() + " " + variant;
  }

  /** What seconds alone do not say. */
  private Stream<String> notes(Measurement line) {
    Map<String, Object> facts = line.facts();
    if (facts.containsKey(Measurement.SPEED)) {
      return Stream.of(
          messages.text(
              "benchmark.speed",
              name(line),
              speed(facts.get(Measurement.SPEED)),
              line.peer(),
              speed(facts.get(Measurement.PEER_SPEED))));
    }
    if (facts.containsKey(Measurement.HEAP_ENOUGH)) {
      return Stream.of(
          messages.text(
              "benchmark.heap",
              facts.get(Measurement.HEAP_ENOUGH),
              facts.get(Measurement.HEAP_TOO_SMALL)));
    }
    return Stream.empty();
  }

  private static String speed(Object megabytes) {
    return String.format(Locale.ROOT, "%.1f", (Double) megabytes);
  }

  private static String seconds(Cost cost) {
    return String.format(Locale.ROOT, "%.1f", cost.seconds());
  }

  private static String memory(Cost cost) {
    return cost.peakBytes() == null ? "" : Long.toString(cost.peakBytes() / MEGABYTE);
  }

  /** What a peer found otherwise, so that it can be looked for. */
  private Stream<String> differences(Measurement line) {
    if (line.isSame() == null || line.isSame()) {
      return Stream.empty();
    }
    return Stream.concat(
        Stream.of(
            messages.text(
                "benchmark.differences",
                line.peer(),
                String.valueOf(line.facts().get("different_rows")),
                String.valueOf(line.facts().get("compared_rows")))),
        ((List<?>) line.facts().getOrDefault("examples", List.of()))
            .stream().map(example -> "  " + example));
  }
}
