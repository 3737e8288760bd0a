package jindu.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import jindu.TestSession;
import jindu.cli.Jindu;
import jindu.lake.DeltaTables;
import jindu.lake.Lake;
import jindu.table.CellTable;
import jindu.table.IndicatorTable;
import jindu.table.LedgerTable;
import jindu.table.Types;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A stored table that somebody else wrote to: found, mended, and not relied on. */
@ExtendWith(FewRows.class)
class RebuildTest {

  private static final String CELLS_OF_THE_DISTRICT =
      "indicator = 'budget_revenue' AND township_code = '410311'";

  @TempDir private Path folder;

  @Test
  void aTableThatSomebodyChangedIsFoundMendedAndNotReliedOn() throws Exception {
    SmallLake lake = SmallLake.in(folder, Set.of("CZ-1", "MLK"), Set.of());
    lake.deliver("CZ-1/2021-05-02/a.csv", budget("5"));
    lake.night();
    assertThat(value(lake)).isEqualByComparingTo("50000");
    change(lake);
    assertThat(value(lake)).isEqualByComparingTo("50001");

    Output found = rebuild();

    assertThat(found.code()).isEqualTo(5);
    assertThat(found.words())
        .contains("indicators: 0 rows missing, 0 extra, 1 different")
        .contains("different budget_revenue|410311|ALL|2020|1");
    assertThat(value(lake)).isEqualByComparingTo("50001");

    assertThat(rebuild("--replace").code()).isZero();
    assertThat(value(lake)).isEqualByComparingTo("50000");

    // The slices of the next year would leave what somebody wrote beside them.
    change(lake);
    lake.deliver("CZ-1/2021-05-03/b.csv", SmallLake.BUDGET + "2021-03,410311004,契税,7\n");
    NightResult night = lake.night();

    assertThat(value(lake)).isEqualByComparingTo("50000");
    assertThat(
            lake.entries(Ledger.SLICE)
                .where(col(LedgerTable.BATCH_ID).equalTo(night.batch()))
                .select(LedgerTable.NAME, LedgerTable.DETAIL)
                .collectAsList())
        .singleElement()
        .hasToString("[*,the stored tables are not relied on]");
  }

  private static String budget(String value) {
    return SmallLake.BUDGET + "2020-03,410311002,增值税,%s\n".formatted(value);
  }

  /** One yuan more in one cell, as a writer of Delta tables would do it. */
  private void change(SmallLake lake) throws Exception {
    Dataset<Row> cells = lake.rows(CellTable.DEFINITION);
    Dataset<Row> others = cells.where("NOT (" + CELLS_OF_THE_DISTRICT + ")");
    Dataset<Row> changed =
        cells
            .where(CELLS_OF_THE_DISTRICT)
            .withColumn(
                IndicatorTable.VALUE_YTD,
                col(IndicatorTable.VALUE_YTD).plus(lit(1)).cast(Types.AMOUNT));
    new DeltaTables(TestSession.get(), Lake.open(folder.toString()))
        .replace(CellTable.DEFINITION, others.union(changed).localCheckpoint(), "somebody");
  }

  private static BigDecimal value(SmallLake lake) {
    return lake.rows(CellTable.DEFINITION)
        .where(CELLS_OF_THE_DISTRICT + " AND year = 2020 AND quarter = 1")
        .collectAsList()
        .get(0)
        .getAs(IndicatorTable.VALUE_YTD);
  }

  /** The command as an operator calls it. */
  private Output rebuild(String... more) {
    String[] arguments = {"rebuild", "--lake", folder.toString(), "--quiet", "--lang", "en"};
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + more.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    PrintStream words = System.out;
    ByteArrayOutputStream caught = new ByteArrayOutputStream();
    System.setOut(new PrintStream(caught, true, StandardCharsets.UTF_8));
    try {
      return new Output(Jindu.execute(all), caught.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(words);
    }
  }

  private record Output(int code, String words) {}
}
