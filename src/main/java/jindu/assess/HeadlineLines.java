package jindu.assess;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import jindu.catalog.Catalog;
import jindu.core.Indicator;
import jindu.core.Rounding;
import jindu.table.HeadlineTable;
import jindu.table.Types;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** The headline lines as rows, with how each is shown. */
final class HeadlineLines {

  static final String DISPLAY_FACTOR = "display_factor";

  /** One unit of the last digit shown, in the display unit. */
  static final String DISPLAY_STEP = "display_step";

  private static final StructType SCHEMA =
      new StructType()
          .add(HeadlineTable.LINE, Types.WHOLE)
          .add(HeadlineTable.INDICATOR, Types.TEXT)
          .add(HeadlineTable.TITLE_ZH, Types.TEXT)
          .add(HeadlineTable.TITLE_EN, Types.TEXT)
          .add(HeadlineTable.DISPLAY_UNIT, Types.TEXT)
          .add(DISPLAY_FACTOR, Types.AMOUNT)
          .add(DISPLAY_STEP, Types.AMOUNT);

  private HeadlineLines() {}

  static Dataset<Row> of(SparkSession spark, Catalog catalog) {
    List<Row> rows = new ArrayList<>();
    for (String code : catalog.headline()) {
      rows.add(row(rows.size() + 1, catalog.indicators().get(code)));
    }
    return spark.createDataFrame(rows, SCHEMA);
  }

  private static Row row(int line, Indicator indicator) {
    return RowFactory.create(
        line,
        indicator.code(),
        indicator.titleZh(),
        indicator.titleEn(),
        indicator.displayUnit(),
        Rounding.round(indicator.displayFactor(), Rounding.VALUE_DECIMALS),
        BigDecimal.ONE
            .scaleByPowerOfTen(-indicator.displayDecimals())
            .setScale(Rounding.VALUE_DECIMALS));
  }
}
