/**
 * Observations become cells: indicator × place × sector × quarter.
 *
 * <p>Enters: every accepted value with its vintages, and the catalog. Leaves: the internal table of
 * cells with growth, pull and what protect must know of the contributors. Refuses nothing: check
 * has done so; a value that cannot be converted for want of a rate or an index makes its cells
 * null.
 *
 * <p>The way: returns that count → a unit's year, item by item → its contributions to indicators →
 * quarters, with the part of the base → levels of place and sector → sums → growth.
 */
package jindu.aggregate;
