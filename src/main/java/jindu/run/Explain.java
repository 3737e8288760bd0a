package jindu.run;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import jindu.aggregate.Aggregate;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogException;
import jindu.catalog.CatalogReader;
import jindu.core.Cell;
import jindu.lake.DeltaTables;
import jindu.lake.Lake;
import jindu.lake.PublishedZone;
import jindu.run.History.PastBatch;
import jindu.table.CellTable;
import jindu.table.ContributionTable;
import jindu.table.IndicatorTable;
import jindu.table.ObservationTable;
import jindu.table.RevisionLogTable;
import jindu.table.TableDefinition;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Why a number is what it is, from what the last finished night stored: nothing is computed anew,
 * no lock is taken and nothing is written.
 */
public final class Explain {

  /** Parts of one measure and state that are listed: more than a person reads at a sitting. */
  public static final int MOST_LISTED = 300;

  private static final List<TableDefinition> STORED =
      List.of(ContributionTable.DEFINITION, CellTable.DEFINITION, ObservationTable.DEFINITION);

  private final Lake lake;
  private final DeltaTables tables;
  private final Ledger ledger;
  private final History history;
  private final Stored stored;

  private Explain(String location, String master, Clock clock) throws IOException {
    this.lake = Lake.toRead(location);
    SparkSession spark = Sessions.startForFewRows(master);
    this.tables = new DeltaTables(spark, lake);
    this.ledger = new Ledger(spark, tables, clock);
    this.history = ledger.history();
    this.stored = new Stored(tables, history);
  }

  /**
   * Explains one cell.
   *
   * @param location the lake
   * @param master a Spark master, null for the default
   * @param reference {@code reference/} as it is now
   * @param cell names an indicator, place and sector of it
   * @throws RunException when there is no such cell, or nothing to read it from
   * @throws CatalogException when the catalog of the last night cannot be read any more
   */
  public static Explanation of(
      String location, String master, Catalog reference, Cell cell, Clock clock)
      throws RunException, CatalogException, IOException {
    return new Explain(location, master, clock).of(cell, reference);
  }

  private Explanation of(Cell cell, Catalog reference)
      throws RunException, CatalogException, IOException {
    PastBatch last =
        history
            .lastFinished()
            .orElseThrow(
                () ->
                    new RunException(RunException.Kind.NOTHING_TO_EXPLAIN, lake.root().toString()));
    if (!stored.isReliable(STORED)) {
      throw new RunException(RunException.Kind.NOT_RELIABLE, lake.root().toString());
    }
    boolean withReference = history.catalog().equals(CatalogHashes.of(reference));
    Catalog catalog = withReference ? reference : catalogOfLastNight();
    Row row = cell(cell);
    Figures figures = Figures.of(row, name -> name);
    return new Explanation(
        cell,
        catalog,
        last.asOf(),
        figures,
        new Figures(
            null,
            row.getAs(CellTable.COMPARABLE_YTD),
            null,
            row.getAs(CellTable.COMPARABLE_PREVIOUS_YTD)),
        row.getAs(IndicatorTable.STATUS),
        groups(cell, catalog),
        CellMoves.of(log(cell), publishers(), figures.valueYtd()),
        new PublishedZone(lake).current(),
        withReference);
  }

  private Catalog catalogOfLastNight() throws CatalogException {
    List<String> finished = history.finished();
    return CatalogReader.read(ledger.catalogTexts(finished.get(finished.size() - 1)));
  }

  private Row cell(Cell cell) throws RunException {
    List<Row> rows =
        stored
            .read(CellTable.DEFINITION)
            .where(isAt(cell))
            .where(col(IndicatorTable.YEAR).equalTo(cell.quarter().year()))
            .where(col(IndicatorTable.QUARTER).equalTo(cell.quarter().number()))
            .collectAsList();
    if (rows.isEmpty()) {
      throw new RunException(RunException.Kind.NO_CELL, cell.toString(), quarters(cell));
    }
    return rows.get(0);
  }

  /** The quarters that there are, for who asked for another. */
  private String quarters(Cell cell) {
    return stored
        .read(CellTable.DEFINITION)
        .where(isAt(cell))
        .select(IndicatorTable.YEAR, IndicatorTable.QUARTER)
        .collectAsList()
        .stream()
        .map(row -> row.getInt(0) + "-Q" + row.getInt(1))
        .sorted()
        .reduce((earlier, later) -> earlier + ", " + later)
        .orElse("–");
  }

  private static Column isAt(Cell cell) {
    return col(IndicatorTable.INDICATOR)
        .equalTo(cell.indicator())
        .and(col(IndicatorTable.TOWNSHIP_CODE).equalTo(cell.place()))
        .and(col(IndicatorTable.SECTOR_CODE).equalTo(cell.sector()));
  }

  private List<PartGroup> groups(Cell cell, Catalog catalog) {
    List<Row> parts =
        Aggregate.parts(stored.read(ContributionTable.DEFINITION), cell, catalog, MOST_LISTED)
            .collectAsList();
    ReturnSources sources =
        ReturnSources.of(parts, stored.read(ObservationTable.DEFINITION), catalog);
    return PartGroups.of(parts, sources);
  }

  private List<Row> log(Cell cell) {
    Dataset<Row> rows = RevisionLog.rows(tables, history);
    return rows.where(isAt(cell))
        .where(col(RevisionLogTable.YEAR).equalTo(cell.quarter().year()))
        .where(col(RevisionLogTable.QUARTER).equalTo(cell.quarter().number()))
        .collectAsList();
  }

  private NavigableMap<String, String> publishers() {
    NavigableMap<String, String> publishers = new TreeMap<>();
    history.publishers().forEach((publication, batch) -> publishers.put(batch, publication));
    return publishers;
  }
}
