package jindu.aggregate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Returns of three years: units that move, fall silent, come late, and restate downwards. */
final class RandomReturns {

  private static final List<String> PLACES =
      List.of(SmallCatalog.EAST, SmallCatalog.WEST, SmallCatalog.REMAINDER);
  private static final List<String> CLASSES =
      List.of("0111", "1011", "1111", "1711", "4311", "5211");
  private static final int UNITS = 12;

  private final Random random;
  private final ObservationRows rows = new ObservationRows();

  private RandomReturns(long seed) {
    random = new Random(seed);
  }

  static ObservationRows of(long seed) {
    RandomReturns returns = new RandomReturns(seed);
    for (int year = 2019; year <= 2021; year++) {
      for (int unit = 0; unit < UNITS; unit++) {
        returns.addYear("INDUSTRY", "I" + unit, year, List.of("output"));
        returns.addYear("TRADE", "T" + unit, year, List.of("meals", "goods"));
        returns.addYear("INVESTMENT", "V" + unit, year, List.of("done"));
        returns.addYear("PROJECTS", "R" + unit, year, List.of("plan"));
        returns.addYear("BUDGET", "B" + unit, year, List.of("revenue"));
      }
    }
    return returns.rows;
  }

  /** The same rows in another order and in several partitions. */
  static Dataset<Row> scattered(Dataset<Row> rows, long seed, SparkSession session) {
    List<Row> shuffled = new ArrayList<>(rows.collectAsList());
    Collections.shuffle(shuffled, new Random(seed));
    return session.createDataFrame(shuffled, rows.schema()).repartition(5);
  }

  private void addYear(String form, String unit, int year, List<String> items) {
    String place = PLACES.get(random.nextInt(PLACES.size()));
    String sector = CLASSES.get(random.nextInt(CLASSES.size()));
    int lastMonth = year == 2021 ? 8 : 12;
    for (int month = 2; month <= lastMonth; month++) {
      if (random.nextInt(10) < 6) {
        continue;
      }
      if (random.nextInt(12) == 0) {
        place = PLACES.get(random.nextInt(PLACES.size()));
      }
      ObservationRows.Return answer =
          rows.from(form, unit, "%d-%02d".formatted(year, month))
              .in(place, sector)
              .group(unit + random.nextInt(2))
              .attribute("subject", random.nextBoolean() ? "vat" : "fee")
              .attribute("tier", random.nextBoolean() ? "city" : "district");
      for (String item : items) {
        answer.item(item, amount(month), amount(month));
      }
    }
  }

  /** Grows with the months, with four decimals, and sometimes shrinks or is negative. */
  private String amount(int month) {
    long tenThousandths = random.nextInt(Integer.MAX_VALUE) * (long) month;
    BigDecimal amount = BigDecimal.valueOf(tenThousandths, 4);
    return (random.nextInt(15) == 0 ? amount.negate() : amount).toPlainString();
  }
}
