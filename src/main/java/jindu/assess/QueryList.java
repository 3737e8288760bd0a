package jindu.assess;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.stream.Stream;
import jindu.catalog.Catalog;
import jindu.core.Peer;
import jindu.core.Rounding;
import jindu.table.QueryTable;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * The query list (查询单, method.md section 2): every finding of a soft check in a return in force
 * that no explanation covers, worst first within its township.
 *
 * <p>Worst is what moves its cell most; what moves none, such as a finding about no item, comes
 * last. The rest of the order only makes it total.
 */
public final class QueryList {

  /**
   * The effect beyond the range of a percentage too: what moves a cell most has no figure there.
   */
  private static final String EFFECT = "effect";

  private static final List<String> TIES =
      List.of(
          QueryTable.UNIT_KEY,
          QueryTable.FORM,
          QueryTable.PERIOD,
          QueryTable.ITEM,
          QueryTable.CHECK,
          QueryTable.COLUMN,
          QueryTable.VALUE,
          QueryTable.EXPECTED,
          QueryFindings.FIGURES);

  private QueryList() {}

  /**
   * One row a finding to be asked about, in the shape of {@link QueryTable}.
   *
   * @param observations rows of {@link jindu.table.ObservationTable}; read twice, for the findings
   *     and for the cells
   */
  public static Dataset<Row> of(Dataset<Row> observations, Catalog catalog) {
    return QueryFindings.open(observations, catalog)
        .transform(findings -> QueryCells.beside(findings, observations, catalog))
        .transform(findings -> QueryItems.beside(findings, catalog))
        .withColumns(QueryWords.odd(catalog))
        .transform(QueryList::withDistance)
        .withColumn(QueryTable.TOWNSHIP_CODE, township(catalog))
        .withColumn(QueryTable.RANK, rank())
        .transform(QueryTable.DEFINITION::select);
  }

  private static Dataset<Row> withDistance(Dataset<Row> findings) {
    Column value = col(QueryTable.VALUE);
    Column expected = col(QueryTable.EXPECTED);
    Column moved = abs(coalesce(value.minus(expected), value));
    return findings
        .withColumn(QueryTable.DIFFERENCE, value.minus(expected).try_cast(Types.AMOUNT))
        .withColumn(
            QueryTable.DIFFERENCE_PCT,
            Exact.asPercent(Exact.percent(value.minus(expected), abs(expected))))
        .withColumn(
            EFFECT,
            round(Exact.percent(moved, abs(col(QueryCells.CELL))), Rounding.PERCENT_DECIMALS))
        .withColumn(QueryTable.EFFECT_PCT, Exact.asPercent(col(EFFECT)));
  }

  /** A return that names no place, or one outside, is the district's own to ask about. */
  private static Column township(Catalog catalog) {
    Column isPeer =
        col(QueryTable.TOWNSHIP_CODE).isin(catalog.peers().stream().map(Peer::code).toArray());
    return coalesce(
        when(not(isPeer), col(QueryTable.TOWNSHIP_CODE)), lit(catalog.district().code()));
  }

  private static Column rank() {
    Column[] order =
        Stream.concat(
                Stream.of(col(EFFECT).desc_nulls_last()),
                TIES.stream().map(column -> col(column).asc_nulls_first()))
            .toArray(Column[]::new);
    return row_number().over(Window.partitionBy(QueryTable.TOWNSHIP_CODE).orderBy(order));
  }
}
