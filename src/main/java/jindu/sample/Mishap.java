package jindu.sample;

import java.time.YearMonth;

/** What happens to one return on its way; most of the time nothing. */
enum Mishap {
  NONE,
  /** Never comes: the unit's last value stands. */
  MISSING,
  /** Comes after the due day. */
  LATE,
  /** Breaks a hard check; the unit corrects it later, or never. */
  REFUSED,
  /** Is accepted with a wrong value; the unit corrects it later. */
  REVISED,
  /** Is in 元 instead of the form's unit; the unit corrects it later. */
  WRONG_UNIT,
  /** Withdrawn by the unit weeks later. */
  WITHDRAWN;

  /** Larger units report well: the district's growth must not hang on an accident. */
  private static final double LARGEST_CARELESS = 3;

  private static final int LAST_CALIBRATED_YEAR = 2020;

  /** From here on a few units fall silent: their last values stand. */
  private static final YearMonth SILENCE = YearMonth.of(2021, 8);

  static Mishap of(long seed, Unit unit, YearMonth month) {
    double chance = Draw.of(seed, "mishap", unit.form(), unit.number(), month).uniform();
    boolean small = unit.size() <= LARGEST_CARELESS;
    if (small && !month.isBefore(SILENCE) && isSilent(seed, unit)) {
      return MISSING;
    }
    boolean calibrated = month.getYear() <= LAST_CALIBRATED_YEAR;
    boolean yearEnd = calibrated && month.getMonthValue() == 12;
    if (small && chance < 0.008) {
      return yearEnd ? LATE : MISSING;
    }
    if (chance < 0.025) {
      return LATE;
    }
    if (small && chance < 0.030) {
      return REFUSED;
    }
    if (chance < 0.035) {
      return REVISED;
    }
    if (small && chance < 0.037) {
      return WRONG_UNIT;
    }
    return small && chance < 0.0385 && !calibrated ? WITHDRAWN : NONE;
  }

  private static boolean isSilent(long seed, Unit unit) {
    return Draw.of(seed, "silent", unit.form(), unit.number()).chance(0.01);
  }

  /** Returns of 2019 and 2020 are all corrected: those years are calibrated. */
  static boolean isCorrected(long seed, Unit unit, YearMonth month) {
    return month.getYear() <= LAST_CALIBRATED_YEAR
        || Draw.of(seed, "corrected", unit.form(), unit.number(), month).chance(0.4);
  }
}
