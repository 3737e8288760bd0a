package jindu.run;

import jindu.protect.pattern.Pattern;

/**
 * An indicator of which no choice of cells was safe, so that more is withheld for the year and
 * later ones.
 *
 * @param indicator code
 * @param isAll whether the totals of the district are withheld too, and not only townships and
 *     divisions
 */
public record LostDetail(String indicator, int year, boolean isAll) {

  static boolean isLost(Pattern pattern) {
    return pattern.extent() != Pattern.Extent.CHOSEN;
  }

  static LostDetail of(Pattern pattern) {
    return new LostDetail(
        pattern.indicator(), pattern.year(), pattern.extent() == Pattern.Extent.ALL);
  }
}
