package jindu.aggregate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jindu.TestSession;
import jindu.table.ContributionTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Contributions written down by hand: year-to-date at current prices, of one item and indicator.
 */
final class ContributionRows {

  private static final StructType SCHEMA = ContributionTable.DEFINITION.schema();

  private final List<Row> rows = new ArrayList<>();

  void add(
      String form, String item, String place, int year, int quarter, String state, String ytd) {
    Map<String, Object> values =
        Map.of(
            ContributionTable.INDICATOR, "output",
            ContributionTable.MEASURE, "nominal",
            ContributionTable.FORM, form,
            ContributionTable.ITEM, item,
            ContributionTable.TOWNSHIP_CODE, place,
            ContributionTable.YEAR, year,
            ContributionTable.QUARTER, quarter,
            ContributionTable.STATE, state,
            ContributionTable.VALUE_YTD, new BigDecimal(ytd).setScale(4));
    Object[] row = new Object[SCHEMA.size()];
    values.forEach((column, value) -> row[SCHEMA.fieldIndex(column)] = value);
    rows.add(RowFactory.create(row));
  }

  Dataset<Row> dataset() {
    return TestSession.get().createDataFrame(rows, SCHEMA);
  }
}
