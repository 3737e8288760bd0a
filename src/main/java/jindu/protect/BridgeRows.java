package jindu.protect;

import static jindu.table.ProjectBridgeTable.ALL;
import static jindu.table.ProjectBridgeTable.COUNTED;
import static jindu.table.ProjectBridgeTable.COUNTED_GROUP;
import static jindu.table.ProjectBridgeTable.LINE_AMOUNT;
import static jindu.table.ProjectBridgeTable.NOT_ON_LEDGER;
import static jindu.table.ProjectBridgeTable.OTHER;
import static jindu.table.ProjectBridgeTable.PROJECTS;
import static jindu.table.ProjectBridgeTable.PROJECT_CODE;
import static jindu.table.ProjectBridgeTable.QUARTER;
import static jindu.table.ProjectBridgeTable.REASON;
import static jindu.table.ProjectBridgeTable.REASON_EN;
import static jindu.table.ProjectBridgeTable.REASON_ZH;
import static jindu.table.ProjectBridgeTable.WITHHELD;
import static jindu.table.ProjectBridgeTable.YEAR;
import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.stream.Stream;
import jindu.catalog.Catalog;
import jindu.core.Form;
import jindu.core.ProjectLedger;
import jindu.table.CellTable;
import jindu.table.IndicatorTable;
import jindu.table.ProjectBridgeTable;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;

/**
 * The bridge that may leave. What the ledger alone says of a project is the ledger's, and leaves
 * where that is administrative. What is left against a project's return to the statistics would be
 * that return: those lines leave as one sum over all projects, and both sums only where neither
 * shows one respondent, for the one is what the other leaves of the difference.
 */
final class BridgeRows {

  private static final String CONTRIBUTORS = "contributors";
  private static final String CONTRIBUTED = "contributed";
  private static final String LARGEST = "largest";
  private static final String SECOND = "second";
  private static final String LARGEST_TWO = "largest_two";
  private static final String CONTRIBUTION = "contribution";
  private static final String CELL_IS_WITHHELD = "cell_is_withheld";
  private static final String NAMED_CELL_IS_OPEN = "named_cell_is_open";
  private static final String UNNAMED =
      CellTable.contributors(CellTable.unnamed(IndicatorTable.VALUE_YTD));
  private static final int TWO = 2;

  private BridgeRows() {}

  static Dataset<Row> of(
      Dataset<Row> bridge, Dataset<Row> cells, Dataset<Row> protectedIndicator, Catalog catalog) {
    boolean open = catalog.publishedLedger().isPresent();
    Column isOfRespondents = col(REASON).isin(OTHER, NOT_ON_LEDGER);
    Dataset<Row> ofLedger =
        bridge
            .where(not(isOfRespondents).and(col(LINE_AMOUNT).notEqual(lit(0))))
            .withColumn(WITHHELD, lit(!open));
    Dataset<Row> sums =
        sums(bridge.where(isOfRespondents))
            // One row a quarter on the right: place, sector and indicator are fixed.
            .join(broadcast(statistics(cells, protectedIndicator, catalog)), keys(), "left")
            .withColumn(WITHHELD, isWithheld(open, catalog));
    return select(ofLedger).unionByName(select(sums));
  }

  private static Dataset<Row> sums(Dataset<Row> lines) {
    Column contribution = col(CONTRIBUTION);
    return lines
        // A controlling group knows of all its projects, and is one respondent.
        .groupBy(YEAR, QUARTER, REASON, COUNTED_GROUP)
        .agg(
            sum(col(LINE_AMOUNT)).as(LINE_AMOUNT),
            sum(col(PROJECTS)).as(PROJECTS),
            max(col(REASON_ZH)).as(REASON_ZH),
            max(col(REASON_EN)).as(REASON_EN),
            sum(abs(col(COUNTED))).as(CONTRIBUTION))
        .groupBy(YEAR, QUARTER, REASON)
        .agg(
            sum(col(LINE_AMOUNT)).as(LINE_AMOUNT),
            sum(col(PROJECTS)).as(PROJECTS),
            max(col(REASON_ZH)).as(REASON_ZH),
            max(col(REASON_EN)).as(REASON_EN),
            count(contribution).as(CONTRIBUTORS),
            sum(contribution).as(CONTRIBUTED),
            max_by(contribution, contribution, TWO).as(LARGEST_TWO))
        .withColumn(LARGEST, get(col(LARGEST_TWO), lit(0)))
        .withColumn(SECOND, get(col(LARGEST_TWO), lit(1)))
        .withColumn(PROJECT_CODE, lit(ALL));
  }

  private static Column isWithheld(boolean open, Catalog catalog) {
    Column isSensitive =
        new Sensitivity(catalog)
            .isSensitive(statistics(catalog), CONTRIBUTORS, CONTRIBUTED, LARGEST, SECOND);
    Column inQuarter = bool_or(isSensitive).over(Window.partitionBy(YEAR, QUARTER));
    return inQuarter
        .or(coalesce(col(CELL_IS_WITHHELD), lit(true)))
        .or(col(NAMED_CELL_IS_OPEN))
        .or(lit(!open));
  }

  /**
   * By quarter, whether the total that the bridge leads from is withheld itself, and whether
   * another cell is open in which next to nobody is without a name. What the ledger's projects
   * returned is the total less {@code not_on_ledger}; such a cell, taken from it, leaves what the
   * others returned.
   */
  private static Dataset<Row> statistics(
      Dataset<Row> cells, Dataset<Row> protectedIndicator, Catalog catalog) {
    Column isTotal = DetailLevel.isTotal(catalog);
    Column isNamed =
        col(CellTable.VALUE_YTD_CONTRIBUTORS)
            .gt(0)
            .and(new Sensitivity(catalog).isTooFew(coalesce(col(UNNAMED), lit(0))));
    Column isOpen = not(col(IndicatorTable.WITHHELD));
    List<String> key = IndicatorTable.DEFINITION.key();
    // Laid side by side by their key, and not joined: a join of a few rows takes jobs of its own.
    return protectedIndicator
        .select(columns(key, IndicatorTable.WITHHELD))
        .unionByName(cells.select(columns(key, CellTable.VALUE_YTD_CONTRIBUTORS, UNNAMED)), true)
        .where(col(IndicatorTable.INDICATOR).equalTo(statistics(catalog)))
        .groupBy(columns(key))
        .agg(
            bool_or(col(IndicatorTable.WITHHELD)).as(IndicatorTable.WITHHELD),
            max(col(CellTable.VALUE_YTD_CONTRIBUTORS)).as(CellTable.VALUE_YTD_CONTRIBUTORS),
            max(col(UNNAMED)).as(UNNAMED))
        .groupBy(col(IndicatorTable.YEAR).as(YEAR), col(IndicatorTable.QUARTER).as(QUARTER))
        .agg(
            bool_or(when(isTotal, col(IndicatorTable.WITHHELD))).as(CELL_IS_WITHHELD),
            bool_or(not(isTotal).and(isOpen).and(isNamed)).as(NAMED_CELL_IS_OPEN));
  }

  /** The indicator that the bridge leads to from the ledger. */
  private static String statistics(Catalog catalog) {
    return catalog.projectForm().map(Form::projects).map(ProjectLedger::statistics).orElse("");
  }

  private static Column[] columns(List<String> names, String... more) {
    return Stream.concat(names.stream(), Stream.of(more))
        .map(functions::col)
        .toArray(Column[]::new);
  }

  private static Dataset<Row> select(Dataset<Row> lines) {
    return ProjectBridgeTable.DEFINITION.select(
        lines.withColumn(
            LINE_AMOUNT, when(not(col(WITHHELD)), col(LINE_AMOUNT)).cast(Types.AMOUNT)));
  }

  private static String[] keys() {
    return new String[] {YEAR, QUARTER};
  }
}
