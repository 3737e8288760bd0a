package jindu.publish;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jindu.core.Quarter;
import jindu.table.IndicatorTable;
import jindu.table.TableDefinition;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;

/**
 * All that a publication says, read back from its files: what workbook and dashboard are made of,
 * so that they cannot say more than the tables do, nor anything else.
 *
 * @param publication its id
 * @param tables rows in the order of each table's key
 */
public record PublishedRows(
    String publication, LocalDate asOf, Map<TableDefinition, List<Row>> tables) {

  /**
   * Reads the files of a publication.
   *
   * @param folder where they lie, complete or still aside
   */
  public static PublishedRows read(
      Path folder, String publication, LocalDate asOf, List<PublishedTable> written)
      throws IOException {
    Configuration settings = new Configuration();
    Map<TableDefinition, List<Row>> tables = new LinkedHashMap<>();
    for (PublishedTable table : written) {
      List<Row> rows = new ArrayList<>();
      for (PublishedTable.File file : table.files()) {
        rows.addAll(ParquetRows.read(new Path(folder, file.path()), table.definition(), settings));
      }
      tables.put(table.definition(), rows);
    }
    return new PublishedRows(publication, asOf, tables);
  }

  /**
   * Reads some tables of a complete publication; a table that it has not yet is empty.
   *
   * @param manifest its {@code publication.json}
   */
  public static PublishedRows read(Path folder, String manifest, List<TableDefinition> wanted)
      throws IOException {
    Configuration settings = new Configuration();
    Map<TableDefinition, List<Row>> tables = new LinkedHashMap<>();
    for (TableDefinition table : wanted) {
      List<Row> rows = new ArrayList<>();
      for (String file : Manifest.files(manifest, table)) {
        rows.addAll(ParquetRows.read(new Path(folder, file), table, settings));
      }
      tables.put(table, rows);
    }
    return new PublishedRows(Manifest.publication(manifest), Manifest.asOf(manifest), tables);
  }

  /** The quarter of a row of a table that has {@code year} and {@code quarter}. */
  public static Quarter quarter(Row row) {
    return new Quarter(
        row.<Integer>getAs(IndicatorTable.YEAR), row.<Integer>getAs(IndicatorTable.QUARTER));
  }

  /** The rows of a table; none where the publication has no file of it. */
  public List<Row> of(TableDefinition table) {
    return tables.getOrDefault(table, List.of());
  }
}
