package jindu.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import jindu.table.VerdictTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for any deliveries: random ones, each from a seed that a failure shows. */
class CheckLawsTest {

  private static final int FILES = 25;

  @ParameterizedTest
  @ValueSource(longs = {1, 22, 333, 4444})
  void everyRowHasOneVerdictAndEachReturnOneInForceAtMost(long seed) {
    Delivered delivered = delivered(seed, "2020-04-1");
    Dataset<Row> verdicts = Check.verdicts(delivered.dataset(), SmallCatalog.of(), Delivered.AS_OF);
    List<Row> rows = verdicts.collectAsList();

    assertThat(rows).hasSize(delivered.size());
    assertThat(rows.stream().map(CheckLawsTest::rowName).distinct()).hasSize(delivered.size());
    assertThat(count(rows, "accepted") + count(rows, "unchanged") + count(rows, "quarantined"))
        .isEqualTo(delivered.size());
    assertThat(count(rows, "accepted")).isPositive();
    assertThat(count(rows, "unchanged")).isPositive();
    assertThat(count(rows, "quarantined")).isPositive();
    assertThat(rows.stream().filter(CheckLawsTest::isInForce).map(CheckLawsTest::returnName))
        .isNotEmpty()
        .doesNotHaveDuplicates();
    assertThat(
            rows.stream()
                .filter(row -> text(row, VerdictTable.VERDICT).equals("quarantined"))
                .map(row -> row.getList(row.fieldIndex(VerdictTable.REASONS))))
        .noneMatch(List::isEmpty);
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 66})
  void theOrderOfRowsTheirPartitionsAndTheirNightsChangeNothing(long seed) {
    Delivered first = delivered(seed, "2020-04-1");
    Delivered second = delivered(seed + 1, "2020-04-2");
    List<String> together = verdicts(first.and(second).dataset());

    assertThat(verdicts(second.and(first).dataset())).isEqualTo(together);
    assertThat(verdicts(first.and(second).shuffled(new Random(seed)).dataset()))
        .isEqualTo(together);
    assertThat(verdicts(first.and(second).dataset().repartition(7))).isEqualTo(together);
    assertThat(verdicts(first.dataset().union(second.dataset()))).isEqualTo(together);
  }

  /** Few units, periods and figures, so that rows repeat, correct and withdraw each other. */
  private static Delivered delivered(long seed, String days) {
    Random random = new Random(seed);
    Delivered delivered = new Delivered();
    for (int file = 0; file < FILES; file++) {
      String day = days + random.nextInt(9);
      String name = seed + "-" + file + ".csv";
      String[] lines =
          Stream.generate(() -> industry(random))
              .limit(1 + random.nextInt(4))
              .toArray(String[]::new);
      delivered.file("B204-1", day, "B204-1/" + name, lines);
      if (random.nextInt(3) == 0) {
        delivered.file("MLK", day, "MLK/" + name, entry(random));
      }
      if (random.nextInt(9) == 0) {
        delivered.refused("B204-1", day, "B204-1/broken " + name, "not-decodable", "1");
      }
    }
    return delivered.registered("B204-1", "2020-02", 1);
  }

  private static String industry(Random random) {
    return Delivered.GOOD_INDUSTRY
        + "; unit_code="
        + Delivered.unit(random.nextInt(4))
        + "; period=2020-0"
        + random.nextInt(4)
        + "; output.ytd="
        + pick(random, "100", "1００", "100.0", "90", "x", "12")
        + pick(random, "", "", "", "; operation=撤回", "; submitted_at=2020-04-15");
  }

  private static String entry(Random random) {
    return Delivered.entry("B204-1", "2020-0" + (1 + random.nextInt(3)), Delivered.unit(2))
        + pick(random, "", "; until=2020-02", "; operation=撤回");
  }

  private static String pick(Random random, String... texts) {
    return texts[random.nextInt(texts.length)];
  }

  private static List<String> verdicts(Dataset<Row> returns) {
    return Check.verdicts(returns, SmallCatalog.of(), Delivered.AS_OF).collectAsList().stream()
        .map(Row::toString)
        .sorted()
        .toList();
  }

  private static long count(List<Row> rows, String verdict) {
    return rows.stream().filter(row -> text(row, VerdictTable.VERDICT).equals(verdict)).count();
  }

  private static boolean isInForce(Row row) {
    return row.getBoolean(row.fieldIndex(VerdictTable.IN_FORCE));
  }

  private static String rowName(Row row) {
    return text(row, VerdictTable.DELIVERY_ID) + row.getInt(row.fieldIndex("row_number"));
  }

  private static String returnName(Row row) {
    return Stream.of(VerdictTable.FORM, VerdictTable.UNIT_KEY, VerdictTable.PERIOD)
        .map(column -> text(row, column))
        .toList()
        .toString();
  }

  private static String text(Row row, String column) {
    return row.getString(row.fieldIndex(column));
  }
}
