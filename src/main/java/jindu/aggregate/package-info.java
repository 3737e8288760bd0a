/**
 * Observations become cells: indicator × place × sector × quarter.
 *
 * <p>Enters: every accepted value with its vintages, and the catalog. Leaves: the internal table of
 * cells with growth, pull and what protect must know of the contributors. Refuses nothing: check
 * has done so; a value that cannot be converted for want of a rate or an index makes its cells
 * null.
 *
 * <p>The way: returns of items that feed an indicator → a unit's year, with what the register and
 * last year say → its quarters, with estimates and standing values → its contributions to
 * indicators, with the part of the base → levels of place and sector → sums → growth → how complete
 * and how final they are.
 */
package jindu.aggregate;
