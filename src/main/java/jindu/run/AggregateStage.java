package jindu.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import jindu.aggregate.Aggregate;
import jindu.core.RegisterForm;
import jindu.table.CellTable;
import jindu.table.ContributionTable;
import jindu.table.EntryExitTable;
import jindu.table.IndicatorTable;
import jindu.table.ObservationTable;
import jindu.table.TableDefinition;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Observations become the units' contributions and the cells that they add up to, for the
 * indicators and years that depend on what changed; what that changed in cells of before is logged
 * by cause.
 */
final class AggregateStage {

  private final Night night;
  private final RevisionLog log;
  private final Stored stored;

  AggregateStage(Night night, History history) {
    this.night = night;
    this.log = new RevisionLog(night, history);
    this.stored = new Stored(night.tables(), history);
  }

  /**
   * Stores contributions, cells and the bridges to them, unprotected.
   *
   * @param affected the cells to compute again; every other stays as it is
   */
  Night.Rows run(Slices slices, AffectedCells affected) {
    List<LedgerEntry> entries = new ArrayList<>(slices.entries());
    Dataset<Row> observations = night.tables().read(ObservationTable.DEFINITION);
    if (slices.all().isEmpty() && affected.isEmpty()) {
      return new Night.Rows(0, 0, entries);
    }
    if (slices.all().isEmpty()) {
      entries.addAll(affected.entries());
      observations = observations.where(isNeeded(affected));
    }
    // Settled and not a cache: cells and revisions are planned without what led here.
    Dataset<Row> contributions =
        SettledRows.of(Aggregate.contributions(observations, night.catalog(), night.asOf()));
    entries.addAll(
        slices.all().isPresent() ? replaceAll(contributions) : replace(contributions, affected));
    long cells = entries.get(entries.size() - 1).rowsOut();
    return new Night.Rows(cells, cells, entries);
  }

  private List<LedgerEntry> replaceAll(Dataset<Row> contributions) {
    boolean isComparable = stored.isReliable(List.of(ContributionTable.DEFINITION));
    Dataset<Row> parts = parts(contributions);
    if (isComparable) {
      log.addChanges(stored.read(ContributionTable.DEFINITION), parts);
    }
    List<LedgerEntry> entries = write(contributions, parts, night::replace);
    if (!isComparable) {
      log.addUntold(night.tables().read(CellTable.DEFINITION));
    }
    return entries;
  }

  private List<LedgerEntry> replace(Dataset<Row> contributions, AffectedCells affected) {
    Dataset<Row> parts = parts(contributions);
    log.addChanges(
        stored.read(ContributionTable.DEFINITION).where(affected.holds()),
        parts.where(affected.holds()));
    return write(contributions, parts, (table, rows) -> replace(table, rows, affected));
  }

  /** Kept, because they are compared with those of before, and then written. */
  private static Dataset<Row> parts(Dataset<Row> contributions) {
    return Aggregate.stored(contributions).persist();
  }

  /** What the ledger is to say of each table; of the cells last. */
  private List<LedgerEntry> write(
      Dataset<Row> contributions,
      Dataset<Row> parts,
      BiFunction<TableDefinition, Dataset<Row>, LedgerEntry> table) {
    LedgerEntry written = table.apply(ContributionTable.DEFINITION, parts);
    parts.unpersist();
    LedgerEntry cells =
        table.apply(
            CellTable.DEFINITION, Aggregate.cells(contributions, night.catalog(), night.asOf()));
    // The bridges lead to the cells as they were written, which are not summed for them again.
    LedgerEntry bridges =
        table.apply(
            EntryExitTable.UNPROTECTED,
            Aggregate.entryExit(
                contributions, night.tables().read(CellTable.DEFINITION), night.catalog()));
    return List.of(written, bridges, cells);
  }

  /**
   * A year's file is written anew with the rows of the other indicators as they are: at a
   * district's size that is one job, where a replacement cell by cell is three.
   */
  private LedgerEntry replace(TableDefinition table, Dataset<Row> rows, AffectedCells affected) {
    Column inYears = col(IndicatorTable.YEAR).isin(affected.years().toArray());
    Dataset<Row> others = night.tables().read(table).where(inYears).where(not(affected.holds()));
    String years =
        affected.years().stream()
            .map(year -> Integer.toString(year))
            .collect(Collectors.joining(", ", "year IN (", ")"));
    return night.replace(table, table.select(rows).where(affected.holds()).union(others), years);
  }

  private Column isNeeded(AffectedCells affected) {
    Set<String> forms = Dependents.feeding(affected.indicators(), night.catalog());
    forms.add(RegisterForm.CODE);
    return col(ObservationTable.FORM)
        .isin(forms.toArray())
        .and(
            col(ObservationTable.YEAR)
                .isNull()
                .or(col(ObservationTable.YEAR).geq(affected.firstYearNeeded())));
  }
}
