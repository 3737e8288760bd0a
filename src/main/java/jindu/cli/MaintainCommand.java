package jindu.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import jindu.catalog.Catalog;
import jindu.core.Messages;
import jindu.run.Maintenance;
import jindu.run.MaintenanceResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code maintain}: the lake stays quick to read. */
@Command(name = "maintain", mixinStandardHelpOptions = true)
final class MaintainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions options;

  @Option(names = "--json", descriptionKey = "help.json")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    Catalog catalog = OpenLake.catalog(options);
    MaintenanceResult result =
        Maintenance.run(options.lake, options.master, catalog.retention(), Clock.systemUTC());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(new ObjectMapper().writeValueAsString(result));
    } else {
      lines(result, options.messages()).forEach(out::println);
    }
    return ExitCode.DONE;
  }

  private static List<String> lines(MaintenanceResult result, Messages messages) {
    if (result.tables().isEmpty()) {
      return List.of(messages.text("cli.maintain-nothing"));
    }
    TextTable table = new TextTable(List.of(false, true, true, true, true));
    table.add(
        List.of(
            messages.text("cli.maintain-table"),
            messages.text("cli.maintain-files-before"),
            messages.text("cli.maintain-files-after"),
            messages.text("cli.maintain-bytes-before"),
            messages.text("cli.maintain-bytes-after")));
    for (MaintenanceResult.Table each : result.tables()) {
      table.add(
          List.of(
              each.name(),
              Numbers.whole(each.filesBefore()),
              Numbers.whole(each.filesAfter()),
              Numbers.whole(each.bytesBefore()),
              Numbers.whole(each.bytesAfter())));
    }
    List<String> lines = new ArrayList<>(table.lines());
    for (String foreign : result.foreign()) {
      lines.add(messages.text("cli.maintain-foreign", foreign));
    }
    lines.add(messages.text("cli.maintain-kept", result.keptDays()));
    return lines;
  }
}
