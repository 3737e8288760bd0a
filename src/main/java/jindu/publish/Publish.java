package jindu.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jindu.catalog.Catalog;
import jindu.core.Messages;
import jindu.publish.dashboard.Dashboard;
import jindu.publish.sdmx.SdmxFiles;
import jindu.publish.workbook.PublicationWorkbook;
import jindu.table.EntryExitTable;
import jindu.table.HeadlineTable;
import jindu.table.IndicatorDimensionTable;
import jindu.table.IndicatorTable;
import jindu.table.MilestoneProgressTable;
import jindu.table.PaceBacktestTable;
import jindu.table.PlanProgressTable;
import jindu.table.ProjectBridgeTable;
import jindu.table.ProjectProgressTable;
import jindu.table.QuarterDimensionTable;
import jindu.table.ReconciliationTable;
import jindu.table.ResponseQualityTable;
import jindu.table.RevisionTable;
import jindu.table.SectorDimensionTable;
import jindu.table.TableDefinition;
import jindu.table.TownshipDimensionTable;
import jindu.table.TownshipRankingTable;
import jindu.table.WeakIndicatorTable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Renders one publication into a folder; putting it in force is the lake's. */
public final class Publish {

  /** The tables by which a publication is compared with the one before. */
  public static final List<TableDefinition> COMPARED = Dashboard.COMPARED;

  private Publish() {}

  /**
   * What may be published at {@code asOf}: due quarters of protected tables, and the dimensions.
   *
   * @param protectedTables indicator, plan_progress, headline, township_ranking, weak_indicator,
   *     milestone_progress, project_progress, project_bridge, reconciliation, pace_backtest,
   *     revision, response_quality and entry_exit after protection
   */
  public static Map<TableDefinition, Dataset<Row>> tables(
      SparkSession spark,
      Map<TableDefinition, Dataset<Row>> protectedTables,
      Catalog catalog,
      LocalDate asOf) {
    Map<TableDefinition, Dataset<Row>> tables = new LinkedHashMap<>();
    for (TableDefinition table :
        List.of(
            IndicatorTable.DEFINITION,
            PlanProgressTable.DEFINITION,
            HeadlineTable.DEFINITION,
            TownshipRankingTable.DEFINITION,
            WeakIndicatorTable.DEFINITION,
            EntryExitTable.DEFINITION)) {
      tables.put(table, DueQuarters.of(protectedTables.get(table), catalog, asOf));
    }
    tables.put(
        MilestoneProgressTable.DEFINITION, protectedTables.get(MilestoneProgressTable.DEFINITION));
    tables.put(
        ProjectProgressTable.DEFINITION,
        DueQuarters.ofProjects(
            protectedTables.get(ProjectProgressTable.DEFINITION), catalog, asOf));
    tables.put(
        ProjectBridgeTable.DEFINITION,
        DueQuarters.ofProjects(protectedTables.get(ProjectBridgeTable.DEFINITION), catalog, asOf));
    tables.put(
        ReconciliationTable.DEFINITION,
        DueQuarters.ofComparisons(
            protectedTables.get(ReconciliationTable.DEFINITION), catalog, asOf));
    tables.put(PaceBacktestTable.DEFINITION, protectedTables.get(PaceBacktestTable.DEFINITION));
    tables.put(RevisionTable.DEFINITION, protectedTables.get(RevisionTable.DEFINITION));
    tables.put(
        ResponseQualityTable.DEFINITION,
        DueQuarters.ofForms(protectedTables.get(ResponseQualityTable.DEFINITION), catalog, asOf));
    tables.put(IndicatorDimensionTable.DEFINITION, Dimensions.indicators(spark, catalog));
    tables.put(TownshipDimensionTable.DEFINITION, Dimensions.townships(spark, catalog));
    tables.put(SectorDimensionTable.DEFINITION, Dimensions.sectors(spark, catalog));
    tables.put(
        QuarterDimensionTable.DEFINITION,
        Dimensions.quarters(
            List.of(
                tables.get(IndicatorTable.DEFINITION), tables.get(ResponseQualityTable.DEFINITION)),
            catalog));
    return tables;
  }

  /** The rows of indicators whose quarter is due at {@code asOf}. */
  public static Dataset<Row> due(Dataset<Row> rows, Catalog catalog, LocalDate asOf) {
    return DueQuarters.of(rows, catalog, asOf);
  }

  /** Writes the tables as Parquet below {@code folder}, one Spark job each. */
  public static List<PublishedTable> write(Path folder, Map<TableDefinition, Dataset<Row>> tables)
      throws IOException {
    ParquetFiles files = new ParquetFiles(folder);
    List<PublishedTable> written = new ArrayList<>();
    for (Map.Entry<TableDefinition, Dataset<Row>> table : tables.entrySet()) {
      written.add(files.write(table.getKey(), table.getValue()));
    }
    return written;
  }

  /**
   * Writes what people look at, and what offices exchange, into {@code folder}.
   *
   * @param now what the tables there say
   * @param before of the publication in force until now: {@link #COMPARED}
   */
  public static List<PublishedDocument> documents(
      Path folder, PublishedRows now, Optional<PublishedRows> before, Catalog catalog)
      throws IOException {
    List<PublishedDocument> documents = new ArrayList<>();
    documents.add(
        PublishedDocument.write(
            folder,
            PublicationWorkbook.NAME,
            PublicationWorkbook.bytes(now, catalog, Messages.CHINESE)));
    documents.add(
        PublishedDocument.write(
            folder, Dashboard.NAME, Dashboard.html(now, before, catalog).getBytes(UTF_8)));
    for (Map.Entry<String, byte[]> file : SdmxFiles.of(now, catalog.notice()).entrySet()) {
      documents.add(PublishedDocument.write(folder, file.getKey(), file.getValue()));
    }
    return documents;
  }

  /**
   * Whether an earlier publication holds exactly these tables. Files of other bytes are compared
   * row by row: where a footer lists what its columns are coded by, the order is another in another
   * process.
   *
   * @param before folder of the earlier publication
   * @param manifest of it
   * @param now folder of these tables
   */
  public static boolean isSame(Path before, String manifest, Path now, List<PublishedTable> tables)
      throws IOException {
    Map<String, String> hashes = Manifest.tables(manifest);
    Set<String> files =
        tables.stream()
            .flatMap(table -> table.files().stream())
            .map(PublishedTable.File::path)
            .collect(Collectors.toSet());
    if (!hashes.keySet().equals(files)) {
      return false;
    }
    Configuration settings = new Configuration();
    for (PublishedTable table : tables) {
      for (PublishedTable.File file : table.files()) {
        boolean isSame =
            hashes.get(file.path()).equals(file.sha256())
                || ParquetRows.read(new Path(before, file.path()), table.definition(), settings)
                    .equals(
                        ParquetRows.read(new Path(now, file.path()), table.definition(), settings));
        if (!isSame) {
          return false;
        }
      }
    }
    return true;
  }

  /** The files of a publication in {@code folder} that are missing, or not as its manifest says. */
  public static List<String> damaged(Path folder, String manifest) throws IOException {
    return new ParquetFiles(folder).unlike(Manifest.files(manifest));
  }

  /**
   * Writes {@code publication.json}; with it the folder is a publication.
   *
   * @param follows the publication in force until now
   */
  public static void manifest(
      Path folder,
      String publication,
      LocalDate asOf,
      Optional<String> follows,
      List<String> batches,
      Catalog catalog,
      List<PublishedTable> tables,
      List<PublishedDocument> documents)
      throws IOException {
    Path file = new Path(folder, "publication.json");
    try (OutputStream out = file.getFileSystem(new Configuration()).create(file, true)) {
      out.write(
          Manifest.text(publication, asOf, follows, batches, catalog.notice(), tables, documents)
              .getBytes(UTF_8));
    }
    // Hadoop leaves a checksum of its own beside a local file: it is no part of a publication.
    file.getFileSystem(new Configuration())
        .delete(new Path(folder, ".publication.json.crc"), false);
  }
}
