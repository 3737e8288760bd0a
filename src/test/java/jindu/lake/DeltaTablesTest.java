package jindu.lake;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

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
}
