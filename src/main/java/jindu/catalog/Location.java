package jindu.catalog;

/**
 * A place in a reference file.
 *
 * @param file path under {@code reference/}
 * @param line 1-based; 0 for the file as a whole
 */
record Location(String file, int line) {}
