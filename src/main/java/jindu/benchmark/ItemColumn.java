package jindu.benchmark;

import static jindu.benchmark.SqlText.joined;
import static jindu.benchmark.SqlText.quoted;

import java.util.List;
import java.util.stream.Stream;
import jindu.core.Form;
import jindu.core.Form.ValueColumn;

/** One delivered column of an item. */
record ItemColumn(Form.Item item, ValueColumn column) {

  String name() {
    return quoted(column.of(item.code()));
  }

  String textName() {
    return quoted(column.of(item.code()) + " text");
  }

  String text() {
    List<String> headers = CatalogFiles.headers(item, column);
    String cells = "coalesce(" + joined(headers.stream().map(SqlText::quoted)) + ")";
    return "CASE WHEN NOT withdraws THEN number_text(" + cells + ") END AS " + textName();
  }

  String amount(String factor) {
    return "amount_of(" + textName() + ", " + factor + ") AS " + name();
  }

  /** All that a form delivers, item by item. */
  static Stream<ItemColumn> of(Form form) {
    return form.items().stream()
        .flatMap(item -> item.columns().stream().map(column -> new ItemColumn(item, column)));
  }
}
