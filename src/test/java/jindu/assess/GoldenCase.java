package jindu.assess;

import static jindu.assess.PlanFixture.DISTRICT;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jindu.core.Code;
import jindu.core.Indicator.Direction;
import jindu.core.Indicator.Kind;
import jindu.core.Target;

/** A target of {@code golden-cases.md} with its figures. */
final class GoldenCase {

  private GoldenCase() {}

  /** Adds the target of a row with an indicator and cells of its own. */
  static void add(PlanFixture plan, Map<String, String> row) {
    String code = row.get("case");
    Kind kind = code(Kind.class, row.get("of"));
    Direction good = code(Direction.class, row.get("good"));
    int decimals = Integer.parseInt(row.get("decimals"));
    if (kind == Kind.RATE) {
      plan.indicator(code, kind, good, decimals, "tax", "tax");
    } else {
      plan.indicator(code, kind, good, decimals);
    }
    plan.add(
        new PlannedTarget(
                code,
                code(Target.Kind.class, row.get("kind")),
                code(Target.Comparator.class, row.get("comparator")),
                row.get("target"))
            .printedTo(row.get("printed unit"))
            .at(row.get("place"), row.get("sector"))
            .due(LocalDate.parse(row.get("due"))));
    String[] lastYear = CasePage.quarters(row.get("last year"));
    String[] thisYear = CasePage.quarters(row.get("this year"));
    String[] samePeriod = CasePage.quarters(row.get("same period"));
    for (int i = 0; i < 4; i++) {
      addCells(plan, row, 2022, i, lastYear[i], null);
      addCells(plan, row, 2023, i, thisYear[i], samePeriod[i]);
    }
  }

  /** The case's own cell, and larger ones around it that are not the target's. */
  private static void addCells(
      PlanFixture plan, Map<String, String> row, int year, int i, String value, String previous) {
    if (value == null) {
      return;
    }
    String own = row.get("place") + row.get("sector");
    for (String place : List.of(DISTRICT, "410311002")) {
      for (String sector : List.of("ALL", "C")) {
        boolean isOwn = own.equals(place + sector);
        if (isOwn || !own.equals(DISTRICT + "ALL")) {
          String shown = isOwn ? value : new BigDecimal(value).scaleByPowerOfTen(1).toPlainString();
          plan.cell(row.get("case"), place, sector, year, i + 1, shown, previous);
        }
      }
    }
  }

  private static <E extends Enum<E> & Code> E code(Class<E> type, String text) {
    return Code.find(type, text).orElseThrow();
  }
}
