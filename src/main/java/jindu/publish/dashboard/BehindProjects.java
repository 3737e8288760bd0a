package jindu.publish.dashboard;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jindu.core.Quarter;
import jindu.publish.PublishedRows;
import jindu.table.ProjectProgressTable;
import org.apache.spark.sql.Row;

/**
 * The projects furthest behind their plan, quarter by quarter, and how many are under which lamp.
 */
final class BehindProjects {

  /** As many as a page holds; the workbook and the table have them all. */
  private static final int SHOWN = 20;

  private static final Comparator<Row> WORST_FIRST =
      Comparator.<Row, BigDecimal>comparing(row -> row.getAs(ProjectProgressTable.GAP_POINTS))
          .thenComparing(row -> row.<String>getAs(ProjectProgressTable.PROJECT_CODE));

  private final Map<Quarter, List<Row>> byQuarter;

  BehindProjects(PublishedRows now, Quarters quarters) {
    this.byQuarter =
        now.of(ProjectProgressTable.DEFINITION).stream()
            .filter(quarters::has)
            .collect(
                Collectors.groupingBy(PublishedRows::quarter, TreeMap::new, Collectors.toList()));
  }

  /** Worst first within a quarter; only those behind. */
  ObjectNode json() {
    return TableJson.of(
        byQuarter.values().stream().flatMap(BehindProjects::behind),
        List.of(
            ProjectProgressTable.PROJECT_CODE,
            ProjectProgressTable.YEAR,
            ProjectProgressTable.QUARTER,
            ProjectProgressTable.NAME,
            ProjectProgressTable.TIER,
            ProjectProgressTable.TOWNSHIP_CODE,
            ProjectProgressTable.COMPLETION_PCT,
            ProjectProgressTable.GAP_POINTS,
            ProjectProgressTable.STAGE,
            ProjectProgressTable.LAMP));
  }

  /** One row a quarter and lamp; projects whose figures are withheld are counted as such. */
  ObjectNode lamps() {
    ObjectNode table = JsonNodeFactory.instance.objectNode();
    List.of("year", "quarter", "lamp", "projects").forEach(table.putArray("columns")::add);
    ArrayNode rows = table.putArray("rows");
    byQuarter.forEach(
        (quarter, projects) ->
            projects.stream()
                .collect(
                    Collectors.groupingBy(
                        BehindProjects::lamp, TreeMap::new, Collectors.counting()))
                .forEach(
                    (lamp, number) ->
                        rows.addArray()
                            .add(quarter.year())
                            .add(quarter.number())
                            .add(lamp)
                            .add(number)));
    return table;
  }

  private static Stream<Row> behind(List<Row> projects) {
    return projects.stream()
        .filter(row -> !isWithheld(row))
        .filter(row -> row.getAs(ProjectProgressTable.GAP_POINTS) != null)
        .filter(row -> row.<BigDecimal>getAs(ProjectProgressTable.GAP_POINTS).signum() < 0)
        .sorted(WORST_FIRST)
        .limit(SHOWN);
  }

  private static String lamp(Row row) {
    String lamp = row.getAs(ProjectProgressTable.LAMP);
    return isWithheld(row) || lamp == null ? "withheld" : lamp;
  }

  private static boolean isWithheld(Row row) {
    return Boolean.TRUE.equals(row.<Boolean>getAs(ProjectProgressTable.WITHHELD));
  }
}
