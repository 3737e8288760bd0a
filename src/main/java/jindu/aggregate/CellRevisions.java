package jindu.aggregate;

import static jindu.aggregate.CellChanges.WAS;
import static jindu.aggregate.Steps.IS_NAMED;
import static jindu.aggregate.Steps.KIND;
import static jindu.aggregate.Steps.MEASURE;
import static jindu.aggregate.Steps.columns;
import static jindu.table.ContributionTable.FORM;
import static jindu.table.ContributionTable.INDICATOR;
import static jindu.table.ContributionTable.UNIT_GROUP;
import static jindu.table.RevisionLogTable.AMOUNT_CHANGED;
import static jindu.table.RevisionLogTable.CAUSE;
import static jindu.table.RevisionLogTable.CELL;
import static jindu.table.RevisionLogTable.CELL_RESPONDENTS;
import static jindu.table.RevisionLogTable.EARLIER;
import static jindu.table.RevisionLogTable.QUARTER;
import static jindu.table.RevisionLogTable.RESPONDENTS;
import static jindu.table.RevisionLogTable.UNITS;
import static jindu.table.RevisionLogTable.UNNAMED_RESPONDENTS;
import static jindu.table.RevisionTable.CAUSES;
import static jindu.table.RevisionTable.ESTIMATE;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import jindu.catalog.Catalog;
import jindu.core.Feed.Measure;
import jindu.core.Form;
import jindu.core.Indicator;
import jindu.core.Indicator.Kind;
import jindu.table.ContributionTable;
import jindu.table.ExactRatio;
import jindu.table.RevisionLogTable;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * The change of each cell's year-to-date by cause. A sum changes by what the units bring. A ratio
 * is taken from what it was through the causes in their order, so that their differences, each of a
 * rounded figure, add up to its change.
 */
final class CellRevisions {

  private static final String IS_UNKNOWN = "is_unknown";
  private static final String LINE = "line";
  private static final String STEP = "step";
  private static final String ABOVE = "above";
  private static final String BELOW = "below";
  private static final String RATIO = "ratio";
  private static final String RESPONDENT = "respondent";

  /** What a group brought by a cause of which nothing is told by name. */
  private static final String BROUGHT = "brought";

  /** The same by quarter, of all quarters of the year. */
  private static final String IN_QUARTERS = "brought_in_quarters";

  private static final List<String> KEY = Stream.concat(CELL.stream(), Stream.of(KIND)).toList();
  private static final List<String> COUNTS =
      Stream.concat(
              Stream.of(UNITS, RESPONDENTS, UNNAMED_RESPONDENTS),
              EARLIER.stream().map(RevisionLogTable::ownRespondents))
          .toList();
  private static final List<String> YEAR_OF_CELL =
      KEY.stream().filter(name -> !name.equals(QUARTER)).toList();

  private CellRevisions() {}

  /**
   * One row a cell and cause.
   *
   * @param before rows of {@link ContributionTable} of the same indicators and years as {@code
   *     after}
   */
  static Dataset<Row> of(Dataset<Row> before, Dataset<Row> after, Catalog catalog) {
    Dataset<Row> traits = IndicatorRows.of(before.sparkSession(), catalog);
    return CellChanges.of(before, after, col(INDICATOR).isin(ratios(catalog)))
        // Unique by indicator: one row an entry of the catalog.
        .join(broadcast(traits), new String[] {INDICATOR}, "inner")
        .transform(rows -> Levels.of(rows.withColumn(KIND + "_kept", col(KIND)), catalog))
        .withColumnRenamed(KIND + "_kept", KIND)
        .transform(rows -> ofGroups(rows, catalog))
        .transform(CellRevisions::besideOtherQuarters)
        .transform(CellRevisions::summed)
        .transform(CellRevisions::lines);
  }

  private static Object[] ratios(Catalog catalog) {
    return catalog.indicators().values().stream()
        .filter(indicator -> indicator.kind() == Kind.RATE || indicator.kind() == Kind.MEAN)
        .map(Indicator::code)
        .toArray();
  }

  /**
   * What each group brings to each cell. Administrative units are no group: nothing of them is to
   * be kept secret.
   */
  private static Dataset<Row> ofGroups(Dataset<Row> changes, Catalog catalog) {
    List<Column> sums = new ArrayList<>();
    sums.add(bool_or(isOfCell().and(col(AMOUNT_CHANGED).isNull())).as(IS_UNKNOWN));
    for (Measure measure : List.of(Measure.NOMINAL, Measure.WEIGHT)) {
      sums.add(sum(side(measure, WAS)).as(name(measure, WAS)));
      for (String cause : CAUSES) {
        sums.add(sum(side(measure, cause)).as(name(measure, cause)));
        sums.add(count_if(is(measure, cause)).as(units(measure, cause)));
      }
    }
    for (String cause : CAUSES) {
      sums.add(changes(cause, lit(true)).as(name(RESPONDENTS, cause)));
      sums.add(changes(cause, not(col(IS_NAMED))).as(name(UNNAMED_RESPONDENTS, cause)));
      sums.add(brought(cause).as(name(BROUGHT, cause)));
    }
    List<String> key = Stream.concat(KEY.stream(), Stream.of(RESPONDENT)).toList();
    return changes
        .withColumn(RESPONDENT, when(not(isAdministrative(catalog)), col(UNIT_GROUP)))
        // One exchange: the groups of a cell, its quarters and then the cell are taken where they
        // lie.
        .repartition(columns(YEAR_OF_CELL))
        .groupBy(columns(key))
        .agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new));
  }

  /** Whether the cell is another by it: who only moved within the cell hides nobody. */
  private static Column changes(String cause, Column isMeant) {
    Column isUnknown = isOfCell().and(is(cause)).and(col(AMOUNT_CHANGED).isNull());
    Column changes = coalesce(bool_or(isMeant.and(isUnknown)), lit(false));
    for (Measure measure : List.of(Measure.NOMINAL, Measure.WEIGHT)) {
      changes = changes.or(total(when(isMeant, side(measure, cause))).notEqual(0));
    }
    return changes;
  }

  private static Column brought(String cause) {
    Column isUnnamed = not(col(IS_NAMED));
    return struct(
        total(when(isUnnamed, side(Measure.NOMINAL, cause))).as(ABOVE),
        total(when(isUnnamed, side(Measure.WEIGHT, cause))).as(BELOW));
  }

  private static Column total(Column amounts) {
    return coalesce(sum(amounts), lit(0)).try_cast(Types.AMOUNT);
  }

  private static Dataset<Row> besideOtherQuarters(Dataset<Row> groups) {
    Column brought =
        struct(CAUSES.stream().map(cause -> col(name(BROUGHT, cause))).toArray(Column[]::new));
    List<String> groupOfCell = Stream.concat(YEAR_OF_CELL.stream(), Stream.of(RESPONDENT)).toList();
    Column quarters =
        collect_list(struct(col(QUARTER), brought)).over(Window.partitionBy(columns(groupOfCell)));
    return groups.withColumn(IN_QUARTERS, map_from_entries(quarters));
  }

  private static Column isAdministrative(Catalog catalog) {
    return col(FORM)
        .isin(
            catalog.forms().values().stream()
                .filter(Form::administrative)
                .map(Form::code)
                .toArray());
  }

  private static Dataset<Row> summed(Dataset<Row> groups) {
    List<Column> sums = new ArrayList<>();
    sums.add(bool_or(col(IS_UNKNOWN)).as(IS_UNKNOWN));
    for (Measure measure : List.of(Measure.NOMINAL, Measure.WEIGHT)) {
      sums.add(whole(name(measure, WAS)));
      CAUSES.forEach(cause -> sums.add(whole(name(measure, cause))));
    }
    for (String cause : CAUSES) {
      sums.add(units(cause).as(name(UNITS, cause)));
      sums.add(respondents(col(name(RESPONDENTS, cause))).as(name(RESPONDENTS, cause)));
      sums.add(unnamed(cause).as(name(UNNAMED_RESPONDENTS, cause)));
      for (int quarters : EARLIER) {
        sums.add(own(cause, quarters).as(name(RevisionLogTable.ownRespondents(quarters), cause)));
      }
    }
    // An estimate is nobody's word.
    Column returned =
        CAUSES.stream()
            .filter(cause -> !cause.equals(ESTIMATE))
            .map(cause -> col(name(RESPONDENTS, cause)))
            .reduce(lit(false), Column::or);
    sums.add(respondents(returned).as(CELL_RESPONDENTS));
    return groups
        .groupBy(columns(KEY))
        .agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new));
  }

  private static Column whole(String part) {
    return total(col(part)).as(part);
  }

  private static Column unnamed(String cause) {
    return respondents(col(name(UNNAMED_RESPONDENTS, cause)));
  }

  /**
   * Who corrects the first quarter corrects the year to date of the later ones by the same amount:
   * the line of one quarter less that of another is of those alone who brought different amounts.
   */
  private static Column own(String cause, int quarters) {
    String brought = name(BROUGHT, cause);
    Column earlier = col(QUARTER).minus(quarters);
    Column then = try_element_at(col(IN_QUARTERS), earlier).getField(brought);
    Column isOther = not(col(brought).eqNullSafe(then));
    Column others = respondents(col(name(UNNAMED_RESPONDENTS, cause)).and(isOther));
    return when(earlier.geq(1), others);
  }

  private static Column respondents(Column isOne) {
    return count_if(col(RESPONDENT).isNotNull().and(isOne));
  }

  /** One row a cause; the ratio is computed once a row, on what had been reached by then. */
  private static Dataset<Row> lines(Dataset<Row> sums) {
    List<Column> steps = new ArrayList<>(List.of(step(0, WAS, count -> lit(0L))));
    for (String cause : CAUSES) {
      steps.add(step(steps.size(), cause, count -> col(name(count, cause))));
    }
    WindowSpec soFar = Window.partitionBy(columns(KEY)).orderBy(STEP);
    Column above = sum(ABOVE).over(soFar);
    Column below = sum(BELOW).over(soFar);
    Column isRatio = is(Kind.RATE).or(is(Kind.MEAN));
    Column difference =
        when(isRatio, col(RATIO).minus(lag(RATIO, 1).over(soFar))).otherwise(col(ABOVE));
    // Without a denominator no difference of a ratio is known, of an idle cause neither.
    Column isNothing = col(AMOUNT_CHANGED).eqNullSafe(lit(0)).or(col(UNITS).equalTo(0));
    return sums.withColumn(LINE, explode(array(steps.toArray(Column[]::new))))
        .select(col("*"), col(LINE + ".*"))
        .withColumn(
            RATIO,
            when(is(Kind.RATE), percent(above, below)).when(is(Kind.MEAN), amount(above, below)))
        .withColumn(AMOUNT_CHANGED, difference.try_cast(Types.AMOUNT))
        .withColumn(AMOUNT_CHANGED, when(not(col(IS_UNKNOWN)), col(AMOUNT_CHANGED)))
        .where(col(CAUSE).notEqual(WAS).and(not(isNothing)));
  }

  private static Column step(int number, String cause, Function<String, Column> counts) {
    List<Column> step =
        new ArrayList<>(
            List.of(
                lit(number).as(STEP),
                lit(cause).as(CAUSE),
                col(name(Measure.NOMINAL, cause)).as(ABOVE),
                col(name(Measure.WEIGHT, cause)).as(BELOW)));
    COUNTS.forEach(count -> step.add(counts.apply(count).as(count)));
    return struct(step.toArray(Column[]::new));
  }

  private static Column percent(Column above, Column below) {
    return ExactRatio.percent(above.try_cast(Types.AMOUNT), below.try_cast(Types.AMOUNT));
  }

  private static Column amount(Column above, Column below) {
    return ExactRatio.amount(above.try_cast(Types.AMOUNT), below.try_cast(Types.AMOUNT));
  }

  /** No more than there are: a unit may be on either side of a ratio, or on both. */
  private static Column units(String cause) {
    return greatest(
        sum(col(units(Measure.NOMINAL, cause))), sum(col(units(Measure.WEIGHT, cause))));
  }

  private static Column side(Measure measure, String cause) {
    return when(is(measure, cause), col(AMOUNT_CHANGED));
  }

  /** The value at comparable prices is no part of the cell's own. */
  private static Column isOfCell() {
    return col(MEASURE).isin(Measure.NOMINAL.code(), Measure.WEIGHT.code());
  }

  private static Column is(Measure measure, String cause) {
    return col(MEASURE).equalTo(measure.code()).and(is(cause));
  }

  private static Column is(String cause) {
    return col(CAUSE).equalTo(cause);
  }

  private static Column is(Kind kind) {
    return col(KIND).equalTo(kind.code());
  }

  private static String units(Measure measure, String cause) {
    return name(UNITS + "_" + measure.code(), cause);
  }

  private static String name(Measure measure, String cause) {
    return name(measure.code(), cause);
  }

  private static String name(String what, String cause) {
    return what + "_" + cause;
  }
}
