package jindu.lake;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jindu.TestSession;
import jindu.table.ColumnDefinition;
import jindu.table.TableDefinition;
import jindu.table.Types;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeltaTablesTest {

  private static final ColumnDefinition KEY = new ColumnDefinition("key", Types.TEXT, "", "Key.");
  private static final ColumnDefinition NEW = new ColumnDefinition("new", Types.TEXT, "", "New.");

  @TempDir private Path folder;

  @Test
  void aTableTakesAColumnThatIsNewerThanItself() throws IOException {
    DeltaTables tables = new DeltaTables(TestSession.get(), Lake.open(folder.toString()));
    TableDefinition before = new TableDefinition("returns", List.of(KEY), List.of("key"));
    TableDefinition after = new TableDefinition("returns", List.of(KEY, NEW), List.of("key"));
    Dataset<Row> row = TestSession.get().range(1).select(lit("a").as("key"), lit("b").as("new"));
    tables.append(before, row, "batch 1", "step", 1);
    tables.append(after, row, "batch 2", "step", 2);
    assertThat(tables.read(after).collectAsList())
        .extracting(each -> each.getString(0) + each.getString(1))
        .containsExactlyInAnyOrder("anull", "ab");
  }

  @Test
  void aLogReadWithoutSparkNamesTheSameRowsAsSparkReads() throws IOException {
    Lake lake = Lake.open(folder.resolve("洛龙 lake").toString());
    DeltaTables tables = new DeltaTables(TestSession.get(), lake);
    DeltaTables once = new DeltaTables(TestSession.get(), lake);
    TableDefinition inFolders =
        new TableDefinition("returns", List.of(NEW, KEY), List.of("key"), List.of("new"));
    Dataset<Row> rows =
        TestSession.get()
            .sql(
                "select * from values ('a', '2020-03'), ('b', '工业 50%'), ('c', '012'), ('d', null)"
                    + " as rows(key, new)");
    assertThat(once.read(inFolders).collectAsList()).isEmpty();
    tables.replace(inFolders, rows, "batch 1");
    tables.replace(inFolders, rows.where("key = 'a'"), "new = '2020-03'", "batch 2");
    tables.replace(inFolders, rows.where("key = 'z'"), "new = '012'", "batch 3");

    for (long version : List.of(0L, 1L, 2L)) {
      assertThat(once.read(inFolders, version).collectAsList())
          .containsExactlyInAnyOrderElementsOf(tables.read(inFolders, version).collectAsList())
          .hasSize(version == 2 ? 3 : 4);
    }
    assertThat(once.read(inFolders).collectAsList())
        .containsExactlyInAnyOrderElementsOf(tables.read(inFolders).collectAsList());
    assertThat(once.hasShape(inFolders)).isTrue();
    assertThat(once.hasShape(new TableDefinition("returns", List.of(KEY), List.of()))).isFalse();

    tables.replace(inFolders, rows.where("key = 'z'"), "batch 4");
    assertThat(once.read(inFolders).collectAsList()).isEmpty();
  }

  @Test
  void rowsThatAnotherProgramMarkedAsDeletedAreNotReadAsIfTheyWereThere() throws IOException {
    Lake lake = Lake.open(folder.toString());
    TableDefinition table = new TableDefinition("returns", List.of(KEY), List.of("key"));
    new DeltaTables(TestSession.get(), lake)
        .replace(table, TestSession.get().sql("select string(id) as key from range(9)"), "batch 1");
    String name = "delta.`" + lake.zone("returns") + "`";
    TestSession.get()
        .sql("alter table " + name + " set tblproperties ('delta.enableDeletionVectors' = true)");
    TestSession.get().sql("delete from " + name + " where key = '3'");
    assertThatThrownBy(() -> new DeltaTables(TestSession.get(), lake).read(table))
        .hasMessageContaining("deleted by another program");
  }
}
