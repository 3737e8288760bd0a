package jindu.cli;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_position;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jindu.core.Lamp;
import jindu.core.Quarter;
import jindu.table.TableDefinition;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How a published table is laid out for a terminal of 100 columns. */
interface PublishedReport {

  /** Terminal columns that a line may take. */
  int WIDTH = 100;

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

  /** The first entries of what is listed; each row is one, unless a table has several to one. */
  default Dataset<Row> first(Dataset<Row> listed, int most) {
    return listed.limit(most);
  }

  /** How many entries are listed. */
  default long entries(Dataset<Row> listed) {
    return listed.count();
  }

  /** What is said of all rows together before they are listed; nothing unless a table has it. */
  default List<String> summary(Dataset<Row> rows, ReportWords words) {
    return List.of();
  }

  /** The rows as lines, none longer than a terminal is wide. */
  List<String> lines(List<Row> rows, ReportWords words);

  /** Orders lamps from red over yellow and grey to green. */
  static Column worstFirst(String lamp) {
    Column[] order =
        Stream.of(Lamp.RED, Lamp.YELLOW, Lamp.GREY, Lamp.GREEN)
            .map(each -> lit(each.code()))
            .toArray(Column[]::new);
    return array_position(array(order), col(lamp));
  }

  /** The rows by what a column says, both in the order in which they come. */
  static Map<String, List<Row>> groupedBy(String column, List<Row> rows) {
    return rows.stream()
        .collect(groupingBy(row -> row.<String>getAs(column), LinkedHashMap::new, toList()));
  }

  /** Whether a row is of the quarter. */
  static Column isOf(Quarter quarter) {
    return col("year").equalTo(quarter.year()).and(col("quarter").equalTo(quarter.number()));
  }
}
