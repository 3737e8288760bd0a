/**
 * The catalog: what the bureau writes down about itself.
 *
 * <p>Enters: the text files of {@code reference/}. Leaves: one {@link jindu.catalog.Catalog}
 * without a mistake in it. Refuses: the whole catalog with a {@link jindu.catalog.CatalogException}
 * that holds every mistake at once, each with file, line and what is expected, before Spark starts.
 */
package jindu.catalog;
