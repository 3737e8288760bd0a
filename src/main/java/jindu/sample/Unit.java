package jindu.sample;

import java.time.YearMonth;
import java.util.Optional;

/**
 * A registered unit: an enterprise, or an investment project.
 *
 * @param number place in the form's list, from 0
 * @param size relative size, at least 1
 * @param since first period of the unit in the register
 * @param until last period, empty while it lives
 * @param group code of the controlling group, empty for none
 */
record Unit(
    String form,
    int number,
    String code,
    String name,
    String sector,
    String township,
    double size,
    YearMonth since,
    Optional<YearMonth> until,
    Origin origin,
    String exitReason,
    String group,
    Optional<Move> move) {

  /** How a unit came into the register. */
  enum Origin {
    /** Was there before the sample begins. */
    LISTED(""),
    /** 小升规: existed below the threshold, so it has a same period. */
    GROWN("小升规"),
    /** 新投产: has no same period. */
    OPENED("新投产"),
    /** 新开工: a project that begins. */
    STARTED("新开工");

    private final String reason;

    Origin(String reason) {
      this.reason = reason;
    }

    String reason() {
      return reason;
    }

    boolean isNew() {
      return this == OPENED || this == STARTED;
    }
  }

  /** From {@code from} on the unit is in another township. */
  record Move(YearMonth from, String township) {}

  String townshipAt(YearMonth month) {
    return move.filter(change -> !month.isBefore(change.from()))
        .map(Move::township)
        .orElse(township);
  }

  boolean isListed(YearMonth month) {
    return !month.isBefore(since) && until.map(last -> !month.isAfter(last)).orElse(true);
  }

  /**
   * The quarter whose return counts at the end of {@code quarter}: its own, or, after the unit has
   * left, its last of the year, which stands (method.md section 4).
   */
  int countedQuarter(int year, int quarter) {
    boolean leaves = until.map(last -> last.getYear() == year).orElse(false);
    return leaves ? Math.min(quarter, (until.get().getMonthValue() + 2) / 3) : quarter;
  }

  /** Whether the unit is in the register in at least one month of the year. */
  boolean isListedIn(int year) {
    return since.getYear() <= year && until.map(last -> last.getYear() >= year).orElse(true);
  }
}
