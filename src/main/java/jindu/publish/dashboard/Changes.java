package jindu.publish.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jindu.core.Sector;
import jindu.publish.PublishedRows;
import jindu.table.HeadlineTable;
import jindu.table.MilestoneProgressTable;
import jindu.table.PlanProgressTable;
import jindu.table.RevisionTable;
import org.apache.spark.sql.Row;

/**
 * What changed since the publication that was in force before: two publications laid side by side.
 * The table {@code revision} cannot say it, for it compares with what was published first. What is
 * withheld in either of them, or in {@code revision}, is left out, so that no figure comes back by
 * this door.
 */
final class Changes {

  private final PublishedRows before;
  private final PublishedRows now;
  private final String district;

  private Changes(PublishedRows before, PublishedRows now, String district) {
    this.before = before;
    this.now = now;
    this.district = district;
  }

  /** Null in a first publication. */
  static JsonNode json(Optional<PublishedRows> before, PublishedRows now, String district) {
    return before
        .<JsonNode>map(earlier -> new Changes(earlier, now, district).json())
        .orElse(NullNode.instance);
  }

  private ObjectNode json() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("publication", before.publication());
    root.put("as_of", before.asOf().toString());
    headline(root.putArray("new"), root.putArray("revised"));
    lamps(root.putArray("lamps"));
    milestones(root.putArray("milestones"));
    return root;
  }

  /** Lines of quarters that were not there, and figures of quarters that were. */
  private void headline(ArrayNode fresh, ArrayNode revised) {
    Map<List<Object>, Row> earlier = byLine(before);
    Set<List<Object>> closed = withheldRevisions();
    byLine(now)
        .forEach(
            (line, row) -> {
              Row old = earlier.get(line);
              if (old == null) {
                line(fresh, row);
              } else if (!isWithheld(old) && !isWithheld(row) && !closed.contains(line)) {
                revised(revised, old, row, HeadlineTable.DISPLAY_VALUE);
                revised(revised, old, row, HeadlineTable.GROWTH_PCT);
              }
            });
  }

  /** Cells of the district whose revision would tell what one or two units revised. */
  private Set<List<Object>> withheldRevisions() {
    return now.of(RevisionTable.DEFINITION).stream()
        .filter(Changes::isWithheld)
        .filter(row -> row.getAs(RevisionTable.TOWNSHIP_CODE).equals(district))
        .filter(row -> row.getAs(RevisionTable.SECTOR_CODE).equals(Sector.ALL))
        .map(row -> List.<Object>of(row.getAs(RevisionTable.INDICATOR), PublishedRows.quarter(row)))
        .collect(Collectors.toSet());
  }

  private static Map<List<Object>, Row> byLine(PublishedRows publication) {
    return publication.of(HeadlineTable.DEFINITION).stream()
        .collect(
            Collectors.toMap(
                row -> List.of(row.getAs(HeadlineTable.INDICATOR), PublishedRows.quarter(row)),
                Function.identity(),
                (first, later) -> first,
                LinkedHashMap::new));
  }

  private static ObjectNode line(ArrayNode list, Row row) {
    return list.addObject()
        .put("indicator", row.<String>getAs(HeadlineTable.INDICATOR))
        .put("quarter", PublishedRows.quarter(row).toString());
  }

  private static void revised(ArrayNode list, Row old, Row row, String column) {
    if (!Objects.equals(old.<Object>getAs(column), row.<Object>getAs(column))) {
      ObjectNode change = line(list, row).put("column", column);
      change.put("before", text(old, column));
      change.put("now", text(row, column));
    }
  }

  private static String text(Row row, String column) {
    BigDecimal value = row.getAs(column);
    return value == null ? null : TableJson.text(value);
  }

  /** The latest lamp of each target of the district against its latest lamp then. */
  private void lamps(ArrayNode list) {
    Map<String, Row> earlier = latest(targets(before), PlanProgressTable.TARGET_ID);
    latest(targets(now), PlanProgressTable.TARGET_ID)
        .forEach((id, row) -> lamp(list, id, earlier.get(id), row, PlanProgressTable.LAMP));
  }

  private Stream<Row> targets(PublishedRows publication) {
    return publication.of(PlanProgressTable.DEFINITION).stream()
        .filter(row -> row.getAs(PlanProgressTable.TOWNSHIP_CODE).equals(district))
        .filter(row -> row.getAs(PlanProgressTable.SECTOR_CODE).equals(Sector.ALL))
        .filter(row -> Boolean.TRUE.equals(row.<Boolean>getAs(PlanProgressTable.IN_FORCE)))
        .filter(row -> !isWithheld(row));
  }

  private void milestones(ArrayNode list) {
    Map<String, Row> earlier = latest(steps(before), MilestoneProgressTable.MILESTONE_ID);
    latest(steps(now), MilestoneProgressTable.MILESTONE_ID)
        .forEach((id, row) -> lamp(list, id, earlier.get(id), row, MilestoneProgressTable.LAMP));
  }

  private static Stream<Row> steps(PublishedRows publication) {
    return publication.of(MilestoneProgressTable.DEFINITION).stream();
  }

  private static Map<String, Row> latest(Stream<Row> rows, String id) {
    return rows.collect(
        Collectors.toMap(
            row -> row.getAs(id),
            Function.identity(),
            (first, later) ->
                PublishedRows.quarter(first).compareTo(PublishedRows.quarter(later)) > 0
                    ? first
                    : later,
            LinkedHashMap::new));
  }

  private static void lamp(ArrayNode list, String id, Row old, Row row, String column) {
    if (old != null && !Objects.equals(old.<Object>getAs(column), row.<Object>getAs(column))) {
      list.addObject()
          .put("id", id)
          .put("before", old.<String>getAs(column))
          .put("before_quarter", PublishedRows.quarter(old).toString())
          .put("now", row.<String>getAs(column))
          .put("quarter", PublishedRows.quarter(row).toString());
    }
  }

  private static boolean isWithheld(Row row) {
    return Boolean.TRUE.equals(row.<Boolean>getAs(HeadlineTable.WITHHELD));
  }
}
