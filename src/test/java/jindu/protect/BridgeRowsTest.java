package jindu.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jindu.TableRows;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogReader;
import jindu.table.CellTable;
import jindu.table.IndicatorTable;
import jindu.table.ProjectBridgeTable;
import jindu.table.TableDefinition;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** No line of the bridge says what a project returned to the statistics. */
class BridgeRowsTest {

  private final List<Row> bridge = new ArrayList<>();
  private final List<Map<String, Object>> cells = new ArrayList<>();

  @Test
  void whatTheLedgerSaysLeavesByProjectAndTheRestAsTwoSums() throws Exception {
    enoughOfBoth();
    line("a", "land_cost", "7", null);
    line("b", "not_in_register", "9", null);
    line("c", "not_in_register", "0", null);
    assertThat(published(true, false))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "a land_cost", "7.0000",
                "b not_in_register", "9.0000",
                "ALL other", "6.0000",
                "ALL not_on_ledger", "-120.0000"));
  }

  @Test
  void oneSumOfTwoRespondentsClosesBoth() throws Exception {
    enoughOfBoth();
    bridge.remove(0);
    line("a", "land_cost", "7", null);
    assertThat(published(true, false))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("a land_cost", "7.0000", "ALL other", "-", "ALL not_on_ledger", "-"));
  }

  @Test
  void aDominantRespondentClosesBoth() throws Exception {
    enoughOfBoth();
    line("large", "not_on_ledger", "-9000", "9000");
    assertThat(published(true, false)).containsValue("-").doesNotContainValue("-9120.0000");
  }

  @Test
  void aGroupIsOneRespondentHoweverManyProjectsItHas() throws Exception {
    enoughOfBoth();
    bridge.set(1, withGroup(bridge.get(1), "p"));
    assertThat(published(true, false)).containsEntry("ALL other", "-");
  }

  /** Of three projects that the ledger names two are a township's: less it, the third is left. */
  @Test
  void anOpenCellOfNamedProjectsClosesBoth() throws Exception {
    enoughOfBoth();
    // With one or two without a name the cell would be withheld: they are none, or three.
    cell("410311002", "ALL", false, 5, 0);
    assertThat(published(true, false)).containsEntry("ALL other", "-");
    cells.clear();
    cell("410311002", "ALL", true, 5, 2);
    assertThat(published(true, false)).containsEntry("ALL other", "6.0000");
    cells.clear();
    cell("410311002", "ALL", false, 5, 3);
    assertThat(published(true, false)).containsEntry("ALL other", "6.0000");
  }

  @Test
  void aWithheldTotalIsNotGivenAwayByItsBridge() throws Exception {
    enoughOfBoth();
    assertThat(published(true, true).values()).containsOnly("-");
  }

  @Test
  void aLedgerOfRespondentsLeavesNoAmount() throws Exception {
    enoughOfBoth();
    line("a", "land_cost", "7", null);
    assertThat(published(false, false).values()).containsOnly("-");
  }

  private void enoughOfBoth() {
    line("p", "other", "1", "40");
    line("q", "other", "2", "30");
    line("r", "other", "3", "20");
    line("u", "not_on_ledger", "-50", "50");
    line("v", "not_on_ledger", "-40", "40");
    line("w", "not_on_ledger", "-30", "30");
  }

  private void line(String project, String reason, String amount, String counted) {
    Map<String, Object> cells = new HashMap<>();
    cells.put(ProjectBridgeTable.PROJECT_CODE, project);
    cells.put(ProjectBridgeTable.YEAR, 2021);
    cells.put(ProjectBridgeTable.QUARTER, 2);
    cells.put(ProjectBridgeTable.REASON, reason);
    cells.put(ProjectBridgeTable.LINE_AMOUNT, new BigDecimal(amount).setScale(4));
    cells.put(ProjectBridgeTable.PROJECTS, 1L);
    cells.put(ProjectBridgeTable.REASON_ZH, reason);
    cells.put(ProjectBridgeTable.REASON_EN, reason);
    cells.put(
        ProjectBridgeTable.COUNTED, counted == null ? null : new BigDecimal(counted).setScale(4));
    cells.put(ProjectBridgeTable.COUNTED_GROUP, counted == null ? null : project);
    bridge.add(TableRows.row(ProjectBridgeTable.UNPROTECTED, cells));
  }

  /** Amount by project and reason; a withheld one is a dash. */
  private Map<String, String> published(boolean administrative, boolean cellWithheld)
      throws Exception {
    cells.removeIf(cell -> cell.get(IndicatorTable.TOWNSHIP_CODE).equals("410311"));
    // Nothing of the total itself is asked but whether it is open.
    cell("410311", "ALL", cellWithheld, 5, 0);
    Map<String, String> lines = new TreeMap<>();
    Protect.projectBridge(
            TableRows.of(ProjectBridgeTable.UNPROTECTED, bridge),
            rows(CellTable.DEFINITION),
            rows(IndicatorTable.DEFINITION),
            catalog(administrative))
        .collectAsList()
        .forEach(
            line -> {
              BigDecimal amount = line.getAs(ProjectBridgeTable.LINE_AMOUNT);
              assertThat(line.<Boolean>getAs(ProjectBridgeTable.WITHHELD))
                  .isEqualTo(amount == null);
              lines.put(
                  line.getAs(ProjectBridgeTable.PROJECT_CODE)
                      + " "
                      + line.getAs(ProjectBridgeTable.REASON),
                  amount == null ? "-" : amount.toPlainString());
            });
    return lines;
  }

  private void cell(String place, String sector, boolean withheld, long units, long unnamed) {
    cells.add(
        Map.of(
            IndicatorTable.INDICATOR,
            "fixed_asset_investment",
            IndicatorTable.TOWNSHIP_CODE,
            place,
            IndicatorTable.SECTOR_CODE,
            sector,
            IndicatorTable.YEAR,
            2021,
            IndicatorTable.QUARTER,
            2,
            IndicatorTable.WITHHELD,
            withheld,
            CellTable.VALUE_YTD_CONTRIBUTORS,
            units,
            CellTable.contributors(CellTable.unnamed(IndicatorTable.VALUE_YTD)),
            unnamed));
  }

  private Dataset<Row> rows(TableDefinition table) {
    List<String> columns = List.of(table.schema().fieldNames());
    return TableRows.of(
        table,
        cells.stream()
            .map(
                cell -> {
                  Map<String, Object> of = new HashMap<>(cell);
                  of.keySet().retainAll(columns);
                  return TableRows.row(table, of);
                })
            .toList());
  }

  /** The line, of a project that belongs to another group. */
  private static Row withGroup(Row line, String group) {
    Map<String, Object> cells = new HashMap<>();
    for (String column : line.schema().fieldNames()) {
      cells.put(column, line.getAs(column));
    }
    cells.put(ProjectBridgeTable.COUNTED_GROUP, group);
    return TableRows.row(ProjectBridgeTable.UNPROTECTED, cells);
  }

  private static Catalog catalog(boolean administrative) throws Exception {
    Map<String, String> texts =
        new HashMap<>(CatalogReader.read(Path.of("data-lake", "reference")).files());
    texts.computeIfPresent(
        "forms/ZD-1.yaml",
        (path, text) -> text.replace("administrative: true", "administrative: " + administrative));
    return CatalogReader.read(texts);
  }
}
