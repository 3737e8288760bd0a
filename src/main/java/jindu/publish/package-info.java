/**
 * What may leave the bureau becomes files. Enters: protected tables, the catalog, and a folder to
 * render into. Leaves: plain Parquet files and {@code publication.json}; and, for the bureau alone,
 * query lists as workbooks and Parquet. Refuses: nothing by itself; what is not due yet stays out.
 */
package jindu.publish;
