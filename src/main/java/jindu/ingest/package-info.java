/**
 * Delivered files → returns: decodes strictly, finds the header, keeps every cell as text.
 *
 * <p>In: deliveries (path, location, form, received day) and the forms of the catalog. Out: rows of
 * {@link jindu.table.ReturnTable}, one for each data row of a file, decoded on the executors. A
 * file that cannot be used leaves as exactly one row that says why ({@link jindu.ingest.Refusal});
 * nothing is dropped, and no row is judged here: that is the work of check.
 *
 * <p>The way of a file: {@code FileDecoder} opens and hashes it, {@code DeliveryDecoder} chooses
 * the reader, {@code CsvFile} or {@code WorkbookFile} yields sheets under the header that {@code
 * HeaderSearch} finds, and {@code HeadedSheet} names the cells. Only {@code FileDecoder} touches
 * storage.
 */
package jindu.ingest;
