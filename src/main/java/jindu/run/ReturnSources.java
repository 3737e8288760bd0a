package jindu.run;

import static java.util.stream.Collectors.toSet;
import static org.apache.spark.sql.functions.col;

import java.sql.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jindu.catalog.Catalog;
import jindu.table.ContributionTable;
import jindu.table.ObservationTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Where the returns behind listed parts came from, and what check found in them. */
final class ReturnSources {

  private final Map<Key, ReturnSource> sources = new HashMap<>();

  private ReturnSources() {}

  /**
   * One query on the forms and years of the parts.
   *
   * @param parts rows of {@link ContributionTable}, so few that a query can name them
   * @param observations of every form and year; at most one of a unit, period and item is in force
   */
  static ReturnSources of(List<Row> parts, Dataset<Row> observations, Catalog catalog) {
    ReturnSources found = new ReturnSources();
    if (parts.stream().allMatch(row -> row.getAs(ContributionTable.PERIOD) == null)) {
      return found;
    }
    ProblemWords words = new ProblemWords(catalog.forms().values());
    Set<Integer> years =
        named(parts, ContributionTable.PERIOD).stream()
            .map(period -> Integer.valueOf(period.substring(0, 4)))
            .collect(toSet());
    observations
        .where(col(ObservationTable.FORM).isin(values(parts, ContributionTable.FORM)))
        .where(col(ObservationTable.YEAR).isin(years.toArray()))
        .where(col(ObservationTable.IN_FORCE))
        .where(col(ObservationTable.UNIT_KEY).isin(values(parts, ContributionTable.RETURN_UNIT)))
        .where(col(ObservationTable.PERIOD).isin(values(parts, ContributionTable.PERIOD)))
        .where(col(ObservationTable.ITEM).isin(values(parts, ContributionTable.ITEM)))
        .select(
            ObservationTable.FORM,
            ObservationTable.UNIT_KEY,
            ObservationTable.PERIOD,
            ObservationTable.ITEM,
            ObservationTable.PATH,
            ObservationTable.SHEET,
            ObservationTable.ROW_NUMBER,
            ObservationTable.RECEIVED_DATE,
            ObservationTable.UNIT_NAME,
            ObservationTable.EXPLANATION,
            ObservationTable.FLAGS,
            ObservationTable.FINDINGS)
        .collectAsList()
        .forEach(
            row ->
                found.sources.put(
                    Key.of(row, ObservationTable.UNIT_KEY),
                    new ReturnSource(
                        row.getAs(ObservationTable.PATH),
                        row.getAs(ObservationTable.SHEET),
                        row.<Integer>getAs(ObservationTable.ROW_NUMBER),
                        row.<Date>getAs(ObservationTable.RECEIVED_DATE).toLocalDate(),
                        row.getAs(ObservationTable.UNIT_NAME),
                        row.getAs(ObservationTable.EXPLANATION),
                        words.odd(row))));
    return found;
  }

  /** The source of a part; empty where it has no return. */
  Optional<ReturnSource> of(Row part) {
    return Optional.ofNullable(sources.get(Key.of(part, ContributionTable.RETURN_UNIT)));
  }

  private static Object[] values(List<Row> parts, String column) {
    return named(parts, column).toArray();
  }

  private static Set<String> named(List<Row> parts, String column) {
    return parts.stream()
        .map(row -> row.<String>getAs(column))
        .filter(Objects::nonNull)
        .collect(toSet());
  }

  private record Key(String form, String unit, String period, String item) {

    static Key of(Row row, String unit) {
      return new Key(
          row.getAs(ObservationTable.FORM),
          row.getAs(unit),
          row.getAs(ObservationTable.PERIOD),
          row.getAs(ObservationTable.ITEM));
    }
  }
}
