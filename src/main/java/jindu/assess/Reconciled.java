package jindu.assess;

import static jindu.assess.ReconciliationRows.FIRST;
import static jindu.assess.ReconciliationRows.NUMBER;
import static jindu.assess.ReconciliationRows.SECOND;
import static jindu.assess.ReconciliationRows.whole;
import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import jindu.catalog.Catalog;
import jindu.core.Messages;
import jindu.table.ReconciliationTable;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The same quantity from two sources, parts against their total, a part against its whole. */
final class Reconciled {

  private static final String VALUE = "term_value";

  private Reconciled() {}

  /**
   * In the shape of {@link ReconciliationTable}.
   *
   * @param protectedIndicator what may leave: a withheld value stays withheld here
   * @param protectedBridge the bridge of the ledger of projects, as it may leave
   */
  static Dataset<Row> of(
      Dataset<Row> protectedIndicator,
      Dataset<Row> observations,
      Dataset<Row> protectedBridge,
      Catalog catalog) {
    SparkSession spark = protectedIndicator.sparkSession();
    Dataset<Row> figures = ReconciliationFigures.of(protectedIndicator, observations, catalog);
    return sides(ReconciliationRows.terms(spark, catalog.reconciliations()), figures)
        // One row a comparison on the right: its number.
        .join(broadcast(ReconciliationRows.comparisons(spark, catalog.reconciliations())), NUMBER)
        .transform(Reconciled::withValues)
        .transform(rows -> withReason(rows, protectedBridge))
        .transform(ReconciliationTable.DEFINITION::select);
  }

  /** What is found of each side in a quarter, and of how many of its terms. */
  private static Dataset<Row> sides(Dataset<Row> terms, Dataset<Row> figures) {
    Column sameName =
        col(ReconciliationRows.KIND)
            .equalTo(col(ReconciliationFigures.KIND))
            .and(col(ReconciliationRows.NAME).equalTo(col(ReconciliationFigures.NAME)));
    Column anyQuarter = col(ReconciliationRows.OWN_YEAR).isNull();
    Column ownQuarter =
        col(ReconciliationRows.OWN_YEAR)
            .equalTo(col(ReconciliationFigures.YEAR))
            .and(col(ReconciliationRows.OWN_QUARTER).equalTo(col(ReconciliationFigures.QUARTER)));
    return terms
        // A comparison of every quarter becomes a row for each; of one quarter there is one figure.
        .join(figures, sameName.and(anyQuarter.or(ownQuarter)), "left")
        .withColumn(
            ReconciliationTable.YEAR,
            coalesce(col(ReconciliationRows.OWN_YEAR), col(ReconciliationFigures.YEAR)))
        .withColumn(
            ReconciliationTable.QUARTER,
            coalesce(col(ReconciliationRows.OWN_QUARTER), col(ReconciliationFigures.QUARTER)))
        .withColumn(
            VALUE, coalesce(col(ReconciliationRows.PRINTED), col(ReconciliationFigures.FIGURE)))
        .where(col(ReconciliationTable.YEAR).isNotNull())
        .groupBy(NUMBER, ReconciliationTable.YEAR, ReconciliationTable.QUARTER)
        .agg(
            sum(of(FIRST)).as(FIRST),
            sum(of(SECOND)).as(SECOND),
            max(of(whole(FIRST))).as(whole(FIRST)),
            max(of(whole(SECOND))).as(whole(SECOND)),
            count(of(FIRST)).as(known(FIRST)),
            count(of(SECOND)).as(known(SECOND)),
            bool_or(coalesce(col(ReconciliationFigures.WITHHELD), lit(false)))
                .as(ReconciliationTable.WITHHELD));
  }

  private static Column of(String side) {
    return when(col(ReconciliationRows.SIDE).equalTo(side), col(VALUE));
  }

  private static String known(String side) {
    return "known_" + side;
  }

  /** A sum of which a term is not known is not known. */
  private static Dataset<Row> withValues(Dataset<Row> rows) {
    return rows.withColumn(ReconciliationTable.VALUE_A, value(FIRST))
        .withColumn(ReconciliationTable.VALUE_B, value(SECOND))
        .withColumn(
            ReconciliationTable.DIFFERENCE,
            col(ReconciliationTable.VALUE_A)
                .minus(col(ReconciliationTable.VALUE_B))
                .try_cast(Types.AMOUNT));
  }

  private static Column value(String side) {
    Column share = Exact.asAmount(Exact.percent(col(side), col(whole(side))));
    Column figure =
        when(col(ReconciliationRows.isShare(side)), share)
            .otherwise(col(side).try_cast(Types.AMOUNT));
    return when(col(known(side)).equalTo(col(ReconciliationRows.terms(side))), figure);
  }

  private static Dataset<Row> withReason(Dataset<Row> rows, Dataset<Row> protectedBridge) {
    Column sameQuarter =
        col(ReconciliationTable.YEAR)
            .equalTo(col(BridgeSentence.YEAR))
            .and(col(ReconciliationTable.QUARTER).equalTo(col(BridgeSentence.QUARTER)));
    Column reason =
        concat(
            reason(Messages.CHINESE, ReconciliationRows.REASON_ZH, BridgeSentence.ZH),
            lit(" / "),
            reason(Messages.ENGLISH, ReconciliationRows.REASON_EN, BridgeSentence.EN));
    // One row a quarter on the right: it is grouped by it.
    return rows.join(broadcast(BridgeSentence.of(protectedBridge)), sameQuarter, "left")
        .withColumn(ReconciliationTable.REASON, reason);
  }

  private static Column reason(Messages messages, String own, String bridge) {
    Column lines =
        when(
                col(ReconciliationRows.BRIDGED).and(col(bridge).isNotNull()),
                Sentence.filled(Sentence.template(messages, "assess.bridge-lines"), col(bridge)))
            .otherwise(lit(""));
    Column withheld =
        when(
                col(ReconciliationTable.WITHHELD),
                concat(lit(" "), lit(messages.text("protect.withheld"))))
            .otherwise(lit(""));
    return concat(col(own), lines, withheld);
  }
}
