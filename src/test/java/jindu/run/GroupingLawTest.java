package jindu.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import jindu.table.ObservationTable;
import jindu.table.QuarantineTable;
import jindu.table.TableDefinition;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same files give the same observations and the same quarantine, whether they come in one night
 * or in several (issue 3, point 6): random histories, each from a seed that a failure shows.
 */
class GroupingLawTest {

  private static final int FILES = 16;

  @TempDir private Path folder;

  /** A delivered file. */
  private record File(String path, String text) {}

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {7, 88})
  void theGroupingOfFilesIntoNightsChangesNothing(long seed) throws Exception {
    Random random = new Random(seed);
    List<File> history = history(random);
    SmallLake together = SmallLake.in(folder.resolve("together"));
    deliver(together, history);
    together.judge(Optional.empty());

    SmallLake apart = SmallLake.in(folder.resolve("apart"));
    int from = 0;
    for (int to : cuts(random)) {
      deliver(apart, history.subList(from, to));
      apart.judge(Optional.empty());
      from = to;
    }

    assertThat(rows(together, ObservationTable.DEFINITION)).isNotEmpty();
    assertThat(rows(together, QuarantineTable.DEFINITION)).isNotEmpty();
    assertThat(rows(apart, ObservationTable.DEFINITION))
        .isEqualTo(rows(together, ObservationTable.DEFINITION));
    assertThat(rows(apart, QuarantineTable.DEFINITION))
        .isEqualTo(rows(together, QuarantineTable.DEFINITION));
    // The law must not hold only because nothing depended on a later night.
    assertThat(apart.entries(Ledger.VERDICT).count()).isPositive();
  }

  /** In the order of their days, as they arrive; few units and figures, so that they meet. */
  private static List<File> history(Random random) {
    List<File> files = new ArrayList<>();
    for (int number = 0; number < FILES; number++) {
      String day = "2020-04-%02d".formatted(10 + number * 18 / FILES);
      String form = pick(random, "B204-1", "B204-1", "B204-1", "CZ-1", "MLK");
      StringBuilder text = new StringBuilder();
      switch (form) {
        case "B204-1" -> text.append(SmallLake.INDUSTRY.strip()).append(",操作,报送时间\n");
        case "CZ-1" -> text.append(SmallLake.BUDGET.strip()).append(",操作,报送时间\n");
        default -> text.append(SmallLake.REGISTER.strip()).append(",止报期,操作\n");
      }
      for (int row = 1 + random.nextInt(5); row > 0; row--) {
        text.append(
            switch (form) {
              case "B204-1" -> industry(random) + filing(random);
              case "CZ-1" -> budget(random) + filing(random);
              default -> entry(random);
            });
      }
      files.add(new File("%s/%s/%d.csv".formatted(form, day, number), text.toString()));
    }
    // Two that are sure to be there: a return, and on the last day the entry that admits it.
    files.add(
        0, new File("B204-1/2020-04-09/first.csv", SmallLake.INDUSTRY + SmallLake.industry(9)));
    files.add(new File("MLK/2020-04-30/last.csv", SmallLake.REGISTER + SmallLake.entry(9)));
    return files;
  }

  private static String industry(Random random) {
    String township = pick(random, "410311002", "410311002", "410311004");
    String period = pick(random, "2020-02", "2020-02", "2020-03", "2020年3月", "2020-01");
    String value = pick(random, "100", "100", "１００", "1,00", "90", "x");
    return "%s,%s,某厂,%s,2611,\"%s\",90,80,70"
        .formatted(period, SmallLake.unit(random.nextInt(4)), township, value);
  }

  private static String budget(Random random) {
    return "2020-03,%s,%s,%s"
        .formatted(
            pick(random, "410311002", "410311004", "410399999"),
            pick(random, "增值税", "契税"),
            pick(random, "5", "5.0", "6", "-"));
  }

  /** Operation and submission time of a return. */
  private static String filing(Random random) {
    return "," + pick(random, "", "", "", "撤回") + "," + pick(random, "", "", "2020-04-12") + "\n";
  }

  private static String entry(Random random) {
    return SmallLake.entry(random.nextInt(4)).strip()
        + ","
        + pick(random, "", "", "2020-02")
        + ","
        + pick(random, "", "", "撤回")
        + "\n";
  }

  /** Ends of the nights; files of one day may fall into two of them. */
  private static List<Integer> cuts(Random random) {
    int nights = 2 + random.nextInt(2);
    TreeSet<Integer> cuts = new TreeSet<>(List.of(FILES + 2));
    while (cuts.size() < nights) {
      cuts.add(1 + random.nextInt(FILES));
    }
    return List.copyOf(cuts);
  }

  private static void deliver(SmallLake lake, List<File> files) throws Exception {
    for (File file : files) {
      lake.deliver(file.path(), file.text());
    }
  }

  private static List<String> rows(SmallLake lake, TableDefinition table) {
    return lake.rows(table).collectAsList().stream().map(Row::toString).sorted().toList();
  }

  private static String pick(Random random, String... texts) {
    return texts[random.nextInt(texts.length)];
  }
}
