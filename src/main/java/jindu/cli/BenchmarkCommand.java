package jindu.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import jindu.benchmark.Benchmark;
import jindu.benchmark.Measure;
import jindu.benchmark.Measurement;
import jindu.core.Messages;
import jindu.run.RunException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code benchmark}: this project beside its peers, measured here and now. */
@Command(
    name = "benchmark",
    mixinStandardHelpOptions = true,
    subcommands = {
      BenchmarkParts.SamplePart.class,
      BenchmarkParts.CellsPart.class,
      BenchmarkParts.FloorPart.class,
      BenchmarkParts.DuckDbPart.class,
      BenchmarkReadingParts.DeliveriesPart.class,
      BenchmarkReadingParts.ReadPart.class
    })
final class BenchmarkCommand implements Callable<Integer> {

  private static final String DEFAULT_HEAP = "2g";

  @Spec private CommandSpec spec;

  @Option(
      names = "--lang",
      paramLabel = "zh|en",
      converter = LanguageConverter.class,
      descriptionKey = "help.lang")
  private String language = new CommonOptions().language;

  @Option(names = "--quiet", descriptionKey = "help.quiet")
  private boolean quiet;

  @Option(names = "--quick")
  private boolean quick;

  @Option(names = "--cells", paramLabel = "N", split = ",")
  private List<Long> sizes = List.of();

  @Option(names = "--measure", paramLabel = "NAME", split = ",")
  private Set<Measure> measures = EnumSet.noneOf(Measure.class);

  @Option(names = "--folder", paramLabel = "DIR")
  private Path folder;

  @Option(names = "--json")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    Messages messages = Messages.of(language);
    Path home = home();
    Benchmark.Plan plan =
        new Benchmark.Plan(
            home,
            folder == null ? home.resolve("target").resolve("benchmark") : folder.toAbsolutePath(),
            heap(),
            quick,
            sizes.isEmpty() ? Benchmark.Plan.sizes(quick) : sizes,
            measures.isEmpty() ? Measure.unnamed(quick) : measures);
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter words = spec.commandLine().getErr();
    List<Measurement> measured = new ArrayList<>();
    Benchmark.run(
        plan,
        (key, arguments) -> {
          if (!quiet) {
            words.println(messages.text("benchmark.step-" + key, (Object[]) arguments));
          }
        },
        line -> {
          measured.add(line);
          if (json) {
            out.println(BenchmarkJson.of(line));
          }
        });
    if (!json) {
      new BenchmarkReport(messages).lines(measured).forEach(out::println);
    }
    boolean same = measured.stream().allMatch(line -> line.isSame() == null || line.isSame());
    if (!same) {
      words.println(messages.text("benchmark.not-the-same"));
    }
    return same ? ExitCode.DONE : ExitCode.FAILED;
  }

  /** The launcher names it: what is measured is started as an operator starts it. */
  private static Path home() throws RunException {
    String home = System.getProperty("jindu.home");
    if (home == null) {
      throw new RunException(RunException.Kind.NO_LAUNCHER);
    }
    return Path.of(home);
  }

  private static String heap() {
    String heap = System.getenv("JINDU_HEAP");
    return heap == null || heap.isEmpty() ? DEFAULT_HEAP : heap;
  }
}
