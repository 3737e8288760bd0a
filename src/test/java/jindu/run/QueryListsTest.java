package jindu.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jindu.TestSession;
import jindu.catalog.CatalogException;
import jindu.catalog.CatalogReader;
import jindu.lake.DeltaTables;
import jindu.lake.Lake;
import jindu.table.ObservationTable;
import jindu.table.QueryTable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.jdk.javaapi.CollectionConverters;

class QueryListsTest {

  private static final String TOWNSHIP = "410311002";
  private static final String CHECK = "B204-1-03";

  @TempDir private Path folder;

  @Test
  void theListsOfTheStoredObservationsLieInAZoneOfTheirOwnThatTheOwnerAloneReads()
      throws IOException, CatalogException {
    Lake lake = Lake.open(folder.toString());
    DeltaTables tables = new DeltaTables(TestSession.get(), lake);
    tables.replace(
        ObservationTable.DEFINITION,
        TestSession.get().createDataFrame(List.of(flagged()), ObservationTable.DEFINITION.schema()),
        "B000001");
    Night night =
        new Night(
            TestSession.get(),
            lake,
            tables,
            new Ledger(TestSession.get(), tables, Clock.systemUTC()),
            CatalogReader.read(Path.of("data-lake", "reference")),
            new Ledger.Batch(1, LocalDate.of(2021, 7, 20)));

    QueryLists.write(night, "2021-07-20-01");

    Path zone = folder.resolve("queries");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(zone)))
        .isEqualTo("rwx------");
    assertThat(names(zone)).containsExactly("2021-07-20-01");
    Path lists = zone.resolve("2021-07-20-01");
    assertThat(names(lists)).containsExactly(TOWNSHIP + ".parquet", TOWNSHIP + ".xlsx");
    Row line = TestSession.get().read().parquet(lists.toString()).first();
    assertThat(line.<String>getAs(QueryTable.CHECK)).isEqualTo(CHECK);
    assertThat(names(folder.resolve("published"))).isEmpty();
  }

  private static Row flagged() {
    BigDecimal value = new BigDecimal("3000.0000");
    Map<String, Object> cells = new HashMap<>();
    cells.put(ObservationTable.FORM, "B204-1");
    cells.put(ObservationTable.UNIT_KEY, "U1");
    cells.put(ObservationTable.PERIOD, "2021-06");
    cells.put(ObservationTable.YEAR, 2021);
    cells.put(ObservationTable.ITEM, "gross_output");
    cells.put(ObservationTable.TOWNSHIP_CODE, TOWNSHIP);
    cells.put(ObservationTable.SECTOR_CODE, "3411");
    cells.put(ObservationTable.VALUE, value);
    cells.put(ObservationTable.IN_FORCE, true);
    cells.put(ObservationTable.VINTAGE_ORDER, "1");
    cells.put(
        ObservationTable.FINDINGS,
        CollectionConverters.asScala(
                List.of(RowFactory.create(CHECK, "gross_output", "ytd", value, null, "3")))
            .toList());
    List<Object> values = new ArrayList<>();
    for (StructField field : ObservationTable.DEFINITION.schema().fields()) {
      values.add(cells.get(field.name()));
    }
    return RowFactory.create(values.toArray());
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
