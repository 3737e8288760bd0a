package jindu.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.try_multiply;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import jindu.TestSession;
import jindu.core.Rounding;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class ExactRatioTest {

  private static final StructType OPERANDS =
      new StructType().add("numerator", Types.AMOUNT).add("denominator", Types.AMOUNT);
  private static final BigDecimal LARGEST = new BigDecimal("99999999999999999999.9999");
  private static final BigDecimal SMALLEST = new BigDecimal("0.0001");

  @Test
  void percentagesAgreeWithTheScalarRuleOnEdgeCasesAndRandomOperands() {
    List<BigDecimal[]> operands = new ArrayList<>(edges());
    operands.addAll(random(20261123L, 3000));
    List<BigDecimal> results =
        computed(operands, ExactRatio.percent(col("numerator"), col("denominator")));
    for (int row = 0; row < operands.size(); row++) {
      BigDecimal[] pair = operands.get(row);
      BigDecimal exact =
          Rounding.ratio(pair[0].multiply(new BigDecimal(100)), pair[1], Rounding.PERCENT_DECIMALS);
      boolean fits = isBelow(pair, BigDecimal.TEN.pow(6));
      assertAgrees(results.get(row), fits ? exact : null, pair);
    }
  }

  @Test
  void amountsAgreeWithTheScalarRuleOnEdgeCasesAndRandomOperands() {
    List<BigDecimal[]> operands = new ArrayList<>(edges());
    operands.addAll(random(20261124L, 3000));
    List<BigDecimal> results =
        computed(operands, ExactRatio.amount(col("numerator"), col("denominator")));
    for (int row = 0; row < operands.size(); row++) {
      BigDecimal[] pair = operands.get(row);
      BigDecimal exact = Rounding.ratio(pair[0], pair[1], Rounding.VALUE_DECIMALS);
      boolean fits = isBelow(pair, BigDecimal.TEN.pow(14));
      assertAgrees(results.get(row), fits ? exact : null, pair);
    }
  }

  @Test
  void isNullWhenTheDenominatorIsNotPositiveOrAnOperandIsAbsent() {
    List<BigDecimal[]> operands =
        List.of(
            pair("1", "0"),
            pair("1", "-1"),
            new BigDecimal[] {null, BigDecimal.ONE},
            new BigDecimal[] {BigDecimal.ONE, null});
    assertThat(computed(operands, ExactRatio.percent(col("numerator"), col("denominator"))))
        .containsOnlyNulls();
  }

  /** Sums and products of random amounts of a district's and of a nation's size. */
  @Test
  void percentagesOfProductsAgreeWithTheScalarRule() {
    List<BigDecimal[]> operands = random(20261128L, 2000);
    Column above = col("numerator");
    Column below = col("denominator");
    List<BigDecimal> results =
        computed(
            operands,
            ExactRatio.percentOfProducts(
                decimals ->
                    try_multiply(
                        ExactRatio.product(decimals, above, lit(new BigDecimal("3.5"))),
                        lit(ExactRatio.IN_PERCENT)),
                decimals -> ExactRatio.product(decimals, below, lit(new BigDecimal("7.25")))));
    BigDecimal largest = BigDecimal.TEN.pow(14);
    for (int row = 0; row < operands.size(); row++) {
      BigDecimal[] pair = operands.get(row);
      if (pair[0].abs().max(pair[1]).compareTo(largest) < 0
          && isBelow(pair, new BigDecimal(1000))) {
        BigDecimal exact =
            Rounding.ratio(
                pair[0].multiply(new BigDecimal("350")),
                pair[1].multiply(new BigDecimal("7.25")),
                Rounding.PERCENT_DECIMALS);
        assertAgrees(results.get(row), exact, pair);
      }
    }
  }

  private static void assertAgrees(BigDecimal result, BigDecimal expected, BigDecimal[] pair) {
    if (expected == null) {
      assertThat(result).as("%s / %s", pair[0], pair[1]).isNull();
      return;
    }
    assertThat(result).as("%s / %s", pair[0], pair[1]).isEqualByComparingTo(expected);
  }

  private static boolean isBelow(BigDecimal[] pair, BigDecimal bound) {
    return pair[0].abs().compareTo(pair[1].multiply(bound)) < 0;
  }

  private static List<BigDecimal[]> edges() {
    return List.of(
        // 1 / 200,000,000 in percent is 0.0000005: far below; 1 / 2,000,000 is the tie 0.00005.
        pair("1", "200000000"),
        pair("1", "2000000"),
        pair("-1", "2000000"),
        pair("3", "2000000"),
        // Just below and above the tie: a quotient rounded first would go up.
        pair("0.9999", "2000000"),
        pair("1.0001", "2000000"),
        pair("49999999999999999999.9999", "99999999999999999999.9999"),
        pair("1", "3"),
        pair("2", "3"),
        pair("-2", "3"),
        pair("0", "7"),
        pair("999999.9999", "1"),
        pair("-999999.9999", "1"),
        pair("1000000", "1"),
        pair("99999999999999.9999", "1"),
        new BigDecimal[] {LARGEST, SMALLEST},
        new BigDecimal[] {LARGEST.negate(), SMALLEST},
        new BigDecimal[] {SMALLEST, LARGEST},
        new BigDecimal[] {LARGEST, LARGEST},
        new BigDecimal[] {LARGEST.subtract(SMALLEST), LARGEST});
  }

  private static List<BigDecimal[]> random(long seed, int count) {
    Random random = new Random(seed);
    List<BigDecimal[]> operands = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      BigDecimal numerator = amount(random);
      BigDecimal denominator = amount(random).add(SMALLEST);
      operands.add(
          new BigDecimal[] {random.nextBoolean() ? numerator : numerator.negate(), denominator});
    }
    return operands;
  }

  /** An amount ≥ 0 of any size up to 79 bits, so that small and huge ones meet. */
  private static BigDecimal amount(Random random) {
    return new BigDecimal(new BigInteger(1 + random.nextInt(79), random), 4);
  }

  private static BigDecimal[] pair(String numerator, String denominator) {
    return new BigDecimal[] {new BigDecimal(numerator), new BigDecimal(denominator)};
  }

  private static List<BigDecimal> computed(List<BigDecimal[]> operands, Column ratio) {
    List<Row> rows = new ArrayList<>();
    for (BigDecimal[] pair : operands) {
      rows.add(RowFactory.create(pair[0], pair[1]));
    }
    Dataset<Row> results =
        TestSession.get().createDataFrame(rows, OPERANDS).coalesce(1).select(ratio);
    List<BigDecimal> values = new ArrayList<>();
    results.collectAsList().forEach(row -> values.add(row.getDecimal(0)));
    return values;
  }
}
