package jindu.run;

import java.time.format.DateTimeFormatter;
import java.util.Optional;
import jindu.lake.Holder;
import jindu.lake.LakeLock;

/** Who holds a lake, in words for the ledger and for who is refused. */
final class HeldBy {

  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private HeldBy() {}

  /** The refusal of a batch that finds the lake held. */
  static RunException refusal(String location, Optional<Holder> holder) {
    return holder
        .map(
            by ->
                new RunException(
                    RunException.Kind.HELD,
                    location,
                    words(by),
                    SECOND.format(ReceivedDays.local(by.since()))))
        .orElseGet(() -> new RunException(RunException.Kind.HELD_BY_UNKNOWN, location));
  }

  /** The batch that holds it now, for the ledger; and who held it before and died. */
  static String here(LakeLock held) {
    String died = held.died().map(before -> "; after " + words(before) + ", which died").orElse("");
    return words(held.holder()) + died;
  }

  private static String words(Holder holder) {
    return "%s, process %d on %s".formatted(holder.user(), holder.process(), holder.host());
  }
}
