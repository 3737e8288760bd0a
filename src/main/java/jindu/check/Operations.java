package jindu.check;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;

import jindu.core.CommonColumn;
import org.apache.spark.sql.Column;

/** What a row does (操作): 报送, the default, delivers values; 撤回 withdraws them. */
final class Operations {

  private static final String REPORT = "报送";
  private static final String WITHDRAW = "撤回";

  private Operations() {}

  static Column read(Column cells) {
    return coalesce(Plain.cell(cells, lit(CommonColumn.OPERATION.code())), lit(REPORT));
  }

  static Column isKnown(Column operation) {
    return operation.isin(REPORT, WITHDRAW);
  }

  static Column isWithdrawal(Column operation) {
    return operation.equalTo(WITHDRAW);
  }
}
