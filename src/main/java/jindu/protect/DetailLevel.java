package jindu.protect;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.array_except;
import static org.apache.spark.sql.functions.arrays_overlap;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.stream.Stream;
import jindu.catalog.Catalog;
import jindu.core.Sector;
import jindu.table.IndicatorTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * How fine a cell is: the district or a part of it, by all sectors, a stratum, a section or a
 * division. Whoever subtracts, subtracts cells of one level from those of another.
 */
final class DetailLevel {

  private static final List<String> PLACES = List.of("part", "district");
  private static final List<String> SECTORS = List.of("division", "section", "stratum", "all");

  private DetailLevel() {}

  /**
   * Whether a row may leave: its level has nothing to be kept back, of its indicator and of those
   * linked with it, and is one level of the quarter that is whole, or a sum of its cells.
   *
   * <p>Two levels of which neither is a sum of the other, as townships and divisions, leave
   * together only with a level that both are sums of: else they might tell what is in both of two
   * cells. All that leaves is then a sum of whole cells of one level, none of which is one
   * respondent's. Places come before sectors, and finer levels before others. A level that a closed
   * one is a sum of stays too: what two gave and took from each other is in its cells, and not in
   * their sum.
   *
   * @param isClosed whether the row is to be kept back by itself
   */
  static Column leaves(Column isClosed, Catalog catalog) {
    Column own = of(catalog);
    WindowSpec sameQuarter =
        Window.partitionBy(
            Linked.group(catalog), col(IndicatorTable.YEAR), col(IndicatorTable.QUARTER));
    Column closed = collect_set(when(isClosed, own)).over(sameQuarter);
    Column whole = array_except(collect_set(own).over(sameQuarter), closed);
    Column isSumOfFinest = lit(false);
    for (int place = PLACES.size() - 1; place >= 0; place--) {
      for (int sector = SECTORS.size() - 1; sector >= 0; sector--) {
        Object[] sums = sumsOf(place, sector);
        isSumOfFinest =
            when(
                    array_contains(whole, level(place, sector))
                        .and(not(arrays_overlap(closed, array(literals(sums))))),
                    own.isin(sums))
                .otherwise(isSumOfFinest);
      }
    }
    return isSumOfFinest.and(not(array_contains(closed, own)));
  }

  /** Whether a row is of the district by all sectors. */
  static Column isTotal(Catalog catalog) {
    return col(IndicatorTable.TOWNSHIP_CODE)
        .equalTo(catalog.district().code())
        .and(col(IndicatorTable.SECTOR_CODE).equalTo(Sector.ALL));
  }

  /** The level and those whose cells are sums of its cells. */
  private static Object[] sumsOf(int place, int sector) {
    List<String> sectors =
        SECTORS.get(sector).equals("division")
            ? SECTORS
            : List.of(SECTORS.get(sector), SECTORS.get(SECTORS.size() - 1));
    return PLACES.subList(place, PLACES.size()).stream()
        .flatMap(coarser -> sectors.stream().map(code -> coarser + " " + code))
        .toArray();
  }

  private static Column[] literals(Object[] levels) {
    return Stream.of(levels).map(level -> lit(level)).toArray(Column[]::new);
  }

  private static String level(int place, int sector) {
    return PLACES.get(place) + " " + SECTORS.get(sector);
  }

  /** The level of a row with place and sector. */
  private static Column of(Catalog catalog) {
    Column place = col(IndicatorTable.TOWNSHIP_CODE);
    Column sector = col(IndicatorTable.SECTOR_CODE);
    Object[] sections = catalog.sectorCodes(Sector.Level.SECTION).toArray();
    return concat(
        when(place.equalTo(catalog.district().code()), lit("district ")).otherwise(lit("part ")),
        when(sector.equalTo(Sector.ALL), lit("all"))
            .when(sector.isin(Sector.STRATA.toArray()), lit("stratum"))
            .when(sector.isin(sections), lit("section"))
            .otherwise(lit("division")));
  }
}
