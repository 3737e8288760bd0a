package jindu.run.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jindu.table.TableDefinition;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.connector.catalog.Column;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.execution.datasources.v2.parquet.ParquetDataSourceV2;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** A table of the lake that can be read, and nothing else: it has no way to write. */
final class OfferedTable implements SupportsRead {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String title;
  private final TableDefinition definition;
  private final Path folder;
  private final List<String> files;

  /**
   * @param folder below which the values of partition columns stand in the names of folders
   * @param files what holds its rows: Parquet files, or folders of them
   */
  OfferedTable(String title, TableDefinition definition, Path folder, List<String> files) {
    this.title = title;
    this.definition = definition;
    this.folder = folder;
    this.files = List.copyOf(files);
  }

  @Override
  public String name() {
    return title;
  }

  @Override
  public Column[] columns() {
    return definition.columns().stream()
        .map(column -> Column.create(column.name(), column.type(), true, column.meaning(), null))
        .toArray(Column[]::new);
  }

  @Override
  public Set<TableCapability> capabilities() {
    return Set.of(TableCapability.BATCH_READ);
  }

  @Override
  public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
    ParquetDataSourceV2 parquet = new ParquetDataSourceV2();
    CaseInsensitiveStringMap where =
        new CaseInsensitiveStringMap(Map.of("paths", asJson(files), "basePath", folder.toString()));
    return ((SupportsRead) parquet.getTable(where, definition.schema())).newScanBuilder(where);
  }

  private static String asJson(List<String> texts) {
    try {
      return JSON.writeValueAsString(texts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
