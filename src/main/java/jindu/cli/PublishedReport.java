package jindu.cli;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import jindu.core.Quarter;
import jindu.table.TableDefinition;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How a published table is laid out for a terminal of 100 columns. */
interface PublishedReport {

  /** The table's name on the command line. */
  String name();

  TableDefinition table();

  /** The rows of a quarter, in the order in which they are read. */
  default Dataset<Row> of(Dataset<Row> rows, Quarter quarter) {
    return rows.where(isOf(quarter)).orderBy(order());
  }

  /** What comes first. */
  default Column[] order() {
    return table().key().stream().map(name -> col(name)).toArray(Column[]::new);
  }

  /** What is said of all rows together before they are listed; nothing unless a table has it. */
  default List<String> summary(List<Row> rows, ReportWords words) {
    return List.of();
  }

  /** The rows as lines, none longer than a terminal is wide. */
  List<String> lines(List<Row> rows, ReportWords words);

  /** Whether a row is of the quarter. */
  static Column isOf(Quarter quarter) {
    return col("year").equalTo(quarter.year()).and(col("quarter").equalTo(quarter.number()));
  }
}
