package jindu.assess;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import jindu.catalog.Catalog;
import jindu.core.LampPreset;
import jindu.core.Target;
import jindu.table.PlanProgressTable;
import jindu.table.Types;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The city's figure beside the district's targets, where a lamp is coloured by it. */
final class CityFigures {

  private CityFigures() {}

  /** The rows with {@link PlanRow#CITY}: null elsewhere, and where the city delivered none. */
  static Dataset<Row> beside(Dataset<Row> rows, Dataset<Row> observations, Catalog catalog) {
    if (catalog.targets().stream().noneMatch(target -> looksAtCity(target, catalog))) {
      return rows.withColumn(PlanRow.CITY, lit(null).cast(Types.AMOUNT));
    }
    Dataset<Row> city =
        PeerFigures.of(observations, catalog)
            .select(
                col(PlanProgressTable.INDICATOR),
                col(PlanProgressTable.YEAR),
                col(PlanProgressTable.QUARTER),
                col(PeerFigures.CITY));
    return rows
        // One row an indicator and quarter on the right: it is grouped by them.
        .join(
            city,
            new String[] {
              PlanProgressTable.INDICATOR, PlanProgressTable.YEAR, PlanProgressTable.QUARTER
            },
            "left")
        .withColumn(
            PlanRow.CITY,
            when(
                col(PlanProgressTable.TOWNSHIP_CODE).equalTo(catalog.district().code()),
                col(PeerFigures.CITY).cast(Types.AMOUNT)));
  }

  private static boolean looksAtCity(Target target, Catalog catalog) {
    LampPreset preset = catalog.lampPresets().get(target.lampPreset());
    return preset != null && preset.asksFor(LampPreset.Test.AT_CITY);
  }
}
