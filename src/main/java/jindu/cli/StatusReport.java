package jindu.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jindu.core.Messages;
import jindu.run.BatchLog.Batch;
import jindu.run.BatchLog.Stage;
import jindu.run.LakeStatus;

/** How a lake stands, as lines of a terminal; what asks for somebody's hand comes first. */
final class StatusReport {

  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

  private static final BigDecimal MEBIBYTE = BigDecimal.valueOf(1L << 20);

  private final Messages messages;

  StatusReport(Messages messages) {
    this.messages = messages;
  }

  List<String> lines(LakeStatus status) {
    List<String> lines = new ArrayList<>();
    lines.add(status.holder().map(this::held).orElse(messages.text("cli.status-free")));
    lines.add(
        status
            .publication()
            .map(each -> messages.text("cli.status-in-force", each.id(), each.asOf()))
            .orElse(messages.text("cli.status-nothing-published")));
    lines.add(messages.text("cli.status-arrived", Integer.toString(status.arrived())));
    status
        .last()
        .ifPresentOrElse(
            batch -> lines.addAll(last(batch, status.quarantined())),
            () -> lines.add(messages.text("cli.history-none")));
    return lines;
  }

  private String held(LakeStatus.Held held) {
    return messages.text(
        "cli.status-" + held.state(),
        held.user(),
        Long.toString(held.process()),
        held.host(),
        SECOND.format(held.since()));
  }

  private List<String> last(Batch batch, long quarantined) {
    List<String> lines = new ArrayList<>();
    lines.addAll(new BatchReport(messages).lines(List.of(batch)));
    lines.add(messages.text("cli.status-quarantined", Long.toString(quarantined)));
    if (batch.stages().isEmpty()) {
      return lines;
    }
    TextTable table = new TextTable(List.of(false, true, true, true, true, true, true));
    table.add(
        Stream.of("stage", "seconds", "rows-in", "rows-out", "slices", "jobs", "memory")
            .map(column -> messages.text("cli.status-" + column))
            .toList());
    batch.stages().forEach(stage -> table.add(cells(stage)));
    lines.addAll(table.lines());
    return lines;
  }

  private List<String> cells(Stage stage) {
    return List.of(
        messages.text("cli.stage-" + stage.name()),
        Numbers.exact(stage.seconds()),
        Long.toString(stage.rowsIn()),
        Long.toString(stage.rowsOut()),
        number(stage.slices()),
        number(stage.jobs()),
        stage.peakMemory() == null
            ? Numbers.NOTHING
            : BigDecimal.valueOf(stage.peakMemory())
                .divide(MEBIBYTE, 0, RoundingMode.HALF_UP)
                .toString());
  }

  private static String number(Long number) {
    return number == null ? Numbers.NOTHING : number.toString();
  }
}
