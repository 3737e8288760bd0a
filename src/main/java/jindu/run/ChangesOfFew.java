package jindu.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jindu.table.RevisionLogTable;
import org.apache.spark.sql.Row;

/**
 * Open cells of one indicator and year whose year to date one or two respondents changed since the
 * publication before: who lays the two side by side reads their change. Internal.
 *
 * @param cells in order of place, sector and quarter
 */
public record ChangesOfFew(String indicator, int year, List<Cell> cells) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Comparator<Cell> IN_ORDER =
      Comparator.comparing(Cell::place).thenComparing(Cell::sector).thenComparingInt(Cell::quarter);

  public ChangesOfFew {
    cells = List.copyOf(cells);
  }

  /**
   * A cell.
   *
   * @param respondents how many are sure to have changed it, controlling groups once
   */
  public record Cell(String place, String sector, int quarter, long respondents) {}

  /**
   * By year and indicator.
   *
   * @param rows of {@link jindu.protect.Protect#changesOfFew}
   */
  static List<ChangesOfFew> of(List<Row> rows) {
    TreeMap<Integer, Map<String, List<Cell>>> years = new TreeMap<>();
    for (Row row : rows) {
      years
          .computeIfAbsent(row.getAs(RevisionLogTable.YEAR), year -> new TreeMap<>())
          .computeIfAbsent(row.getAs(RevisionLogTable.INDICATOR), code -> new ArrayList<>())
          .add(
              new Cell(
                  row.getAs(RevisionLogTable.TOWNSHIP_CODE),
                  row.getAs(RevisionLogTable.SECTOR_CODE),
                  row.<Integer>getAs(RevisionLogTable.QUARTER),
                  row.<Long>getAs(RevisionLogTable.CELL_RESPONDENTS)));
    }
    List<ChangesOfFew> changes = new ArrayList<>();
    years.forEach(
        (year, indicators) ->
            indicators.forEach(
                (code, cells) ->
                    changes.add(
                        new ChangesOfFew(code, year, cells.stream().sorted(IN_ORDER).toList()))));
    return changes;
  }

  /** As the ledger keeps the cells: JSON, so that it stays readable for other programs too. */
  String text() {
    ArrayNode told = JSON.createArrayNode();
    for (Cell cell : cells) {
      told.addArray()
          .add(cell.place())
          .add(cell.sector())
          .add(cell.quarter())
          .add(cell.respondents());
    }
    return told.toString();
  }

  /**
   * What {@link #text} wrote.
   *
   * @param block as {@link LedgerEntry#block} calls it
   * @throws IllegalArgumentException for any other text
   */
  static ChangesOfFew parse(String block, String text) {
    try {
      List<Cell> cells = new ArrayList<>();
      for (JsonNode cell : JSON.readTree(text)) {
        cells.add(
            new Cell(
                cell.required(0).asText(),
                cell.required(1).asText(),
                cell.required(2).asInt(),
                cell.required(3).asLong()));
      }
      int slash = block.indexOf('/');
      return new ChangesOfFew(
          block.substring(0, slash), Integer.parseInt(block.substring(slash + 1)), cells);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Cannot read the ledger's changes of " + block + ".", e);
    }
  }
}
