package jindu.aggregate;

import java.time.YearMonth;
import java.util.List;
import java.util.Random;

/**
 * Three years of answers, register and refusals: units that open, close, move, fall silent, answer
 * late, correct and withdraw.
 */
final class RandomAnswers {

  private static final List<String> PLACES =
      List.of(SmallCatalog.EAST, SmallCatalog.WEST, SmallCatalog.REMAINDER);
  private static final int UNITS = 25;
  private static final int MOST_DAYS_LATE = 36;

  private final Random random;
  private final ObservationRows rows = new ObservationRows();
  private final RefusedRows refused = new RefusedRows();

  RandomAnswers(long seed) {
    random = new Random(seed);
    for (int unit = 0; unit < UNITS; unit++) {
      for (String form : List.of("INDUSTRY", "TRADE", "BUDGET")) {
        register(form, form + unit);
        answer(form, form + unit);
      }
    }
  }

  ObservationRows rows() {
    return rows;
  }

  RefusedRows refused() {
    return refused;
  }

  /** Some units are in the register twice, and some not at all. */
  private void register(String form, String unit) {
    for (int entries = random.nextInt(3); entries > 0; entries--) {
      YearMonth since = YearMonth.of(2018, 6).plusMonths(random.nextInt(36));
      String until = random.nextBoolean() ? null : since.plusMonths(random.nextInt(20)).toString();
      rows.entry(unit, form, place(), "1711", since.toString(), until);
    }
  }

  private void answer(String form, String unit) {
    String home = place();
    YearMonth end = YearMonth.of(2021, 8);
    for (YearMonth month = YearMonth.of(2019, 1);
        !month.isAfter(end);
        month = month.plusMonths(1)) {
      String place = random.nextInt(15) == 0 ? place() : home;
      if (random.nextInt(12) == 0) {
        refused.row(form, month.toString(), place);
      }
      int vintages = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 0;
      for (int vintage = 1; vintage <= vintages; vintage++) {
        deliver(form, unit, month, place, vintage < vintages || random.nextInt(6) == 0);
      }
    }
  }

  private void deliver(
      String form, String unit, YearMonth month, String place, boolean superseded) {
    ObservationRows.Return answer =
        rows.from(form, unit, month.toString())
            .in(place, "1711")
            .received(month.atEndOfMonth().plusDays(random.nextInt(MOST_DAYS_LATE)).toString());
    if (superseded) {
      answer.superseded();
    }
    if (random.nextInt(4) == 0) {
      answer.flagged("growth").explained(random.nextBoolean() ? "说明" : null);
    }
    boolean isWithdrawal = superseded && random.nextInt(3) == 0;
    for (String item : List.of("workers", "output", "meals", "goods", "revenue")) {
      answer.item(item, isWithdrawal ? null : Integer.toString(random.nextInt(100_000)), null);
    }
  }

  private String place() {
    return PLACES.get(random.nextInt(PLACES.size()));
  }
}
