package jindu.protect;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows of which no figure is left where they are withheld; every published table says it alike. */
final class Withheld {

  private static final String WITHHELD = "withheld";

  private Withheld() {}

  /** The rows with those columns null where the row is withheld. */
  static Dataset<Row> emptied(Dataset<Row> rows, Collection<String> figures) {
    Map<String, Column> told = new LinkedHashMap<>();
    figures.forEach(figure -> told.put(figure, when(not(col(WITHHELD)), col(figure))));
    return rows.withColumns(told);
  }
}
