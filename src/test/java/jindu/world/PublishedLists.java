package jindu.world;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The lists of the page, line by line in their order, beside what the Parquet files say: another
 * program's reading.
 */
final class PublishedLists implements AutoCloseable {

  /** A lamp as the page marks it. */
  private static final String LAMP = "' lamp lamp-' || lamp";

  private static final String WORST_LAMP_FIRST =
      "list_position(['red', 'yellow', 'green', 'grey'], lamp)";

  /** Two decimals, rounded half up, with the sign of what is above zero. */
  private static final String PULL =
      "case when pull_points > 0 then '+' else '' end"
          + " || cast(round(pull_points, 2) as decimal(18, 2))";

  private final Connection connection = DriverManager.getConnection("jdbc:duckdb:");

  /**
   * One list.
   *
   * @param script that returns its lines in the browser
   * @param query that returns them from the tables
   */
  record Lines(String name, String script, String query) {}

  PublishedLists(Path publication) throws SQLException {
    for (String table :
        List.of(
            "weak_indicator",
            "milestone_progress",
            "project_progress",
            "indicator",
            "plan_progress",
            "dim_indicator",
            "dim_township",
            "dim_sector")) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            "create view %s as select * from read_parquet('%s/%s/*.parquet')"
                .formatted(table, publication, table));
      }
    }
  }

  /** The lists of a quarter, e.g. 2021-Q3. */
  List<Lines> of(String quarter) throws SQLException {
    String year = quarter.substring(0, 4);
    String number = quarter.substring(6);
    String period = " where year = %s and quarter = %s".formatted(year, number);
    return List.of(
        new Lines(
            "weak targets",
            all("#weak li[data-target]", "li.dataset.target + ' ' + lampOf(li)"),
            "select target_id || %s from weak_indicator".formatted(LAMP)
                + period
                + " group by target_id, lamp order by min(place_order)"),
        new Lines(
            "parts of weak targets",
            all(
                "#weak li[data-target] p.quiet",
                "li.closest('[data-target]').dataset.target + ' ' + li.textContent.split('：')[1]"),
            "select target_id || ' ' || string_agg(name || ' ' || %s, '、' order by place_order)"
                    .formatted(PULL)
                + " from (select *, coalesce(place.title_zh, case when sector.level = 'division'"
                + " then sector_code || ' ' else '' end || sector.title_zh) as name"
                + " from weak_indicator"
                + " left join dim_township place on part_kind = 'township'"
                + " and place.township_code = part_code"
                + " left join dim_sector sector on part_kind = 'sector'"
                + " and sector.sector_code = part_code)"
                + period
                + " and part_kind is not null group by target_id, part_kind"
                + " order by min(place_order)"),
        new Lines(
            "milestones",
            all(
                "#milestones li[data-milestone]",
                "[li.dataset.milestone + ' ' + lampOf(li),"
                    + " ...[...li.querySelectorAll('.mark')].map(mark => mark.title)].join(' ')"),
            "select milestone_id || %s || ' 到期日 ' || due_date".formatted(LAMP)
                + " || coalesce(' 完成日 ' || done_date, '') from milestone_progress where year = "
                + year
                + " and quarter = "
                + standing(year, number)
                + " order by %s, due_date, milestone_id".formatted(WORST_LAMP_FIRST)),
        new Lines(
            "projects by lamp",
            all("#count-projects [data-count]", "li.dataset.count + ' ' + li.textContent"),
            "select code || ' ' || (select count(*) from project_progress"
                + period
                + " and lamp = code) from unnest(['red', 'yellow', 'green', 'grey']) codes(code)"),
        new Lines(
            "projects behind",
            all("#gaps svg text", "li.textContent") + ".filter(text => /灯 .*%/.test(text))",
            "select case lamp when 'red' then '红灯 ' when 'yellow' then '黄灯 ' else '灰灯 ' end"
                + " || cast(round(gap_points, 1) as decimal(18, 1)) || '（'"
                + " || cast(round(completion_pct, 1) as decimal(18, 1)) || '%）'"
                + " from project_progress"
                + period
                + " and gap_points < 0 order by gap_points, project_code limit 20"));
  }

  /** What a query finds, one text a line. */
  List<String> read(String query) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      while (found.next()) {
        lines.add(found.getString(1));
      }
    }
    return lines;
  }

  /** Of the newest quarter milestones stand as they do today, which may be in the quarter after. */
  private String standing(String year, String number) throws SQLException {
    String newest =
        read("select max(year || '-' || quarter) from indicator where not withheld").get(0);
    return newest.equals(year + "-" + number)
        ? "(select max(quarter) from milestone_progress where year = " + year + ")"
        : number;
  }

  private static String all(String selector, String text) {
    return "const lampOf = li => li.querySelector('.lamp').className;"
        + "return [...document.querySelectorAll('%s')].map(li => %s)".formatted(selector, text);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
