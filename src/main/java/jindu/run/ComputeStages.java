package jindu.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jindu.aggregate.Aggregate;
import jindu.assess.Assess;
import jindu.protect.Protect;
import jindu.table.CellTable;
import jindu.table.HeadlineTable;
import jindu.table.IndicatorTable;
import jindu.table.MilestoneProgressTable;
import jindu.table.ObservationTable;
import jindu.table.PlanProgressTable;
import jindu.table.QuarantineTable;
import jindu.table.ResponseQualityTable;
import jindu.table.TableDefinition;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The three stages between the stored observations and what may leave the bureau. */
final class ComputeStages {

  private final Night night;
  private final Map<TableDefinition, Dataset<Row>> protectedTables = new LinkedHashMap<>();
  private long cells;

  ComputeStages(Night night) {
    this.night = night;
  }

  /**
   * Observations in force become cells, stored unprotected.
   *
   * @param affected the cells to compute again; every other stays as it is
   */
  Night.Rows aggregate(Slices slices, AffectedCells affected) {
    List<LedgerEntry> entries = new ArrayList<>(slices.entries());
    if (slices.all().isPresent()) {
      entries.add(
          night.replace(CellTable.DEFINITION, indicators(read(ObservationTable.DEFINITION))));
    } else if (!affected.isEmpty()) {
      entries.addAll(affected.entries());
      entries.add(replace(affected));
    } else {
      return new Night.Rows(0, 0, entries);
    }
    cells = entries.get(entries.size() - 1).rowsOut();
    return new Night.Rows(cells, cells, entries);
  }

  /** Whether there are cells of quarters that were not over on the last as-of day. */
  boolean hasCellsSince(jindu.core.Quarter underWay) {
    Column later =
        col(IndicatorTable.YEAR)
            .multiply(4)
            .plus(col(IndicatorTable.QUARTER))
            .geq(underWay.year() * 4 + underWay.number());
    return !read(CellTable.DEFINITION)
        .where(col(IndicatorTable.YEAR).geq(underWay.year()).and(later))
        .isEmpty();
  }

  /**
   * A year's file is written anew with the cells of the other indicators as they are: at a
   * district's size that is one job, where a replacement cell by cell is three.
   */
  private LedgerEntry replace(AffectedCells affected) {
    Set<String> forms = Dependents.feeding(affected.indicators(), night.catalog());
    forms.add(Slices.REGISTER);
    Column isNeeded =
        col(ObservationTable.YEAR)
            .isNull()
            .or(col(ObservationTable.YEAR).geq(affected.firstYearNeeded()));
    Dataset<Row> needed =
        read(ObservationTable.DEFINITION)
            .where(col(ObservationTable.FORM).isin(forms.toArray()))
            .where(isNeeded);
    Column inYears = col(IndicatorTable.YEAR).isin(affected.years().toArray());
    Dataset<Row> others = read(CellTable.DEFINITION).where(inYears).where(not(affected.holds()));
    String years =
        affected.years().stream()
            .map(year -> Integer.toString(year))
            .collect(Collectors.joining(", ", "year IN (", ")"));
    return night.replace(
        CellTable.DEFINITION, indicators(needed).where(affected.holds()).union(others), years);
  }

  private Dataset<Row> indicators(Dataset<Row> observations) {
    return CellTable.DEFINITION.select(
        Aggregate.indicators(observations, night.catalog(), night.asOf()));
  }

  /** Cells against the plan, stored unprotected. */
  Night.Rows assess() {
    LedgerEntry written =
        night.replace(
            PlanProgressTable.UNPROTECTED,
            Assess.planProgress(read(CellTable.DEFINITION), night.catalog(), night.asOf()));
    return new Night.Rows(cells, written.rowsOut(), List.of(written));
  }

  /** What may leave the bureau, kept in memory for the tables made from it. */
  Night.Rows protect() {
    Dataset<Row> indicator =
        keep(
            IndicatorTable.DEFINITION,
            Protect.indicator(read(CellTable.DEFINITION), night.catalog()));
    Dataset<Row> plan =
        keep(
            PlanProgressTable.DEFINITION,
            Protect.planProgress(read(PlanProgressTable.UNPROTECTED), indicator, night.catalog()));
    keep(HeadlineTable.DEFINITION, Assess.headline(indicator, plan, night.catalog()));
    keep(
        MilestoneProgressTable.DEFINITION,
        Assess.milestoneProgress(read(ObservationTable.DEFINITION), night.catalog(), night.asOf()));
    keep(
        ResponseQualityTable.DEFINITION,
        Protect.responseQuality(responseQuality(), night.catalog()));
    return new Night.Rows(cells, indicator.count());
  }

  private Dataset<Row> responseQuality() {
    return Aggregate.responseQuality(
        read(ObservationTable.DEFINITION),
        read(QuarantineTable.DEFINITION),
        night.catalog(),
        night.asOf());
  }

  /**
   * indicator, plan_progress, headline, milestone_progress and response_quality, ready to be
   * published.
   */
  Map<TableDefinition, Dataset<Row>> protectedTables() {
    return protectedTables;
  }

  private Dataset<Row> keep(TableDefinition table, Dataset<Row> rows) {
    Dataset<Row> kept = table.select(rows).persist();
    protectedTables.put(table, kept);
    return kept;
  }

  private Dataset<Row> read(TableDefinition table) {
    return night.tables().read(table);
  }
}
