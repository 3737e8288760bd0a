package jindu.publish.dashboard;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jindu.core.Sector;
import jindu.publish.PublishedRows;
import jindu.table.ColumnDefinition;
import jindu.table.HeadlineTable;
import jindu.table.IndicatorDimensionTable;
import jindu.table.IndicatorTable;
import jindu.table.MilestoneProgressTable;
import jindu.table.PlanProgressTable;
import jindu.table.ResponseQualityTable;
import jindu.table.SectorDimensionTable;
import jindu.table.TableDefinition;
import jindu.table.TownshipDimensionTable;
import jindu.table.TownshipRankingTable;
import jindu.table.WeakIndicatorTable;
import org.apache.spark.sql.Row;

/** The rows and columns of the published tables that the page shows, and no others. */
final class PageTables {

  private final PublishedRows now;
  private final Quarters quarters;
  private final String district;
  private final List<Row> totals;
  private final List<Row> sectors;

  /**
   * @param district its place code
   */
  PageTables(PublishedRows now, Quarters quarters, String district) {
    this.now = now;
    this.quarters = quarters;
    this.district = district;
    Map<Boolean, List<Row>> cells =
        now.of(IndicatorTable.DEFINITION).stream()
            .filter(row -> isDistrict(row) || isTotal(row))
            .filter(quarters::has)
            .collect(Collectors.partitioningBy(PageTables::isTotal));
    this.totals = cells.get(true);
    this.sectors = cells.get(false);
  }

  ObjectNode json() {
    ObjectNode tables = JsonNodeFactory.instance.objectNode();
    put(tables, "indicators", IndicatorDimensionTable.DEFINITION, row -> true);
    put(tables, "places", TownshipDimensionTable.DEFINITION, row -> true);
    put(tables, "headline", HeadlineTable.DEFINITION, quarters::has);
    put(tables, "plan", PlanProgressTable.DEFINITION, this::isPlan);
    put(tables, "ranking", TownshipRankingTable.DEFINITION, quarters::has);
    put(tables, "weak", WeakIndicatorTable.DEFINITION, quarters::has);
    put(tables, "milestones", MilestoneProgressTable.DEFINITION, quarters::hasYear);
    tables.set("figures", figures());
    tables.set("contributions", contributions());
    tables.set("sectors", namedSectors());
    tables.set("quality", quality());
    BehindProjects projects = new BehindProjects(now, quarters);
    tables.set("projects", projects.json());
    tables.set("project_lamps", projects.lamps());
    return tables;
  }

  /** A version of a target that another one has replaced is history. */
  private boolean isPlan(Row row) {
    return quarters.has(row)
        && Boolean.TRUE.equals(row.<Boolean>getAs(PlanProgressTable.IN_FORCE))
        && row.getAs(PlanProgressTable.SECTOR_CODE).equals(Sector.ALL);
  }

  /** The district and its townships, all sectors together. */
  private ObjectNode figures() {
    return TableJson.of(
        totals.stream(),
        List.of(
            IndicatorTable.INDICATOR,
            IndicatorTable.TOWNSHIP_CODE,
            IndicatorTable.YEAR,
            IndicatorTable.QUARTER,
            IndicatorTable.VALUE_YTD,
            IndicatorTable.GROWTH_YTD_PCT,
            IndicatorTable.COMPARABLE_GROWTH_YTD_PCT,
            IndicatorTable.STATUS,
            IndicatorTable.WITHHELD));
  }

  /** The sectors of the whole district. */
  private ObjectNode contributions() {
    return TableJson.of(
        sectors.stream(),
        List.of(
            IndicatorTable.INDICATOR,
            IndicatorTable.SECTOR_CODE,
            IndicatorTable.YEAR,
            IndicatorTable.QUARTER,
            IndicatorTable.PULL_POINTS,
            IndicatorTable.CONTRIBUTION_PCT,
            IndicatorTable.WITHHELD));
  }

  /** Only sectors that have figures here: most of the classification has none. */
  private ObjectNode namedSectors() {
    Set<String> named =
        Stream.concat(
                sectors.stream().map(row -> row.<String>getAs(IndicatorTable.SECTOR_CODE)),
                now.of(WeakIndicatorTable.DEFINITION).stream()
                    .map(row -> row.<String>getAs(WeakIndicatorTable.PART_CODE)))
            .collect(Collectors.toSet());
    return TableJson.of(
        now.of(SectorDimensionTable.DEFINITION).stream()
            .filter(row -> named.contains(row.<String>getAs(SectorDimensionTable.SECTOR_CODE))),
        List.of(
            SectorDimensionTable.SECTOR_CODE,
            SectorDimensionTable.TITLE_ZH,
            SectorDimensionTable.TITLE_EN,
            SectorDimensionTable.LEVEL));
  }

  private ObjectNode quality() {
    return TableJson.of(
        now.of(ResponseQualityTable.DEFINITION).stream()
            .filter(
                row ->
                    quarters.has(row)
                        && row.getAs(ResponseQualityTable.TOWNSHIP_CODE).equals(district)),
        columns(ResponseQualityTable.DEFINITION));
  }

  private boolean isDistrict(Row row) {
    return row.getAs(IndicatorTable.TOWNSHIP_CODE).equals(district);
  }

  private static boolean isTotal(Row row) {
    return row.getAs(IndicatorTable.SECTOR_CODE).equals(Sector.ALL);
  }

  private void put(ObjectNode tables, String name, TableDefinition table, Predicate<Row> wanted) {
    tables.set(name, TableJson.of(now.of(table).stream().filter(wanted), columns(table)));
  }

  private static List<String> columns(TableDefinition table) {
    return table.columns().stream().map(ColumnDefinition::name).toList();
  }
}
