package jindu.protect;

import static jindu.table.EntryExitTable.LINE_AMOUNT;
import static jindu.table.EntryExitTable.POINTS;
import static jindu.table.EntryExitTable.RESPONDENTS;
import static jindu.table.EntryExitTable.UNITS;
import static jindu.table.EntryExitTable.UNNAMED_RESPONDENTS;
import static jindu.table.EntryExitTable.WITHHELD;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.util.List;
import java.util.stream.Stream;
import jindu.catalog.Catalog;
import jindu.table.EntryExitTable;
import jindu.table.IndicatorTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Bridges that may leave: those of one level of detail together, or none of them. A line is held to
 * the rule of the indicator's cells, by what each respondent brings to it: one of few is theirs, as
 * is one that a single one makes up. It is what the other lines leave of the change that the cell
 * shows, and what the same lines of the other cells leave of the total's. Whoever is published by
 * name beside them hides nobody.
 */
final class EntryExitRows {

  private static final List<String> CELL = IndicatorTable.DEFINITION.key();
  private static final String CELL_IS_WITHHELD = "cell_is_withheld";

  private EntryExitRows() {}

  static Dataset<Row> of(Dataset<Row> entryExit, Dataset<Row> protectedIndicator, Catalog catalog) {
    Dataset<Row> cells =
        protectedIndicator
            .withColumn(CELL_IS_WITHHELD, col(IndicatorTable.WITHHELD))
            .select(columns(Stream.concat(CELL.stream(), Stream.of(CELL_IS_WITHHELD))));
    Sensitivity sensitivity = new Sensitivity(catalog);
    Column isClosed =
        coalesce(col(CELL_IS_WITHHELD), lit(false))
            .or(isSensitive(sensitivity, RESPONDENTS))
            .or(isSensitive(sensitivity, UNNAMED_RESPONDENTS));
    Column isAdministrative =
        col(IndicatorTable.INDICATOR).isin(Respondents.administrative(catalog));
    Column leaves = isAdministrative.or(DetailLevel.leaves(isClosed, catalog));
    // A line of a cell that nothing is known of stays inside.
    Column isWithheld = coalesce(col(CELL_IS_WITHHELD), lit(true)).or(not(leaves));
    return entryExit
        // One row a cell on the right: its key.
        .join(cells, CELL.toArray(String[]::new), "left")
        .withColumn(WITHHELD, isWithheld)
        .transform(rows -> Withheld.emptied(rows, List.of(UNITS, LINE_AMOUNT, POINTS)))
        .transform(EntryExitTable.DEFINITION::select);
  }

  private static Column isSensitive(Sensitivity sensitivity, String groups) {
    return sensitivity.isSensitive(
        groups,
        EntryExitTable.contributed(groups),
        EntryExitTable.largest(groups),
        EntryExitTable.second(groups));
  }

  private static Column[] columns(Stream<String> names) {
    return names.map(name -> col(name)).toArray(Column[]::new);
  }
}
