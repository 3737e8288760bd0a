/**
 * Synthetic returns of Luolong, calibrated to the published totals.
 *
 * <p>Enters: the catalog, a seed, and {@code assumptions.yaml}. Leaves: files in an inbox, in
 * folders of the day received. The district totals of 2020 are the report's; everything below them
 * is made up, and every output made from it must say so ({@link Sample#NOTICE}). Refuses quarters
 * for which the assumptions say nothing.
 */
package jindu.sample;
