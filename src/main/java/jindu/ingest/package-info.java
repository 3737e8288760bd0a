/**
 * Delivered files → returns: decodes strictly, finds the header, keeps every cell as text.
 *
 * <p>In: deliveries (path, location, form, received day) and the forms of the catalog. Out: rows of
 * {@link jindu.table.ReturnTable}, one for each data row of a file, decoded on the executors. A
 * file that cannot be used leaves as exactly one row that says why ({@link jindu.ingest.Refusal});
 * nothing is dropped, and no row is judged here: that is the work of check.
 *
 * <p>The way of a file: {@code FileDecoder} reads and hashes it once into a {@code Content}, {@code
 * DeliveryDecoder} chooses the reader, {@code CsvFile} or {@code WorkbookFile} finds sheets under
 * the header that {@code HeaderSearch} finds, {@code RowSpool} keeps their rows until the whole
 * file has proved usable, and {@code HeadedSheet} names the cells. Only {@code FileDecoder} touches
 * storage. What is large is kept in temporary files, so that memory does not grow with the file;
 * they are gone when the last row has left, or the task has ended.
 */
package jindu.ingest;
