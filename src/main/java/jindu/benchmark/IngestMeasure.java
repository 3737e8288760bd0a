package jindu.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import jindu.catalog.CatalogException;
import jindu.catalog.CatalogReader;
import jindu.run.RunException;
import jindu.sample.DeliveryFormat;

/**
 * Reading alone: the same returns in CSV of both encodings and in workbooks, by our ingest beside a
 * reader that only reads.
 *
 * <p>The seconds are those of the reading, without the start of the process: of an inbox of a few
 * megabytes the start would be all there is. The memory is that of the process.
 */
final class IngestMeasure {

  private static final String MEASURE = "ingest";
  private static final double BYTES_IN_MEGABYTE = 1e6;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Workplace workplace;
  private final Path folder;
  private final int units;
  private final Steps steps;

  /**
   * @param folder for the inboxes
   * @param units of the sample
   */
  IngestMeasure(Workplace workplace, Path folder, int units, Steps steps) {
    this.workplace = workplace;
    this.folder = folder;
    this.units = units;
    this.steps = steps;
  }

  List<Measurement> run() throws IOException, CatalogException, RunException, InterruptedException {
    Path plain = deliveries(DeliveryFormat.UTF_8);
    long cells = ReturnCells.count(CatalogReader.read(workplace.reference()), plain);
    Read duck = read(DeliveryFormat.UTF_8, InboxReader.DUCKDB, plain);
    List<Measurement> measured = new ArrayList<>();
    measured.add(
        measurement(
            DeliveryFormat.UTF_8,
            cells,
            read(DeliveryFormat.UTF_8, InboxReader.OURS, plain),
            "duckdb",
            duck));
    // DuckDB reads GB18030 by an extension alone, which it fetches from the network: it is given
    // the same returns in UTF-8.
    Path chinese = deliveries(DeliveryFormat.GB18030);
    measured.add(
        measurement(
            DeliveryFormat.GB18030,
            cells,
            read(DeliveryFormat.GB18030, InboxReader.OURS, chinese),
            "duckdb_on_utf_8",
            duck));
    Path workbooks = deliveries(DeliveryFormat.XLSX);
    measured.add(
        measurement(
            DeliveryFormat.XLSX,
            cells,
            read(DeliveryFormat.XLSX, InboxReader.OURS, workbooks),
            "fastexcel",
            read(DeliveryFormat.XLSX, InboxReader.FASTEXCEL, workbooks)));
    return measured;
  }

  private Path deliveries(DeliveryFormat format)
      throws IOException, RunException, InterruptedException {
    Path inbox = folder.resolve("inbox-" + name(format));
    Folders.delete(inbox);
    workplace.part(
        log(format, "deliveries"),
        "deliveries",
        "--units",
        Integer.toString(units),
        "--reference",
        workplace.reference().toString(),
        "--format",
        format.name(),
        "--to",
        inbox.toString());
    return inbox;
  }

  /**
   * What a reader read.
   *
   * @param bytes of all files
   */
  record Read(Reading reading, Cost process, long bytes) {

    Cost cost() {
      return new Cost(reading.seconds(), reading.cpuSeconds(), process.peakBytes());
    }

    double megabytesPerSecond() {
      return bytes / BYTES_IN_MEGABYTE / reading.seconds();
    }
  }

  private Read read(DeliveryFormat format, InboxReader reader, Path inbox)
      throws IOException, RunException, InterruptedException {
    steps.begins(MEASURE, reader.code(), name(format));
    MeasuredProcess.Result result =
        workplace.part(
            log(format, reader.code()),
            "read",
            "--by",
            reader.name(),
            "--reference",
            workplace.reference().toString(),
            "--inbox",
            inbox.toString());
    Reading reading = JSON.readValue(result.output(), Reading.class);
    return new Read(reading, result.cost(), bytes(inbox));
  }

  static Measurement measurement(
      DeliveryFormat format, long cells, Read ours, String peer, Read theirs) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put(Measurement.VARIANT, name(format));
    facts.put("bytes", ours.bytes());
    facts.put(Measurement.SPEED, ours.megabytesPerSecond());
    facts.put(Measurement.PEER_SPEED, theirs.megabytesPerSecond());
    facts.put("process_seconds", ours.process().seconds());
    facts.put("peer_process_seconds", theirs.process().seconds());
    boolean isSame = ours.reading().isOfTheSame(theirs.reading());
    facts.put("compared_rows", ours.reading().rows());
    facts.put("different_rows", Math.abs(ours.reading().rows() - theirs.reading().rows()));
    if (!isSame) {
      facts.put("examples", List.of(ours.reading() + " / " + theirs.reading()));
    }
    return new Measurement(MEASURE, cells, ours.cost(), peer, theirs.cost(), isSame, facts);
  }

  private static long bytes(Path inbox) throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.walk(inbox)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }

  private static String name(DeliveryFormat format) {
    return format.name().toLowerCase(Locale.ROOT);
  }

  private String log(DeliveryFormat format, String what) {
    return MEASURE + "-" + units + "-" + name(format) + "-" + what;
  }
}
