package jindu.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import jindu.table.ReturnTable;
import jindu.table.VerdictTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A few rows judged with what is related to them are judged as with everything: random ones. */
class RelatedReturnsTest {

  private static final int STORED = 60;
  private static final int OFFERED = 6;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {4, 55})
  void theVerdictsAreThoseOfTheWholeLakeAndFewerRowsAreRead(long seed) {
    Random random = new Random(seed);
    Dataset<Row> stored = delivered(random, "stored", STORED).dataset();
    Dataset<Row> offered = delivered(random, "offered", OFFERED).dataset();
    Set<String> forms =
        Set.copyOf(
            offered.select(ReturnTable.FORM).distinct().collectAsList().stream()
                .map(row -> row.getString(0))
                .toList());
    Dataset<Row> related = RelatedReturns.of(stored, offered, forms, SmallCatalog.of());

    assertThat(verdicts(related.union(offered)))
        .hasSize(OFFERED)
        .isEqualTo(verdicts(stored.union(offered)));
    assertThat(related.count()).isPositive().isLessThan(stored.count());
  }

  private static List<String> verdicts(Dataset<Row> returns) {
    return Check.verdicts(returns, SmallCatalog.of(), Delivered.AS_OF)
        .where("path like '%offered%'")
        .orderBy(VerdictTable.PATH)
        .collectAsList()
        .stream()
        .map(Row::toString)
        .toList();
  }

  /** Files of one row each, of many units in the lake and few periods. */
  private static Delivered delivered(Random random, String name, int files) {
    Delivered delivered = new Delivered();
    for (int number = 0; number < files; number++) {
      String file = name + number + ".csv";
      String day = "2020-04-" + (10 + random.nextInt(20));
      switch (random.nextInt(name.equals("offered") ? 2 : 3)) {
        case 0 -> delivered.file("B204-1", day, "B204-1/" + file, industry(random));
        case 1 -> delivered.file("CZ-1", day, "CZ-1/" + file, revenue(random));
        default ->
            delivered.file(
                "MLK", day, "MLK/" + file, Delivered.entry("B204-1", "2020-02", unit(random)));
      }
    }
    return delivered;
  }

  private static String industry(Random random) {
    return Delivered.GOOD_INDUSTRY
        + "; unit_code="
        + unit(random)
        + "; output.ytd="
        + pick(random, "100", "90", "x")
        + pick(random, "", "", "; operation=撤回");
  }

  private static String revenue(Random random) {
    return "period=2020-03; township_code=410311001; subject=增值税; revenue.ytd="
        + pick(random, "5", "6");
  }

  /** One code in three spellings: as it is, in small letters, and its digits full-width. */
  private static String unit(Random random) {
    String code = Delivered.unit(random.nextInt(6));
    return pick(
        random, code, code.toLowerCase(Locale.ROOT), code.replace('1', '１').replace('0', '０'));
  }

  private static String pick(Random random, String... texts) {
    return texts[random.nextInt(texts.length)];
  }
}
