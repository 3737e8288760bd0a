package jindu.cli;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jindu.core.Messages;
import jindu.core.VisibleText;
import jindu.run.BatchLog.Batch;
import jindu.run.BatchLog.Event;

/** Batches as lines of a terminal, and under each what happened to publications and tables. */
final class BatchReport {

  private static final String INDENT = "    ";
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final Messages messages;

  BatchReport(Messages messages) {
    this.messages = messages;
  }

  List<String> lines(List<Batch> batches) {
    if (batches.isEmpty()) {
      return List.of(messages.text("cli.history-none"));
    }
    TextTable table = new TextTable(List.of(false, false, false, true, false));
    table.add(
        Stream.of("batch", "as-of", "started", "seconds", "ended")
            .map(column -> messages.text("cli.history-" + column))
            .toList());
    for (Batch batch : batches) {
      table.add(
          List.of(
              batch.id(),
              batch.asOf().toString(),
              MINUTE.format(batch.started()),
              Numbers.exact(batch.seconds()),
              ended(batch)));
    }
    List<String> rows = table.lines();
    List<String> lines = new ArrayList<>();
    lines.add(rows.get(0));
    for (int number = 0; number < batches.size(); number++) {
      List<String> batch =
          TextTable.wrapped(rows.get(number + 1), PublishedReport.WIDTH - INDENT.length());
      lines.add(batch.get(0));
      batch.stream().skip(1).map(rest -> INDENT + rest).forEach(lines::add);
      said(batches.get(number).events())
          .forEach(said -> lines.addAll(TextTable.under(INDENT, said, PublishedReport.WIDTH)));
    }
    return lines;
  }

  private String ended(Batch batch) {
    return switch (batch.state()) {
      case "done" ->
          messages.text("cli.history-" + batch.detail().toLowerCase(Locale.ROOT).replace('_', '-'));
      case "failed" -> messages.text("cli.history-failed", VisibleText.of(batch.detail()));
      default -> messages.text("cli.history-died");
    };
  }

  /** A line an event; the tables that were maintained are a line together. */
  private List<String> said(List<Event> events) {
    List<String> said = new ArrayList<>();
    events.stream().filter(event -> !event.isMaintenance()).map(this::said).forEach(said::add);
    List<String> tables =
        events.stream().filter(Event::isMaintenance).map(Event::name).distinct().toList();
    if (!tables.isEmpty()) {
      said.add(messages.text("cli.history-maintenance", String.join(", ", tables)));
    }
    return said;
  }

  private String said(Event event) {
    String reason = event.reason() == null ? "" : VisibleText.of(event.reason());
    return messages.text("cli.history-" + event.kind(), event.name(), reason);
  }
}
