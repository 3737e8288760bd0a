package jindu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.Callable;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogReader;
import jindu.core.Messages;
import jindu.core.Quarter;
import jindu.run.NightResult;
import jindu.run.RunException;
import jindu.sample.Sample;
import jindu.sample.SampleOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code demo}: the whole way on the Luolong sample. */
@Command(name = "demo", mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions options;
  @Mixin private AsOfOption asOf;

  @Override
  public Integer call() throws Exception {
    PrintWriter words = spec.commandLine().getErr();
    Messages messages = options.messages();
    Path lake = OpenLake.folder(options);
    fillReference(lake.resolve("reference"));
    fillInbox(lake, words);
    Catalog catalog = OpenLake.catalog(options);
    NightRun night = new NightRun(options, words);
    NightResult result = night.run(catalog, asOf);
    night.tell(result);

    ShownTable headline = ShownTable.read(new HeadlineReport(), options);
    Quarter latest = headline.latest();
    PrintWriter out = spec.commandLine().getOut();
    ReportWords reportWords = new ReportWords(catalog, messages, Ansi.AUTO);
    headline.print(out, latest, Integer.MAX_VALUE, reportWords);
    if (latest.number() < 4) {
      headline.print(out, new Quarter(latest.year() - 1, 4), Integer.MAX_VALUE, reportWords);
    }
    night.tellWhere(result);
    return ExitCode.DONE;
  }

  /** Copies the repository's catalog into a lake that has none. */
  private void fillReference(Path reference) throws IOException, RunException {
    if (Files.isDirectory(reference)) {
      return;
    }
    String home = System.getProperty("jindu.home");
    if (home == null) {
      throw new RunException(RunException.Kind.NO_LAKE, options.lake);
    }
    Path source = Path.of(home, "data-lake", "reference");
    Files.walkFileTree(
        source,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path target = reference.resolve(source.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Writes the sample into an inbox that is empty, and the notice that it is one. */
  private void fillInbox(Path lake, PrintWriter words) throws Exception {
    Path inbox = lake.resolve("inbox");
    if (Files.isDirectory(inbox) && !isEmpty(inbox)) {
      words.println(options.messages().text("cli.inbox-kept", inbox));
      return;
    }
    Catalog catalog = CatalogReader.read(lake.resolve("reference"));
    Sample.write(catalog, inbox, SampleOptions.DEFAULT);
    Sample.writeNotice(lake.resolve("reference"));
    words.println(options.messages().text("cli.sample-written", inbox));
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }
}
