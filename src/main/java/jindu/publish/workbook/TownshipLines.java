package jindu.publish.workbook;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jindu.core.Place;
import jindu.core.Sector;
import jindu.table.IndicatorTable;
import jindu.table.TownshipDimensionTable;
import jindu.table.TownshipRankingTable;
import org.apache.spark.sql.Row;

/**
 * Every indicator by township: a block an indicator, the district above its parts.
 *
 * <p>A line an indicator and township, not a matrix: a bureau's quarterly prints one short table an
 * indicator with total, growth, share and rank side by side, and who goes on with the sheet filters
 * and sorts lines. The townships stand in the order of their codes, where everybody finds theirs;
 * the rank is a column. The remainder (区本级), which is not ranked, comes last.
 */
final class TownshipLines {

  private static final List<SheetColumn> COLUMNS =
      List.of(
          SheetColumn.of("indicator", 30),
          SheetColumn.centred("unit", 10),
          SheetColumn.of("place", 16),
          SheetColumn.of("value", 12),
          SheetColumn.of("growth", 10),
          SheetColumn.of("share", 12),
          SheetColumn.of("pull", 10),
          SheetColumn.of("target", 11),
          SheetColumn.of("completion", 10),
          SheetColumn.of("gap", 10),
          SheetColumn.centred("rank", 7),
          SheetColumn.centred("rank-change", 10),
          SheetColumn.centred("lamp", 8));

  private final Edition edition;
  private final Map<String, List<Row>> targets;
  private final Map<String, Row> ranks;

  private TownshipLines(Edition edition) {
    this.edition = edition;
    this.targets =
        edition.targets().stream()
            .filter(TownshipLines::isOfAllSectors)
            .collect(groupingBy(TownshipLines::cell));
    this.ranks =
        edition.current(TownshipRankingTable.DEFINITION).stream()
            .collect(toMap(TownshipLines::cell, Function.identity()));
  }

  static SheetContent of(Edition edition) {
    TownshipLines lines = new TownshipLines(edition);
    Map<String, Integer> order = order(edition);
    List<SheetLine> shown = new ArrayList<>();
    IndicatorBlocks.of(
            edition,
            TownshipLines::isOfAllSectors,
            Comparator.comparing(
                row ->
                    order.getOrDefault(
                        row.<String>getAs(IndicatorTable.TOWNSHIP_CODE), order.size())))
        .forEach((indicator, cells) -> shown.addAll(lines.block(indicator, cells)));
    return new SheetContent("townships", edition.remarks(), COLUMNS, shown, 3);
  }

  /** The district, its townships, the remainder. */
  private static Map<String, Integer> order(Edition edition) {
    List<String> kinds =
        List.of(
            Place.Kind.DISTRICT.code(), Place.Kind.TOWNSHIP.code(), Place.Kind.REMAINDER.code());
    List<String> codes =
        edition.rows().of(TownshipDimensionTable.DEFINITION).stream()
            .sorted(
                Comparator.comparing(
                    row -> kinds.indexOf(row.<String>getAs(TownshipDimensionTable.KIND))))
            .map(row -> row.<String>getAs(TownshipDimensionTable.TOWNSHIP_CODE))
            .toList();
    return codes.stream().collect(toMap(Function.identity(), codes::indexOf));
  }

  private List<SheetLine> block(String indicator, List<Row> cells) {
    List<SheetLine> lines = new ArrayList<>();
    for (Row cell : cells) {
      List<Row> ofCell = targets.getOrDefault(cell(cell), List.of());
      if (ofCell.isEmpty()) {
        lines.add(line(indicator, cell, null, lines.isEmpty()));
      }
      // A cell with several targets has a line for each.
      for (Row target : ofCell) {
        lines.add(line(indicator, cell, target, lines.isEmpty()));
      }
    }
    return lines;
  }

  private SheetLine line(String indicator, Row row, Row plan, boolean first) {
    Reading reading = edition.names().reading(indicator);
    RowCells cells = new RowCells(row);
    RowCells rank = new RowCells(ranks.get(cell(row)));
    TargetCells target = new TargetCells(edition, plan);
    String place = row.getAs(IndicatorTable.TOWNSHIP_CODE);
    return new SheetLine(
        List.of(
            SheetCell.ofBlock(edition.names().indicator(indicator), first),
            SheetCell.ofBlock(reading.unit(), first),
            SheetCell.text(edition.names().place(place)),
            cells.figure(IndicatorTable.VALUE_YTD, reading.factor(), reading.format()),
            cells.percent(reading.growth()),
            cells.percent(IndicatorTable.SHARE_PCT),
            cells.points(IndicatorTable.PULL_POINTS),
            target.target(),
            target.completion(),
            target.gap(),
            rank.rank(TownshipRankingTable.RANK, CellFormat.WHOLE),
            rank.rank(TownshipRankingTable.RANK_CHANGE, CellFormat.CHANGE),
            target.lamp()),
        edition.isDistrict(place));
  }

  private static boolean isOfAllSectors(Row row) {
    return Sector.ALL.equals(row.getAs(IndicatorTable.SECTOR_CODE));
  }

  private static String cell(Row row) {
    return row.getAs(IndicatorTable.INDICATOR) + "|" + row.getAs(IndicatorTable.TOWNSHIP_CODE);
  }
}
