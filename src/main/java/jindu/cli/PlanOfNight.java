package jindu.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import jindu.core.Messages;
import jindu.run.NightPlan;

/** What a night would do, as lines of a terminal. */
final class PlanOfNight {

  private final Messages messages;

  PlanOfNight(Messages messages) {
    this.messages = messages;
  }

  List<String> lines(NightPlan plan) {
    List<String> lines = new ArrayList<>();
    if (!plan.stillWritten().isEmpty()) {
      lines.add(messages.text("cli.still-written", joined(plan.stillWritten())));
    }
    if (plan.isEmpty()) {
      lines.add(messages.text("cli.nothing-received"));
      return lines;
    }
    lines.add(messages.text("cli.plan-batch", plan.batch(), plan.asOf()));
    if (!plan.finished().isEmpty()) {
      lines.add(messages.text("cli.plan-carries-on", joined(plan.finished())));
    }
    lines.add(messages.text("cli.plan-read", Integer.toString(plan.deliveries().size())));
    for (NightPlan.Arrived delivery : plan.deliveries()) {
      lines.add("    inbox/" + delivery.path());
    }
    if (plan.waiting() > 0) {
      lines.add(messages.text("cli.waiting", Integer.toString(plan.waiting()), plan.asOf()));
    }
    if (!plan.catalog().isEmpty()) {
      lines.add(messages.text("cli.plan-catalog", joined(plan.catalog())));
    }
    add(
        lines,
        plan.everything()
            .map(why -> messages.text("cli.plan-all", why))
            .orElseGet(() -> messages.text("cli.plan-forms", joined(plan.forms()))));
    add(lines, messages.text("cli.plan-indicators", joined(plan.indicators())));
    add(lines, messages.text("cli.plan-tables", joined(plan.tables())));
    lines.add(messages.text("cli.plan-publication"));
    return lines;
  }

  private static void add(List<String> lines, String text) {
    lines.addAll(TextTable.wrapped(text, PublishedReport.WIDTH));
  }

  private static String joined(Collection<String> names) {
    return names.isEmpty() ? Numbers.NOTHING : String.join(", ", names);
  }
}
