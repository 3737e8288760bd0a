package jindu.protect;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.stream.Stream;
import jindu.catalog.Catalog;
import jindu.table.IndicatorTable;
import jindu.table.RevisionLogTable;
import jindu.table.RevisionTable;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;

/**
 * Revisions that may leave: those of one level of detail together, or none of them, as bridges do
 * ({@link EntryExitRows}). A line that one or two respondents made is theirs; it is what the other
 * causes leave of the cell's change, and what the same cause in the other cells leaves of the
 * total's. So it is where the line of another quarter leaves what few brought to one of the two,
 * and where all others of the line are published by name.
 */
final class RevisionRows {

  private static final String CELL_IS_WITHHELD = "cell_is_withheld";
  private static final Column NOTHING = lit(0).cast(Types.AMOUNT);
  private static final List<String> FIGURES =
      List.of(
          RevisionTable.FIRST_VALUE,
          RevisionTable.LATEST_VALUE,
          RevisionTable.DIFFERENCE,
          RevisionTable.REVISION_PCT);

  private RevisionRows() {}

  /**
   * The rows that may leave.
   *
   * @param revisions rows of {@link RevisionTable} with the respondents behind each
   * @param protectedIndicator unique by cell
   */
  static Dataset<Row> of(Dataset<Row> revisions, Dataset<Row> protectedIndicator, Catalog catalog) {
    Dataset<Row> withheld =
        protectedIndicator
            .withColumn(CELL_IS_WITHHELD, col(IndicatorTable.WITHHELD))
            .select(columns());
    Column isAdministrative =
        col(RevisionTable.INDICATOR).isin(Respondents.administrative(catalog));
    // A cell that is gone shows nothing any more.
    Column cellIsClosed = coalesce(col(CELL_IS_WITHHELD), lit(true));
    Sensitivity sensitivity = new Sensitivity(catalog);
    Column isOfFew =
        sensitivity
            .isFew(col(RevisionLogTable.RESPONDENTS))
            .or(sensitivity.isFew(col(RevisionLogTable.UNNAMED_RESPONDENTS)));
    Column isClosed = cellIsClosed.or(isOfFew).or(isOfFewBesideEarlier(sensitivity));
    Column leaves = isAdministrative.or(DetailLevel.leaves(isClosed, catalog));
    Dataset<Row> judged =
        revisions
            .join(withheld, RevisionLogTable.CELL.toArray(String[]::new), "left")
            .withColumn(RevisionTable.WITHHELD, cellIsClosed.or(not(leaves)));
    return RevisionTable.DEFINITION.select(Withheld.emptied(judged, FIGURES));
  }

  /**
   * Whether the line, less that of the same cause in an earlier quarter of the year, is what a few
   * brought to the one and not to the other. Where both are the same nothing is left of them. A
   * quarter without a line of the cause is one of zero: those who brought something to it may have
   * given and taken the same.
   */
  private static Column isOfFewBesideEarlier(Sensitivity sensitivity) {
    Column line = struct(col(RevisionTable.QUARTER), struct(col(RevisionTable.DIFFERENCE)));
    Column lines = map_from_entries(collect_list(line).over(Window.partitionBy(ofYear())));
    Column isOfFew = lit(false);
    for (int quarters : RevisionLogTable.EARLIER) {
      Column earlier = try_element_at(lines, col(RevisionTable.QUARTER).minus(quarters));
      Column then =
          when(earlier.isNull(), NOTHING).otherwise(earlier.getField(RevisionTable.DIFFERENCE));
      Column isSame = then.eqNullSafe(col(RevisionTable.DIFFERENCE));
      Column own = col(RevisionLogTable.ownRespondents(quarters));
      // Where nobody of the line brought the same to the earlier quarter, the line itself is
      // judged.
      Column brings = not(own.equalTo(col(RevisionLogTable.UNNAMED_RESPONDENTS)));
      Column isThere = col(RevisionTable.QUARTER).gt(quarters);
      isOfFew = isOfFew.or(isThere.and(not(isSame)).and(brings).and(sensitivity.isTooFew(own)));
    }
    return col(RevisionLogTable.RESPONDENTS).gt(0).and(isOfFew);
  }

  private static Column[] ofYear() {
    return RevisionTable.DEFINITION.key().stream()
        .filter(name -> !name.equals(RevisionTable.QUARTER))
        .map(functions::col)
        .toArray(Column[]::new);
  }

  private static Column[] columns() {
    return Stream.concat(RevisionLogTable.CELL.stream(), Stream.of(CELL_IS_WITHHELD))
        .map(functions::col)
        .toArray(Column[]::new);
  }
}
