package jindu.sample;

import jindu.core.CommonColumn;
import jindu.core.Sector;

/**
 * Codes as some files write them: townships with 12 digits, sectors with the letter of the section.
 */
final class CodeStyle {

  private static final String VILLAGE_DIGITS = "000";

  private CodeStyle() {}

  /** Rewrites the codes of a row; a draw of the file makes all its rows alike. */
  static ReturnRow apply(Draw draw, Setting setting, ReturnRow plain) {
    double chance = draw.uniform();
    ReturnRow row = plain.copy();
    if (chance < 0.1) {
      row.with(CommonColumn.TOWNSHIP_CODE, row.get(CommonColumn.TOWNSHIP_CODE) + VILLAGE_DIGITS);
    } else if (chance < 0.2) {
      Sector sector = setting.catalog().sectors().get(row.get(CommonColumn.SECTOR_CODE));
      row.with(CommonColumn.SECTOR_CODE, sector.section() + sector.code());
    }
    return row;
  }
}
