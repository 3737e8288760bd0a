package jindu.run;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jindu.catalog.Catalog;
import jindu.core.Feed;
import jindu.core.Form;

/**
 * What the catalog states, as small tables of an engine of its own: facts, and nothing computed.
 *
 * <p>Lists are read from their files. Of the forms' files come {@code forms}, {@code feeds}, and
 * {@code feed_selections}: the values of the attribute by which a feed chooses its units; and
 * {@code ledger}: the form that is published project by project, if there is one.
 */
final class CatalogFacts {

  private static final String SCHEMA =
      """
      CREATE TABLE forms (form VARCHAR, frequency VARCHAR, due_days INTEGER, final_month INTEGER,
        final_day INTEGER, registered BOOLEAN, estimates BOOLEAN,
        administrative BOOLEAN);
      CREATE TABLE ledger (form VARCHAR, done VARCHAR, statistics VARCHAR);
      CREATE TABLE feeds (feed INTEGER, form VARCHAR, indicator VARCHAR, indicator_from VARCHAR,
        item VARCHAR, measure VARCHAR, conversion VARCHAR, base VARCHAR, where_attribute VARCHAR);
      CREATE TABLE feed_selections (feed INTEGER, selected VARCHAR);
      """;

  private static final Map<String, String> LISTS =
      Map.of(
          "indicators", "indicators.csv",
          "places", "townships.csv",
          "sectors", "sectors.csv",
          "value_added_rates", "value_added_rates.csv",
          "price_indices", "price_indices.csv",
          "base_adjustments", "base_adjustments.csv",
          "abnormal_quarters", "abnormal_quarters.csv");

  private CatalogFacts() {}

  static void load(DuckDb duck, Catalog catalog, Path reference) throws SQLException {
    duck.run(SCHEMA);
    int feeds = 0;
    for (Form form : catalog.forms().values()) {
      insert(
          duck,
          "forms",
          form.code(),
          form.frequency().code(),
          form.dueDays(),
          form.finalDay().getMonthValue(),
          form.finalDay().getDayOfMonth(),
          form.registered(),
          form.estimates(),
          form.administrative());
      if (form.projects() != null && form.administrative()) {
        insert(duck, "ledger", form.code(), form.projects().done(), form.projects().statistics());
      }
      for (Feed feed : form.feeds()) {
        feeds++;
        insert(
            duck,
            "feeds",
            feeds,
            form.code(),
            feed.indicator(),
            feed.indicatorFrom(),
            feed.item(),
            feed.measure().code(),
            feed.conversion().code(),
            form.base(feed).code(),
            feed.whereAttribute());
        for (String selected : feed.whereValues()) {
          insert(duck, "feed_selections", feeds, selected);
        }
      }
    }
    for (Map.Entry<String, String> list : LISTS.entrySet()) {
      duck.run(
          """
          CREATE TABLE %s AS FROM read_csv('%s', comment = '#', header = true, all_varchar = true,
            delim = ',', quote = '"', escape = '"', nullstr = '');
          """
              .formatted(list.getKey(), reference.resolve(list.getValue())));
    }
  }

  private static void insert(DuckDb duck, String table, Object... values) throws SQLException {
    List<String> literals =
        Stream.of(values).map(value -> "'" + value.toString().replace("'", "''") + "'").toList();
    duck.run(
        "INSERT INTO %s VALUES (%s);\n"
            .formatted(table, literals.stream().collect(Collectors.joining(", "))));
  }
}
