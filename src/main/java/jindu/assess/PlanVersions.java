package jindu.assess;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.stream.Stream;
import jindu.core.HeldVersion;
import jindu.core.Target;
import jindu.table.PlanProgressTable;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Which version of a target a quarter is judged by: the one that held on the day on which it is
 * judged. The others stand beside it, so that an adjustment shows both; but from the day on which
 * the plan withdraws a target it is judged by none.
 */
final class PlanVersions {

  /** From the first day until the first day on which it is over; null where there is none. */
  static final StructType DAYS =
      new StructType().add(PlanRow.HOLDS_FROM, Types.DAY).add(PlanRow.HOLDS_UNTIL, Types.DAY);

  private PlanVersions() {}

  /**
   * When the version holds, whether it withdraws the target, and when the target is withdrawn.
   *
   * @param all every version of the target that is known
   */
  static Stream<Object> values(HeldVersion<Target> version, List<HeldVersion<Target>> all) {
    List<Row> withdrawals =
        all.stream()
            .filter(each -> each.value().withdrawn())
            .map(each -> RowFactory.create(each.from(), each.until()))
            .toList();
    return Stream.of(version.from(), version.until(), version.value().withdrawn(), withdrawals);
  }

  /** The rows that are shown in their quarter, with whether it is judged by their version. */
  static Dataset<Row> inQuarters(Dataset<Row> rows) {
    Column inForce = holds(col(PlanRow.HOLDS_FROM), col(PlanRow.HOLDS_UNTIL));
    Column isWithdrawn = exists(col(PlanRow.WITHDRAWALS), PlanVersions::holds);
    return rows.withColumn(PlanProgressTable.IN_FORCE, inForce)
        .filter(isStillAllocated())
        .filter(
            when(isWithdrawn, col(PlanProgressTable.IN_FORCE))
                .otherwise(not(col(PlanRow.WITHDRAWN))));
  }

  /** From the day on which the plan itself states a township's figure, nothing is allocated. */
  private static Column isStillAllocated() {
    Column until = col(AllocatableTargets.UNTIL);
    return until.isNull().or(col(PlanRow.JUDGED_ON).lt(until));
  }

  private static Column holds(Column days) {
    return holds(days.getField(PlanRow.HOLDS_FROM), days.getField(PlanRow.HOLDS_UNTIL));
  }

  /** Twin of {@link HeldVersion#holdsOn}, on the day on which the row is judged. */
  private static Column holds(Column from, Column until) {
    Column judgedOn = col(PlanRow.JUDGED_ON);
    return from.isNull().or(judgedOn.geq(from)).and(until.isNull().or(judgedOn.lt(until)));
  }
}
