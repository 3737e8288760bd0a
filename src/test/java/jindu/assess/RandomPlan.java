package jindu.assess;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import jindu.core.Indicator.Direction;
import jindu.core.Indicator.Kind;
import jindu.core.Target;

/**
 * A plan at random, each target with an indicator and a few years of its own: figures that are
 * missing, zero or below zero, targets near what was reached, so that every rule comes into play.
 */
final class RandomPlan {

  static final int FIRST_YEAR = 2018;
  static final int LAST_YEAR = 2023;

  private static final String FLOW_PART = "flow_part";
  private static final String STOCK_PART = "stock_part";

  private final Random random;
  private final PlanFixture plan = new PlanFixture();

  private RandomPlan(Random random) {
    this.random = random;
  }

  static PlanFixture of(long seed, int targets) {
    RandomPlan made = new RandomPlan(new Random(seed));
    made.plan.indicator(FLOW_PART, Kind.FLOW, Direction.UP, 0);
    made.plan.indicator(STOCK_PART, Kind.STOCK, Direction.UP, 0);
    for (int i = 0; i < targets; i++) {
      made.add("t" + i);
    }
    return made.plan;
  }

  private void add(String code) {
    Kind of = any(Kind.values());
    Target.Kind kind = any(kinds(of));
    Direction good = any(Direction.values());
    boolean isRank = kind == Target.Kind.RANK;
    int decimals = isRank ? 0 : random.nextInt(3);
    if (of == Kind.RATE) {
      String part = random.nextBoolean() ? FLOW_PART : STOCK_PART;
      plan.indicator(code, of, good, decimals, part, part);
    } else {
      plan.indicator(code, of, good, decimals, random.nextInt(4) == 0 ? "10" : "1");
    }
    String place = any(PlanFixture.DISTRICT, "410311002");
    String sector = any("ALL", "C");
    List<BigDecimal> figures = new ArrayList<>();
    for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
      addYear(code, of, isRank, place, sector, year, figures);
    }
    plan.add(target(code, kind, good, figures).at(place, sector));
  }

  private static Target.Kind[] kinds(Kind of) {
    return switch (of) {
      case FLOW, STOCK, MEAN ->
          new Target.Kind[] {
            Target.Kind.GROWTH,
            Target.Kind.REDUCTION,
            Target.Kind.LEVEL,
            Target.Kind.LEVEL,
            Target.Kind.SCOPE
          };
      case RATE -> new Target.Kind[] {Target.Kind.LEVEL, Target.Kind.POINTS, Target.Kind.SHARE};
      case LEVEL ->
          new Target.Kind[] {
            Target.Kind.LEVEL, Target.Kind.POINTS, Target.Kind.SHARE, Target.Kind.RANK
          };
    };
  }

  private void addYear(
      String code,
      Kind of,
      boolean isRank,
      String place,
      String sector,
      int year,
      List<BigDecimal> figures) {
    boolean missing = random.nextInt(7) == 0;
    BigDecimal sum = BigDecimal.ZERO;
    for (int quarter = 1; quarter <= 4; quarter++) {
      sum = sum.add(amount(-20, 100));
      BigDecimal figure =
          switch (of) {
            case FLOW, MEAN -> sum;
            case STOCK -> amount(-40, 300);
            case RATE, LEVEL -> isRank ? new BigDecimal(1 + random.nextInt(6)) : amount(0, 100);
          };
      if (missing || random.nextInt(9) == 0) {
        continue;
      }
      figures.add(figure);
      plan.cell(
          code,
          place,
          sector,
          year,
          quarter,
          figure.toPlainString(),
          near(figure),
          near(figure),
          near(figure));
    }
  }

  /** The same period: near the figure, or none, or nothing that growth can be worked out on. */
  private String near(BigDecimal figure) {
    return switch (random.nextInt(8)) {
      case 0 -> null;
      case 1 -> "0";
      case 2 -> figure.negate().toPlainString();
      default ->
          figure.multiply(new BigDecimal(80 + random.nextInt(40)).movePointLeft(2)).toPlainString();
    };
  }

  private PlannedTarget target(
      String code, Target.Kind kind, Direction good, List<BigDecimal> figures) {
    PlannedTarget target =
        PlanFixture.target(code, kind, any(Target.Comparator.values()), value(kind, good, figures));
    int year = any(2021, LAST_YEAR);
    target.in(year).printedTo(any("1", "0.1", "10", "0.01"));
    switch (random.nextInt(5)) {
      case 0 -> target.due(LocalDate.of(year, 1 + random.nextInt(12), 1 + random.nextInt(28)));
      case 1 -> target.due(LocalDate.of(year + 1, 6, 30));
      default -> {}
    }
    switch (random.nextInt(5)) {
      case 0 -> target.even();
      case 1 -> target.stated("15", "40.5", "70", "100");
      default -> {}
    }
    if (random.nextInt(4) == 0) {
      target.tolerating(any("0", "2.5", "20"));
    }
    return random.nextInt(4) == 0 ? target.comparable() : target;
  }

  /** Near a figure on record where the target is for one, else points or percents. */
  private String value(Target.Kind kind, Direction good, List<BigDecimal> figures) {
    if (random.nextInt(9) == 0) {
      return "0";
    }
    return switch (kind) {
      case GROWTH -> amount(-3, 20).setScale(1, RoundingMode.DOWN).toPlainString();
      case REDUCTION -> String.valueOf(1 + random.nextInt(30));
      case POINTS -> (good == Direction.UP ? "" : "-") + (1 + random.nextInt(60));
      case RANK -> String.valueOf(1 + random.nextInt(5));
      case LEVEL, SHARE, SCOPE ->
          figures.isEmpty()
              ? "50"
              : figures.get(random.nextInt(figures.size())).add(amount(-5, 5)).toPlainString();
    };
  }

  private BigDecimal amount(int from, int to) {
    int decimals = random.nextInt(3);
    int scale = (int) Math.pow(10, decimals);
    return new BigDecimal(from * scale + random.nextInt((to - from) * scale))
        .movePointLeft(decimals);
  }

  @SafeVarargs
  private <T> T any(T... values) {
    return values[random.nextInt(values.length)];
  }
}
