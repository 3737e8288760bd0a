package jindu.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A line of the assumptions: a total of 2020 and its growth by quarter.
 *
 * @param operand the exact total of 2020, in base units
 * @param shape share of 2020 done by the end of each quarter
 * @param growth percent by year and quarter, year to date; a year may be absent
 */
record Line(
    String code,
    BigDecimal operand,
    List<BigDecimal> shape,
    Map<Integer, List<BigDecimal>> growth) {

  private static final Map<String, BigDecimal> FACTORS =
      Map.of("亿元", new BigDecimal("100000000"), "元", BigDecimal.ONE);

  /** Reads a line, and refuses an operand that does not round to the printed figure. */
  static Line of(String code, Document document) {
    BigDecimal operand = document.number("operand");
    Optional<BigDecimal> printed = document.optionalNumber("printed");
    printed.ifPresent(figure -> requireInside(document.path(), operand, figure));
    Map<Integer, List<BigDecimal>> growth = new HashMap<>();
    Document byYear = document.child("growth");
    byYear.values().keySet().forEach(year -> growth.put((Integer) year, byYear.numbers(year)));
    return new Line(
        code,
        operand.multiply(FACTORS.get(document.text("unit"))),
        document.numbers("shape_2020"),
        growth);
  }

  /** The operand must round to the figure, at the figure's own decimals. */
  static void requireInside(String path, BigDecimal operand, BigDecimal printed) {
    if (operand.setScale(printed.scale(), RoundingMode.HALF_UP).compareTo(printed) != 0) {
      throw new IllegalStateException(
          "Invalid assumption: "
              + path
              + " operand "
              + operand
              + " (expected to round to "
              + printed
              + ").");
    }
  }

  /**
   * The total of 2020 up to the end of a quarter, in delivered units of {@code factor} base units.
   */
  long total2020(int quarter, long factor) {
    return operand
        .multiply(shape.get(quarter - 1))
        .divide(BigDecimal.valueOf(factor), 0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  /** 1 + growth. */
  BigDecimal ratio(int year, int quarter) {
    BigDecimal percent = growth.get(year).get(quarter - 1);
    return BigDecimal.ONE.add(percent.movePointLeft(2));
  }

  /** The base that gives the printed growth: {@code total / (1 + growth)}, to whole units. */
  BigDecimal base(BigDecimal total, int year, int quarter) {
    return total.divide(ratio(year, quarter), 0, RoundingMode.HALF_UP);
  }

  /** The total that gives the growth over a base, to whole units. */
  BigDecimal grown(BigDecimal base, int year, int quarter) {
    return base.multiply(ratio(year, quarter)).setScale(0, RoundingMode.HALF_UP);
  }
}
