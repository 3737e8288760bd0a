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
import jindu.table.IndicatorTable;
import jindu.table.ProjectBridgeTable;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** No line of the bridge says what a project returned to the statistics. */
class BridgeRowsTest {

  private final List<Row> bridge = new ArrayList<>();

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
    bridge.add(TableRows.row(ProjectBridgeTable.UNPROTECTED, cells));
  }

  /** Amount by project and reason; a withheld one is a dash. */
  private Map<String, String> published(boolean administrative, boolean cellWithheld)
      throws Exception {
    Row cell =
        TableRows.row(
            IndicatorTable.DEFINITION,
            Map.of(
                IndicatorTable.INDICATOR,
                "fixed_asset_investment",
                IndicatorTable.TOWNSHIP_CODE,
                "410311",
                IndicatorTable.SECTOR_CODE,
                "ALL",
                IndicatorTable.YEAR,
                2021,
                IndicatorTable.QUARTER,
                2,
                IndicatorTable.WITHHELD,
                cellWithheld));
    Map<String, String> lines = new TreeMap<>();
    Protect.projectBridge(
            TableRows.of(ProjectBridgeTable.UNPROTECTED, bridge),
            TableRows.of(IndicatorTable.DEFINITION, List.of(cell)),
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

  private static Catalog catalog(boolean administrative) throws Exception {
    Map<String, String> texts =
        new HashMap<>(CatalogReader.read(Path.of("data-lake", "reference")).files());
    texts.computeIfPresent(
        "forms/ZD-1.yaml",
        (path, text) -> text.replace("administrative: true", "administrative: " + administrative));
    return CatalogReader.read(texts);
  }
}
