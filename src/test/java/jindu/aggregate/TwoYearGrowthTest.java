package jindu.aggregate;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import jindu.TestSession;
import jindu.table.Types;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class TwoYearGrowthTest {

  private static final StructType OPERANDS =
      new StructType()
          .add("current", Types.AMOUNT)
          .add("base", Types.AMOUNT)
          .add("last_current", Types.AMOUNT)
          .add("last_base", Types.AMOUNT);
  private static final MathContext FIFTY_DIGITS = new MathContext(50);

  @Test
  void isTheGeometricMeanOfTwoYears() {
    // (1 + 0.21)(1 + 0) = 1.1², so 10 %.
    assertThat(percent("121", "100", "100", "100")).isEqualByComparingTo("10.0000");
    // 1.10 × 0.90 = 0.99; √0.99 = 0.994987437…, so −0.5013 %.
    assertThat(percent("110", "100", "90", "100")).isEqualByComparingTo("-0.5013");
  }

  @Test
  void roundsAnExactTieAwayFromZero() {
    // Both years grow by 0.00005 %: the mean is the tie itself.
    assertThat(percent("10000005", "10000000", "10000005", "10000000"))
        .isEqualByComparingTo("0.0001");
  }

  @Test
  void isNullWithoutPositiveBasesOrWithNegativeValues() {
    assertThat(percent("1", "0", "1", "1")).isNull();
    assertThat(percent("1", "1", "1", "-1")).isNull();
    assertThat(percent("-1", "1", "-1", "1")).isNull();
    assertThat(percent("1", "1", "1", null)).isNull();
  }

  @Test
  void agreesWithFiftyDigitsOnRandomAmounts() {
    Random random = new Random(20261125L);
    List<Row> rows = new ArrayList<>();
    for (int row = 0; row < 2000; row++) {
      rows.add(RowFactory.create(amount(random), amount(random), amount(random), amount(random)));
    }
    List<Row> results = computed(rows);
    for (int row = 0; row < rows.size(); row++) {
      assertThat(results.get(row).getDecimal(0))
          .as(rows.get(row).toString())
          .isEqualByComparingTo(exact(rows.get(row)));
    }
  }

  private static BigDecimal exact(Row row) {
    BigDecimal ratio =
        row.getDecimal(0)
            .multiply(row.getDecimal(2))
            .divide(row.getDecimal(1).multiply(row.getDecimal(3)), FIFTY_DIGITS);
    return ratio
        .sqrt(FIFTY_DIGITS)
        .subtract(BigDecimal.ONE)
        .multiply(new BigDecimal(100))
        .setScale(4, RoundingMode.HALF_UP);
  }

  /** Up to 10^12 yuan, each within a factor of a thousand of the others. */
  private static BigDecimal amount(Random random) {
    return BigDecimal.valueOf(10_000_000_000_000L + (long) (random.nextDouble() * 1e16), 4);
  }

  private static BigDecimal percent(
      String current, String base, String lastCurrent, String lastBase) {
    Row row =
        RowFactory.create(
            new BigDecimal(current),
            new BigDecimal(base),
            new BigDecimal(lastCurrent),
            lastBase == null ? null : new BigDecimal(lastBase));
    return computed(List.of(row)).get(0).getDecimal(0);
  }

  private static List<Row> computed(List<Row> rows) {
    return TestSession.get()
        .createDataFrame(rows, OPERANDS)
        .coalesce(1)
        .select(
            TwoYearGrowth.percent(
                col("current"), col("base"), col("last_current"), col("last_base")))
        .collectAsList();
  }
}
