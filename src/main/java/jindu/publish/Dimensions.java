package jindu.publish;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_date;

import java.util.ArrayList;
import java.util.List;
import jindu.catalog.Catalog;
import jindu.core.Indicator;
import jindu.core.Messages;
import jindu.core.Quarter;
import jindu.core.Sector;
import jindu.table.IndicatorDimensionTable;
import jindu.table.QuarterDimensionTable;
import jindu.table.SectorDimensionTable;
import jindu.table.TableDefinition;
import jindu.table.TownshipDimensionTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** The four tables that say what the codes of the others mean. */
final class Dimensions {

  private Dimensions() {}

  static Dataset<Row> indicators(SparkSession spark, Catalog catalog) {
    return rows(
        spark,
        IndicatorDimensionTable.DEFINITION,
        catalog.indicators().values().stream().map(Dimensions::indicator).toList());
  }

  static Dataset<Row> townships(SparkSession spark, Catalog catalog) {
    return rows(
        spark,
        TownshipDimensionTable.DEFINITION,
        catalog.places().stream()
            .map(
                place ->
                    RowFactory.create(
                        place.code(),
                        place.nameZh(),
                        place.nameEn(),
                        place.kind().code(),
                        emptyIsNull(place.note())))
            .toList());
  }

  static Dataset<Row> sectors(SparkSession spark, Catalog catalog) {
    List<Row> rows = new ArrayList<>();
    rows.add(coarse(Sector.ALL, "all"));
    Sector.STRATA.forEach(strata -> rows.add(coarse(strata, "strata")));
    catalog.sectors().values().stream()
        .filter(sector -> sector.level().compareTo(Sector.Level.DIVISION) <= 0)
        .map(
            sector ->
                RowFactory.create(
                    sector.code(),
                    sector.nameZh(),
                    emptyIsNull(sector.nameEn()),
                    sector.level().code(),
                    sector.section(),
                    emptyIsNull(sector.strata())))
        .forEach(rows::add);
    return rows(spark, SectorDimensionTable.DEFINITION, rows);
  }

  /** The quarters that any of the published tables has rows of. */
  static Dataset<Row> quarters(List<Dataset<Row>> published, Catalog catalog) {
    Column firstDay =
        make_date(
            col(QuarterDimensionTable.YEAR),
            col(QuarterDimensionTable.QUARTER).multiply(3).minus(2),
            lit(1));
    Column label =
        concat(col(QuarterDimensionTable.YEAR), lit("-Q"), col(QuarterDimensionTable.QUARTER));
    Object[] abnormal = catalog.abnormalQuarters().stream().map(Quarter::toString).toArray();
    return published.stream()
        .map(rows -> rows.select(QuarterDimensionTable.YEAR, QuarterDimensionTable.QUARTER))
        .reduce(Dataset::union)
        .orElseThrow()
        .distinct()
        .withColumn(QuarterDimensionTable.LABEL, label)
        .withColumn(QuarterDimensionTable.FIRST_DAY, firstDay)
        .withColumn(QuarterDimensionTable.LAST_DAY, date_sub(add_months(firstDay, 3), 1))
        .withColumn(QuarterDimensionTable.ABNORMAL, label.isin(abnormal));
  }

  private static Row indicator(Indicator indicator) {
    return RowFactory.create(
        indicator.code(),
        indicator.titleZh(),
        indicator.titleEn(),
        indicator.kind().code(),
        indicator.unit(),
        indicator.displayUnit(),
        indicator.displayFactor(),
        indicator.displayDecimals(),
        indicator.good().code(),
        indicator.lowestPlace().code(),
        indicator.sectorDetail().code(),
        indicator.comparable() ? "comparable" : "nominal",
        emptyIsNull(indicator.numerator()),
        emptyIsNull(indicator.denominator()));
  }

  private static Row coarse(String code, String level) {
    String key = "publish.sector-" + code;
    return RowFactory.create(
        code, Messages.CHINESE.text(key), Messages.ENGLISH.text(key), level, null, null);
  }

  private static Dataset<Row> rows(SparkSession spark, TableDefinition table, List<Row> rows) {
    return spark.createDataFrame(rows, table.schema());
  }

  private static String emptyIsNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
