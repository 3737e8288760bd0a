package jindu.cli;

import java.util.List;
import java.util.Optional;
import jindu.table.PlanProgressTable;
import org.apache.spark.sql.Row;

/** The mark behind a lamp whose colour hangs on estimated data. */
final class ProvisionalMark {

  /** The message that is the mark. */
  static final String KEY = "lamp-provisional";

  private static final String COLUMN = PlanProgressTable.LAMP_PROVISIONAL;

  private ProvisionalMark() {}

  /** Whether the row's lamp has it; one of a table without such a column has not. */
  static boolean isOn(Row row) {
    return row.schema().getFieldIndex(COLUMN).isDefined()
        && Boolean.TRUE.equals(row.<Boolean>getAs(COLUMN));
  }

  /** What it means, where one of the rows has it. */
  static Optional<String> meaning(List<Row> rows, ReportWords words) {
    return rows.stream().anyMatch(ProvisionalMark::isOn)
        ? Optional.of(words.text("lamp-provisional-means"))
        : Optional.empty();
  }
}
