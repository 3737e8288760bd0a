package jindu.publish.workbook;

import java.util.List;

/**
 * What one sheet says, before it is laid out.
 *
 * @param key {@code workbook.sheet-<key>} is its name, {@code workbook.title-<key>} its title
 * @param remarks lines between title and table
 * @param frozen columns from the left that stay in sight
 */
record SheetContent(
    String key,
    List<String> remarks,
    List<SheetColumn> columns,
    List<SheetLine> lines,
    int frozen) {

  SheetContent {
    for (SheetLine line : lines) {
      if (line.cells().size() != columns.size()) {
        throw new IllegalStateException(
            "Sheet %s has %d columns, and a line of %d cells."
                .formatted(key, columns.size(), line.cells().size()));
      }
    }
  }
}
