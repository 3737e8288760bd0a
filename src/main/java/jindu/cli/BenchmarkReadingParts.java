package jindu.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import jindu.benchmark.InboxReader;
import jindu.catalog.CatalogReader;
import jindu.sample.DeliveryFormat;
import jindu.sample.Sample;
import jindu.sample.SampleOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Those of {@link BenchmarkParts} that have to do with reading alone. */
final class BenchmarkReadingParts {

  private static final ObjectMapper JSON = new ObjectMapper();

  private BenchmarkReadingParts() {}

  /** Writes the sample's deliveries, all in one format. */
  @Command(name = "deliveries", hidden = true)
  static final class DeliveriesPart implements Callable<Integer> {

    @Option(names = "--units", required = true, paramLabel = "N")
    private int units;

    @Option(names = "--reference", required = true, paramLabel = "DIR")
    private Path reference;

    @Option(names = "--format", required = true, paramLabel = "NAME")
    private DeliveryFormat format;

    @Option(names = "--to", required = true, paramLabel = "DIR")
    private Path target;

    @Override
    public Integer call() throws Exception {
      SampleOptions usual = SampleOptions.DEFAULT;
      Sample.writePlain(
          CatalogReader.read(reference),
          target,
          new SampleOptions(units, usual.seed(), usual.from(), usual.to()),
          format);
      return ExitCode.DONE;
    }
  }

  /** Reads an inbox, and says what was found and how long it took. */
  @Command(name = "read", hidden = true)
  static final class ReadPart implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(names = "--by", required = true, paramLabel = "NAME")
    private InboxReader reader;

    @Option(names = "--reference", required = true, paramLabel = "DIR")
    private Path reference;

    @Option(names = "--inbox", required = true, paramLabel = "DIR")
    private Path inbox;

    @Override
    public Integer call() throws Exception {
      spec.commandLine()
          .getOut()
          .println(JSON.writeValueAsString(reader.read(CatalogReader.read(reference), inbox)));
      return ExitCode.DONE;
    }
  }
}
