package jindu.run;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import jindu.ingest.InboxPath;

/**
 * The day on which a new delivery counts as received (contracts.md section 3).
 *
 * @param firstSeen for files in no folder of a day
 * @param published the latest as-of day of a publication
 */
record ReceivedDays(LocalDate firstSeen, Optional<LocalDate> published) {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /**
   * A file in no folder of a day is first seen today, or on the as-of day where that is earlier: a
   * scheduler that passes the day asks for what lies in the inbox, even when the night has run on
   * past midnight.
   *
   * @param today the day of the clock, Asia/Shanghai
   */
  static ReceivedDays of(LocalDate today, Optional<LocalDate> asOf, Optional<LocalDate> published) {
    return new ReceivedDays(asOf.filter(day -> day.isBefore(today)).orElse(today), published);
  }

  /** The day of the clock where the district is (contracts.md section 2). */
  static LocalDate today(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), ZONE);
  }

  /** A moment by the clocks of the district. */
  static LocalDateTime local(Instant moment) {
    return LocalDateTime.ofInstant(moment, ZONE);
  }

  /** A day on or before a publication's as-of day is back-dated: the day after it counts. */
  LocalDate of(InboxPath path) {
    LocalDate day = path.receivedDate().orElse(firstSeen);
    return published
        .filter(known -> !day.isAfter(known))
        .map(known -> known.plusDays(1))
        .orElse(day);
  }
}
