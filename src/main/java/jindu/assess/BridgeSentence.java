package jindu.assess;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import jindu.core.Messages;
import jindu.table.ProjectBridgeTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The lines of a quarter's bridge by reason, the largest first, in one sentence. */
final class BridgeSentence {

  static final String YEAR = "bridge_year";
  static final String QUARTER = "bridge_quarter";
  static final String ZH = "bridge_zh";
  static final String EN = "bridge_en";

  /** Two decimals of 亿元 are a million yuan. */
  private static final long HUNDRED_MILLION = 100_000_000;

  private static final String LINES = "lines";
  private static final String ORDER = "line_order";

  private BridgeSentence() {}

  /** One row a quarter. */
  static Dataset<Row> of(Dataset<Row> protectedBridge) {
    return protectedBridge
        .groupBy(
            col(ProjectBridgeTable.YEAR).as(YEAR),
            col(ProjectBridgeTable.QUARTER).as(QUARTER),
            col(ProjectBridgeTable.REASON))
        .agg(
            sum(col(ProjectBridgeTable.LINE_AMOUNT)).as(ProjectBridgeTable.LINE_AMOUNT),
            bool_or(col(ProjectBridgeTable.WITHHELD)).as(ProjectBridgeTable.WITHHELD),
            max(col(ProjectBridgeTable.REASON_ZH)).as(ProjectBridgeTable.REASON_ZH),
            max(col(ProjectBridgeTable.REASON_EN)).as(ProjectBridgeTable.REASON_EN))
        .withColumn(
            ORDER, coalesce(negate(col(ProjectBridgeTable.LINE_AMOUNT)), lit(Long.MAX_VALUE)))
        .groupBy(YEAR, QUARTER)
        .agg(
            array_sort(
                    collect_list(
                        struct(
                            col(ORDER),
                            text(ProjectBridgeTable.REASON_ZH, Messages.CHINESE).as(ZH),
                            text(ProjectBridgeTable.REASON_EN, Messages.ENGLISH).as(EN))))
                .as(LINES))
        .select(col(YEAR), col(QUARTER), joined(ZH, "，").as(ZH), joined(EN, ", ").as(EN));
  }

  private static Column text(String reason, Messages messages) {
    Column amount =
        round(col(ProjectBridgeTable.LINE_AMOUNT).divide(lit(HUNDRED_MILLION)), 2)
            .cast("decimal(18,2)")
            .cast("string");
    return concat(
        col(reason),
        lit(" "),
        when(col(ProjectBridgeTable.WITHHELD), lit(messages.text("assess.bridge-withheld")))
            .otherwise(amount));
  }

  private static Column joined(String language, String between) {
    return array_join(transform(col(LINES), line -> line.getField(language)), between);
  }
}
