package jindu.protect.pattern;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jindu.catalog.Catalog;
import jindu.core.ContentHash;
import jindu.table.CellTable;
import jindu.table.IndicatorTable;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** The patterns of all indicators that protected respondents feed, and the cells they close. */
public final class Patterns {

  /** True for every row of {@link #closed}. */
  public static final String CLOSED = "closed_by_pattern";

  /** What tells a cell of a pattern. */
  public static final List<String> CELL =
      List.of(
          IndicatorTable.INDICATOR,
          IndicatorTable.TOWNSHIP_CODE,
          IndicatorTable.SECTOR_CODE,
          IndicatorTable.YEAR);

  private static final StructType SCHEMA =
      new StructType()
          .add(IndicatorTable.INDICATOR, Types.TEXT)
          .add(IndicatorTable.TOWNSHIP_CODE, Types.TEXT)
          .add(IndicatorTable.SECTOR_CODE, Types.TEXT)
          .add(IndicatorTable.YEAR, Types.WHOLE)
          .add(CLOSED, Types.CLAIM);

  private Patterns() {}

  /**
   * What patterns are chosen from: as many rows as there are places, sectors and quarters, however
   * many units.
   *
   * @param cells rows of {@link CellTable}
   */
  public static Dataset<Row> cells(Dataset<Row> cells, Catalog catalog) {
    Object[] indicators =
        LinkedIndicators.of(catalog).stream().flatMap(Collection::stream).toArray();
    Column[] columns =
        Stream.of(
                CELL.stream(),
                Stream.of(
                    IndicatorTable.QUARTER,
                    CellTable.COMPARABLE_YTD,
                    CellTable.COMPARABLE_PREVIOUS_YTD),
                CellTable.FIGURES.stream(),
                CellTable.FIGURES.stream().flatMap(Patterns::contributors),
                CellTable.FIGURES.stream().map(CellTable::unnamed).flatMap(Patterns::contributors))
            .flatMap(Function.identity())
            .map(name -> col(name))
            .toArray(Column[]::new);
    return cells.where(col(IndicatorTable.INDICATOR).isin(indicators)).select(columns);
  }

  /**
   * The patterns of tonight; those whose cells are as they were stay as they are.
   *
   * @param rows the rows of {@link #cells}
   * @param before the patterns so far
   * @param lastYear rows of the year before that tonight's publication shows
   * @param published rows that the last publication shows; asked for where cells are not as they
   *     were
   * @return in order of year and indicator
   */
  public static List<Pattern> choose(
      List<Row> rows,
      Collection<Pattern> before,
      List<Row> lastYear,
      Supplier<List<Row>> published,
      Catalog catalog) {
    NavigableMap<Integer, Map<String, Pattern>> patterns = new TreeMap<>();
    before.forEach(
        pattern ->
            patterns
                .computeIfAbsent(pattern.year(), year -> new TreeMap<>())
                .put(pattern.indicator(), pattern));
    NavigableMap<Integer, Map<String, List<Row>>> years = new TreeMap<>();
    rows.forEach(
        row ->
            years
                .computeIfAbsent(row.getAs(IndicatorTable.YEAR), year -> new TreeMap<>())
                .computeIfAbsent(row.getAs(IndicatorTable.INDICATOR), key -> new ArrayList<>())
                .add(row));
    years.forEach(
        (year, ofYear) -> {
          for (List<String> linked : LinkedIndicators.of(catalog)) {
            List<String> present = linked.stream().filter(ofYear::containsKey).toList();
            if (present.isEmpty()) {
              continue;
            }
            List<Row> ofLinked =
                present.stream().flatMap(indicator -> ofYear.get(indicator).stream()).toList();
            List<Row> tonights = of(lastYear, linked, year - 1);
            Block block =
                new Memory(List.of(), tonights)
                    .of(Blocks.of(catalog, present, year, ofLinked), ofLinked);
            Map<String, Pattern> own = only(patterns.get(year), linked);
            Map<String, Pattern> ofLastYear = only(patterns.get(year - 1), linked);
            String fingerprint = fingerprint(block, ofLastYear.values());
            if (isAsBefore(block, own, fingerprint)) {
              continue;
            }
            Memory memory = memory(year, linked, patterns, tonights, published.get());
            Block remembered = memory.of(block, ofLinked);
            Map<String, Pattern> ofNow = patterns.computeIfAbsent(year, key -> new TreeMap<>());
            new Suppression(
                    catalog,
                    remembered,
                    own,
                    ofLastYear.values(),
                    memory,
                    new Choice(remembered, new Auditor()))
                .patterns(fingerprint)
                .forEach(pattern -> ofNow.put(pattern.indicator(), pattern));
          }
        });
    return patterns.values().stream().flatMap(ofYear -> ofYear.values().stream()).toList();
  }

  /** Indicators whose patterns are chosen together, each and all in order. */
  public static List<List<String>> together(Catalog catalog) {
    return LinkedIndicators.of(catalog);
  }

  /** The cells that the patterns close, one row each, with {@link #CLOSED}. */
  public static Dataset<Row> closed(SparkSession spark, Collection<Pattern> patterns) {
    List<Row> rows = new ArrayList<>();
    for (Pattern pattern : patterns) {
      for (GridCell cell : pattern.withheld().keySet()) {
        rows.add(
            RowFactory.create(
                pattern.indicator(), cell.place(), cell.sector(), pattern.year(), true));
      }
    }
    return spark.createDataFrame(rows, SCHEMA);
  }

  /** Rows whose cells the patterns leave open. */
  public static List<Row> open(List<Row> rows, Collection<Pattern> patterns) {
    Map<List<Object>, Pattern> byBlock = new HashMap<>();
    patterns.forEach(pattern -> byBlock.put(List.of(pattern.indicator(), pattern.year()), pattern));
    return rows.stream()
        .filter(
            row -> {
              Pattern pattern =
                  byBlock.get(
                      List.of(
                          row.<Object>getAs(IndicatorTable.INDICATOR),
                          row.<Object>getAs(IndicatorTable.YEAR)));
              return pattern != null && !pattern.withheld().containsKey(GridCell.of(row));
            })
        .toList();
  }

  /**
   * What readers know of linked indicators: of the year itself, of the one before, whose figures
   * are its same period, and of the one after, whose same period it is.
   */
  private static Memory memory(
      int year,
      List<String> linked,
      NavigableMap<Integer, Map<String, Pattern>> patterns,
      List<Row> tonights,
      List<Row> published) {
    List<Pattern> closed = new ArrayList<>();
    List<Row> shown = new ArrayList<>(tonights);
    for (int near = year - 1; near <= year + 1; near++) {
      closed.addAll(only(patterns.get(near), linked).values());
      shown.addAll(of(published, linked, near));
    }
    return new Memory(closed, shown);
  }

  private static List<Row> of(List<Row> rows, List<String> indicators, int year) {
    return rows.stream()
        .filter(
            row ->
                row.<Integer>getAs(IndicatorTable.YEAR) == year
                    && indicators.contains(row.<String>getAs(IndicatorTable.INDICATOR)))
        .toList();
  }

  private static boolean isAsBefore(Block block, Map<String, Pattern> before, String fingerprint) {
    return block.indicators().stream()
        .map(before::get)
        .allMatch(pattern -> pattern != null && pattern.fingerprint().equals(fingerprint));
  }

  private static String fingerprint(Block block, Collection<Pattern> lastYear) {
    List<Object> looked = new ArrayList<>(List.of(block));
    lastYear.forEach(pattern -> looked.add(pattern.withheld().keySet()));
    return ContentHash.of(looked.toString());
  }

  private static Map<String, Pattern> only(Map<String, Pattern> patterns, List<String> indicators) {
    Map<String, Pattern> some = new TreeMap<>(Objects.requireNonNullElse(patterns, Map.of()));
    some.keySet().retainAll(indicators);
    return some;
  }

  private static Stream<String> contributors(String figure) {
    return Stream.of(
        CellTable.contributors(figure),
        CellTable.contributed(figure),
        CellTable.largest(figure),
        CellTable.second(figure));
  }
}
