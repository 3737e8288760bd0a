package jindu.protect.pattern;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Which cells of an indicator are withheld in all quarters of a year.
 *
 * @param fingerprint of all that it was chosen from; the same says that it need not be audited
 *     again
 * @param withheld why each is withheld: the first reason that there was
 * @param shown what the last publication that did not withhold them showed of these cells
 * @param extent how much had to go for it to be safe
 * @param counts what there is
 */
public record Pattern(
    String indicator,
    int year,
    String fingerprint,
    NavigableMap<GridCell, Reason> withheld,
    NavigableMap<ShownFigure, BigDecimal> shown,
    Extent extent,
    Counts counts) {

  public Pattern {
    withheld = Collections.unmodifiableNavigableMap(new TreeMap<>(withheld));
    shown = Collections.unmodifiableNavigableMap(new TreeMap<>(shown));
  }

  /** Why a cell is withheld. */
  public enum Reason {
    /** It would reveal a respondent. */
    SENSITIVE,
    /** It would give a sensitive one by subtraction. */
    COMPLEMENT,
    /** Last year it was. */
    LAST_YEAR,
    /** No choice of cells was safe: all of its detail is, or everything. */
    DETAIL
  }

  /** How much is withheld beside the sensitive cells. */
  public enum Extent {
    /** What the choice of cells took. */
    CHOSEN,
    /** All of the townships and all divisions: no choice of cells was safe. */
    DETAIL,
    /** Every cell: without detail no choice was safe either. */
    ALL
  }

  /**
   * What a block holds.
   *
   * @param cells that protected respondents are in
   * @param sensitive by the primary rule, in any figure
   * @param withheld all
   * @param told sensitive cells that who remembers other publications bounds more closely than the
   *     rule lets him
   * @param withheldSharePct what the withheld cells of the last quarter are of all, in percent of
   *     the year to date, each level counted
   */
  public record Counts(int cells, int sensitive, int withheld, int told, double withheldSharePct) {}
}
