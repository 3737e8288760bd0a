package jindu.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jindu.TestSession;
import jindu.table.ColumnDefinition;
import jindu.table.TableDefinition;
import jindu.table.Types;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that are appended without Spark, by one who still may. */
class FencedTableTest {

  private static final TableDefinition TABLE =
      new TableDefinition(
          "ledger",
          List.of(
              new ColumnDefinition("name", Types.TEXT, "", "A name."),
              new ColumnDefinition("day", Types.DAY, "", "A day."),
              new ColumnDefinition("moment", Types.MOMENT, "", "A moment."),
              new ColumnDefinition("amount", Types.AMOUNT, "", "An amount."),
              new ColumnDefinition("count", Types.COUNT, "", "A count."),
              new ColumnDefinition("texts", Types.TEXTS, "", "Texts.")),
          List.of("name"));

  private static final int COMMITS = 60;

  @TempDir private Path folder;

  @Test
  void sparkReadsWhatWasAppended() throws Exception {
    Lake lake = Lake.open(folder.toString());
    FencedTable table = new DeltaTables(TestSession.get(), lake).take(TABLE);
    Row whole =
        RowFactory.create(
            "涧西",
            Date.valueOf("2021-02-28"),
            Timestamp.from(Instant.parse("2021-03-01T23:59:59.123456Z")),
            new BigDecimal("-12.3400"),
            7L,
            null);
    Row nothing = RowFactory.create("b", null, null, null, null, null);
    table.append(List.of(whole), "B000001");
    table.append(List.of(nothing), "B000002");

    assertThat(new DeltaTables(TestSession.get(), lake).read(TABLE).orderBy("name").collectAsList())
        .containsExactly(nothing, whole);
  }

  /** In other words, in another order, with a column that is gone; the new one is added first. */
  @Test
  void aTableOfAnotherVersionIsAppendedToByTheNamesOfItsColumns() throws Exception {
    Lake lake = Lake.open(folder.toString());
    TableDefinition before =
        new TableDefinition(
            "ledger",
            List.of(
                new ColumnDefinition("gone", Types.TEXT, "", "Something else."),
                new ColumnDefinition("count", Types.COUNT, "", "How many."),
                new ColumnDefinition("name", Types.TEXT, "", "Its name."),
                new ColumnDefinition("day", Types.DAY, "", "Its day."),
                new ColumnDefinition("moment", Types.MOMENT, "", "Its moment.")),
            List.of("name"));
    DeltaTables tables = new DeltaTables(TestSession.get(), lake);
    tables.take(before).append(List.of(RowFactory.create("x", 1L, "a", null, null)), "B000001");

    tables.widen(TABLE);
    tables
        .take(TABLE)
        .append(
            List.of(RowFactory.create("b", null, null, new BigDecimal("2.5000"), 2L, null)),
            "B000002");

    assertThat(tables.read(TABLE).orderBy("name").collectAsList())
        .containsExactly(
            RowFactory.create("a", null, null, null, 1L, null),
            RowFactory.create("b", null, null, new BigDecimal("2.5000"), 2L, null));
  }

  @Test
  void whoTookItBeforeIsRefusedFromTheFirstRowOfTheNext() throws Exception {
    Lake lake = Lake.open(folder.toString());
    FencedTable slow = new DeltaTables(TestSession.get(), lake).take(TABLE);
    slow.append(List.of(row("slow 1")), "B000001");
    FencedTable next = new DeltaTables(TestSession.get(), lake).take(TABLE);
    slow.append(List.of(row("slow 2")), "B000001");
    next.append(List.of(row("next 1")), "B000002");

    assertThatThrownBy(() -> slow.append(List.of(row("slow 3")), "B000001"))
        .isInstanceOf(LostLockException.class);
    next.append(List.of(row("next 2")), "B000002");

    assertThat(new DeltaTables(TestSession.get(), lake).read(TABLE).select("name").collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactlyInAnyOrder("slow 1", "slow 2", "next 1", "next 2");
  }

  @Test
  void twoProcessesNeverTakeTheSameCommit() throws Exception {
    Path table = folder.resolve("table");
    Files.createDirectories(table.resolve("_delta_log"));
    List<Process> processes = new ArrayList<>();
    for (String name : List.of("one", "other")) {
      processes.add(
          HoldingProgram.start("commit", table.toString(), name, Integer.toString(COMMITS)));
    }
    for (Process process : processes) {
      OutputStream begin = process.getOutputStream();
      begin.write('\n');
      begin.flush();
    }
    List<String> taken = new ArrayList<>();
    for (Process process : processes) {
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      taken.addAll(said.lines().toList());
      assertThat(process.waitFor()).isZero();
    }
    assertThat(taken).hasSize(COMMITS).doesNotHaveDuplicates();
  }

  private static Row row(String name) {
    return RowFactory.create(name, null, null, null, null, null);
  }
}
