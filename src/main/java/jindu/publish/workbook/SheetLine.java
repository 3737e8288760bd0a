package jindu.publish.workbook;

import java.util.List;

/**
 * A row of a sheet.
 *
 * @param cells one a column
 * @param total whether it stands out: the whole above its parts
 */
record SheetLine(List<SheetCell> cells, boolean total) {

  static SheetLine of(SheetCell... cells) {
    return new SheetLine(List.of(cells), false);
  }
}
