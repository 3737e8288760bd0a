package jindu.assess;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jindu.catalog.Catalog;
import jindu.core.Indicator;
import jindu.core.NormalYear;
import jindu.core.Sector;
import jindu.core.Target;
import jindu.table.PaceBacktestTable;
import jindu.table.PlanProgressTable;
import jindu.table.Types;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The profiles that each flow of the district can be paced by, as rows that {@link Pace} reads. */
final class ProfileRows {

  /** The one year that a stated pace was stated for, null for the other profiles. */
  static final String ONLY_YEAR = "only_year";

  /** Where profiles are as good as each other, the lower is preferred. */
  static final String ORDER = "order";

  private static final List<Target.Pace> OF_EVERY_YEAR =
      List.of(Target.Pace.LAST_YEAR, Target.Pace.EVEN);

  private static final StructType SCHEMA =
      new StructType()
          .add(PaceBacktestTable.INDICATOR, Types.TEXT)
          .add(PlanProgressTable.TOWNSHIP_CODE, Types.TEXT)
          .add(PlanProgressTable.SECTOR_CODE, Types.TEXT)
          .add(PaceBacktestTable.PROFILE, Types.TEXT)
          .add(ORDER, Types.WHOLE)
          .add(ONLY_YEAR, Types.WHOLE)
          .add(PlanRow.SEASONAL, Types.CLAIM)
          .add(PlanRow.STATED_PACE, DataTypes.createArrayType(Types.PERCENT))
          .add(PlanRow.NORMAL_YEARS, DataTypes.createMapType(Types.WHOLE, Types.WHOLE))
          .add(PlanRow.DEADLINE_QUARTER, Types.WHOLE);

  private ProfileRows() {}

  static Dataset<Row> of(SparkSession spark, Catalog catalog, LocalDate asOf) {
    List<Row> rows = new ArrayList<>();
    for (Indicator indicator : catalog.indicators().values()) {
      if (indicator.kind() == Indicator.Kind.FLOW) {
        OF_EVERY_YEAR.forEach(pace -> rows.add(row(indicator.code(), pace, null, null, catalog)));
        stated(indicator, catalog, asOf)
            .forEach(
                (year, target) ->
                    rows.add(
                        row(
                            indicator.code(),
                            Target.Pace.STATED,
                            year,
                            target.statedPace(),
                            catalog)));
      }
    }
    return spark.createDataFrame(rows, SCHEMA);
  }

  /** By year the stated pace that was in force last, of targets for the whole year. */
  private static Map<Integer, Target> stated(Indicator indicator, Catalog catalog, LocalDate asOf) {
    return catalog.targetsKnownOn(asOf).stream()
        .filter(target -> isOfDistrict(target, indicator, catalog))
        .filter(target -> target.pace() == Target.Pace.STATED)
        .filter(target -> target.deadline().equals(LocalDate.of(target.year(), 12, 31)))
        .sorted(Comparator.comparing(Target::planVersion).thenComparing(Target::id))
        .collect(
            Collectors.toMap(
                Target::year, target -> target, (first, later) -> later, TreeMap::new));
  }

  private static boolean isOfDistrict(Target target, Indicator indicator, Catalog catalog) {
    return target.indicator().equals(indicator.code())
        && target.place().equals(catalog.district().code())
        && target.sector().equals(Sector.ALL);
  }

  private static Row row(
      String indicator,
      Target.Pace pace,
      Integer onlyYear,
      List<BigDecimal> stated,
      Catalog catalog) {
    return RowFactory.create(
        indicator,
        catalog.district().code(),
        Sector.ALL,
        pace.code(),
        List.of(Target.Pace.LAST_YEAR, Target.Pace.EVEN, Target.Pace.STATED).indexOf(pace),
        onlyYear,
        pace == Target.Pace.LAST_YEAR,
        stated,
        NormalYear.notTheYearBefore(catalog.abnormalQuarters()),
        4);
  }
}
