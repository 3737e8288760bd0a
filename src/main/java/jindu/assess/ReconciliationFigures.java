package jindu.assess;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.stream.Stream;
import jindu.catalog.Catalog;
import jindu.core.Form;
import jindu.core.Place;
import jindu.core.Reconciliation;
import jindu.core.Reconciliation.Kind;
import jindu.core.Reconciliation.Term;
import jindu.core.Sector;
import jindu.table.IndicatorTable;
import jindu.table.ObservationTable;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The figures of the district that the catalog's comparisons name, quarter by quarter. */
final class ReconciliationFigures {

  static final String KIND = "figure_kind";
  static final String NAME = "figure_name";
  static final String YEAR = "figure_year";
  static final String QUARTER = "figure_quarter";
  static final String FIGURE = "figure";
  static final String WITHHELD = "figure_withheld";

  private static final String FOUND = "found";

  /** The attribute by which a form of many departments names the one that delivers. */
  private static final String DEPARTMENT = "department";

  private ReconciliationFigures() {}

  /** One row a kind, name and quarter. */
  static Dataset<Row> of(
      Dataset<Row> protectedIndicator, Dataset<Row> observations, Catalog catalog) {
    Dataset<Row> figures = indicators(protectedIndicator, catalog);
    List<Term> departments = terms(catalog, Kind.DEPARTMENT);
    return departments.isEmpty()
        ? figures
        : figures.unionByName(departments(observations, catalog, departments));
  }

  private static Dataset<Row> indicators(Dataset<Row> protectedIndicator, Catalog catalog) {
    Object[] named =
        Stream.of(Kind.INDICATOR, Kind.GROWTH, Kind.SHARE)
            .flatMap(kind -> terms(catalog, kind).stream())
            .map(Term::indicator)
            .distinct()
            .toArray();
    Column isWhole = col(IndicatorTable.SECTOR_CODE).equalTo(Sector.ALL);
    Column name =
        when(isWhole, col(IndicatorTable.INDICATOR))
            .otherwise(
                concat(col(IndicatorTable.INDICATOR), lit("/"), col(IndicatorTable.SECTOR_CODE)));
    return protectedIndicator
        .where(col(IndicatorTable.INDICATOR).isin(named))
        .where(col(IndicatorTable.TOWNSHIP_CODE).equalTo(catalog.district().code()))
        .withColumn(
            FOUND,
            explode(
                array(
                    found(Kind.INDICATOR, col(IndicatorTable.VALUE_YTD)),
                    found(Kind.GROWTH, IndicatorSet.headlineGrowth(catalog)))))
        .select(
            col(FOUND).getField(KIND).as(KIND),
            name.as(NAME),
            col(IndicatorTable.YEAR).as(YEAR),
            col(IndicatorTable.QUARTER).as(QUARTER),
            col(FOUND).getField(FIGURE).as(FIGURE),
            col(IndicatorTable.WITHHELD).as(WITHHELD));
  }

  private static Column found(Kind kind, Column figure) {
    return struct(lit(kind.code()).as(KIND), figure.cast(Types.AMOUNT).as(FIGURE));
  }

  /** The last return of each quarter; nothing where the form is no administrative one. */
  private static Dataset<Row> departments(
      Dataset<Row> observations, Catalog catalog, List<Term> terms) {
    List<Form> forms =
        catalog.forms().values().stream().filter(ReconciliationFigures::namesIndicators).toList();
    Column isAdministrative =
        FedIndicator.isOf(forms.stream().filter(Form::administrative).toList());
    Column name = concat(FedIndicator.of(forms), lit("@"), Attribute.of(DEPARTMENT));
    return observations
        .where(FedIndicator.isOf(forms))
        .where(col(ObservationTable.TOWNSHIP_CODE).isin(ownPlaces(catalog)))
        .where(col(ObservationTable.IN_FORCE).and(col(ObservationTable.VALUE).isNotNull()))
        .withColumn(NAME, name)
        .where(col(NAME).isin(terms.stream().map(Term::name).toArray()))
        .groupBy(
            col(NAME),
            col(ObservationTable.YEAR).as(YEAR),
            col(ObservationTable.QUARTER).as(QUARTER),
            col(ObservationTable.UNIT_KEY))
        .agg(
            max_by(
                    when(isAdministrative, col(ObservationTable.VALUE)),
                    col(ObservationTable.PERIOD))
                .as(FIGURE),
            bool_or(not(isAdministrative)).as(WITHHELD))
        .groupBy(col(NAME), col(YEAR), col(QUARTER))
        .agg(sum(col(FIGURE)).cast(Types.AMOUNT).as(FIGURE), bool_or(col(WITHHELD)).as(WITHHELD))
        .withColumn(KIND, lit(Kind.DEPARTMENT.code()));
  }

  /** The city and other districts deliver on the same forms, and are not the district. */
  private static Object[] ownPlaces(Catalog catalog) {
    return catalog.places().stream().map(Place::code).toArray();
  }

  private static boolean namesIndicators(Form form) {
    return form.feeds().stream().anyMatch(feed -> !feed.indicatorFrom().isEmpty());
  }

  private static List<Term> terms(Catalog catalog, Kind kind) {
    return catalog.reconciliations().stream()
        .flatMap(each -> Stream.of(each.a(), each.b()))
        .filter(side -> side.kind() == kind)
        .map(Reconciliation.Side::terms)
        .flatMap(List::stream)
        .toList();
  }
}
