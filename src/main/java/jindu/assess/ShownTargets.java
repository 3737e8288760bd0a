package jindu.assess;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.struct;

import java.util.List;
import jindu.core.Target;
import jindu.table.PlanProgressTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The one target that a figure is shown against. */
final class ShownTargets {

  static final String TARGET = "chosen_target";

  private ShownTargets() {}

  /**
   * One target for each value of the key: one with a lamp before a definitional number, one with a
   * figure before one without, then the first by its id; only versions in force.
   *
   * @param planProgress rows of one sector
   * @param key with the indicator and the quarter
   */
  static Dataset<Row> of(Dataset<Row> planProgress, List<String> key) {
    Column order =
        struct(
            col(PlanProgressTable.KIND).equalTo(Target.Kind.SCOPE.code()),
            col(PlanProgressTable.TARGET_VALUE).isNull(),
            col(PlanProgressTable.TARGET_ID));
    Column shown =
        struct(
            col(PlanProgressTable.TARGET_VALUE),
            col(PlanProgressTable.KIND),
            col(PlanProgressTable.COMPLETION_PCT),
            col(PlanProgressTable.LAMP),
            col(PlanProgressTable.LAMP_PROVISIONAL),
            col(PlanProgressTable.RANK),
            col(PlanProgressTable.RANK_CHANGE),
            col(PlanProgressTable.WITHHELD));
    return planProgress
        .where(col(PlanProgressTable.IN_FORCE))
        .groupBy(key.stream().map(name -> col(name)).toArray(Column[]::new))
        .agg(min_by(shown, order).as(TARGET));
  }
}
