package jindu.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jindu.TestSession;
import jindu.catalog.CatalogException;
import jindu.lake.PublishedZone;
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
    Night night = night(LocalDate.of(2021, 7, 20));
    observe(night, flagged(Map.of()));

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

  @Test
  void aNightThatChangesNoPublishedRowWritesTheListsAnewUnderThePublicationInForce()
      throws IOException, CatalogException {
    Night first = night(LocalDate.of(2021, 7, 20));
    observe(first);
    assertThat(publish(first)).contains("2021-07-20-01");
    assertThat(names(folder.resolve("queries").resolve("2021-07-20-01"))).isEmpty();

    // July's return is asked about in August, and its quarter is published in October.
    Night august = night(LocalDate.of(2021, 8, 10));
    observe(august, flagged(Map.of(ObservationTable.PERIOD, "2021-07")));
    assertThat(publish(august)).isEmpty();
    assertThat(asked()).containsExactly("2021-07");

    Night explained = night(LocalDate.of(2021, 8, 11));
    observe(
        explained,
        flagged(Map.of(ObservationTable.PERIOD, "2021-07", ObservationTable.EXPLANATION, "新线投产")),
        flagged(Map.of(ObservationTable.UNIT_KEY, "U2")));
    assertThat(publish(explained)).isEmpty();
    assertThat(asked()).containsExactly("2021-06");

    assertThat(names(folder.resolve("queries"))).containsExactly("2021-07-20-01");
    assertThat(names(folder.resolve("published"))).contains("2021-07-20-01").hasSize(3);
  }

  private Night night(LocalDate asOf) throws IOException, CatalogException {
    return UnstartedNight.of(folder, Path.of("data-lake", "reference"), asOf);
  }

  private static void observe(Night night, Row... observations) {
    night
        .tables()
        .replace(
            ObservationTable.DEFINITION,
            TestSession.get()
                .createDataFrame(List.of(observations), ObservationTable.DEFINITION.schema()),
            "B000001");
  }

  /** Publishes tables without a row, whatever is observed. */
  private static Optional<String> publish(Night night) throws IOException {
    Map<String, LocalDate> known =
        new PublishedZone(night.lake())
            .complete().stream()
                .collect(Collectors.toMap(id -> id, id -> LocalDate.parse(id.substring(0, 10))));
    PublishStage stage =
        new PublishStage(
            night,
            new History(
                new TreeMap<>(), Map.of(), Map.of(), known, Map.of(), Map.of(), new TreeMap<>()));
    stage.run(EmptyTables.ofANight());
    return stage.made();
  }

  private List<String> asked() {
    return TestSession.get()
        .read()
        .parquet(
            folder
                .resolve("queries")
                .resolve("2021-07-20-01")
                .resolve(TOWNSHIP + ".parquet")
                .toString())
        .collectAsList()
        .stream()
        .map(row -> row.<String>getAs(QueryTable.PERIOD))
        .toList();
  }

  private static Row flagged(Map<String, Object> others) {
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
    cells.putAll(others);
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
