package jindu.publish.workbook;

import jindu.core.Lamp;

/**
 * The colours of the lamps, from the palette of Okabe and Ito (2008), which people with any kind of
 * colour blindness tell apart: bluish green, yellow, vermilion. They differ in lightness too, so
 * that a copy in black and white still shows them.
 *
 * @param fill of the cell, as RRGGBB
 * @param font of the word on it
 */
record LampColour(String fill, String font) {

  private static final String WHITE = "FFFFFF";
  private static final String BLACK = "000000";

  static LampColour of(Lamp lamp) {
    return switch (lamp) {
      case GREEN -> new LampColour("009E73", BLACK);
      case YELLOW -> new LampColour("F0E442", BLACK);
      case RED -> new LampColour("B23A00", WHITE);
      case GREY -> new LampColour("BFBFBF", BLACK);
    };
  }
}
