package jindu.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jindu.core.CommonColumn;
import jindu.core.Form;
import jindu.core.Form.Attribute;
import jindu.core.Form.Item;
import jindu.core.Form.ValueColumn;

/** Every header by which a column of a form may come, and the columns that must be there. */
final class FormHeaders {

  private final Map<String, String> columns = new HashMap<>();
  private final Map<String, String> required = new LinkedHashMap<>();

  FormHeaders(Form form) {
    for (CommonColumn column : CommonColumn.values()) {
      List<String> headers = commonHeaders(form, column);
      name(column.code(), headers);
      if (form.required().contains(column.code())) {
        required.put(column.code(), headers.get(0));
      }
    }
    for (Attribute attribute : form.attributes()) {
      name(attribute.code(), attributeHeaders(attribute));
      if (attribute.required()) {
        required.put(attribute.code(), attribute.header());
      }
    }
    for (Item item : form.items()) {
      for (ValueColumn column : item.columns()) {
        List<String> headers = itemHeaders(item, column);
        name(column.of(item.code()), headers);
        if (item.required().contains(column)) {
          required.put(column.of(item.code()), headers.get(0));
        }
      }
    }
  }

  /** The canonical name of the column that a header names. */
  Optional<String> column(String header) {
    return Optional.ofNullable(columns.get(CellText.comparable(header)));
  }

  /** Headers, as a person would write them, of the required columns that are not in the list. */
  List<String> missing(Collection<String> present) {
    return required.entrySet().stream()
        .filter(column -> !present.contains(column.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  // The first to claim a header keeps it: common columns before attributes before items.
  private void name(String column, List<String> headers) {
    headers.forEach(header -> columns.putIfAbsent(CellText.comparable(header), column));
  }

  private static List<String> commonHeaders(Form form, CommonColumn column) {
    List<String> headers = new ArrayList<>();
    if (column == CommonColumn.UNIT_CODE) {
      if (!form.unitHeader().isEmpty()) {
        headers.add(form.unitHeader());
      }
      headers.addAll(form.unitAliases());
    }
    headers.addAll(column.headers());
    headers.add(column.code());
    return headers;
  }

  private static List<String> attributeHeaders(Attribute attribute) {
    return Stream.of(List.of(attribute.header()), attribute.aliases(), List.of(attribute.code()))
        .flatMap(List::stream)
        .toList();
  }

  private static List<String> itemHeaders(Item item, ValueColumn column) {
    List<String> headers = new ArrayList<>(item.headers().getOrDefault(column, List.of()));
    Stream.of(List.of(item.header()), item.aliases(), List.of(item.code()))
        .flatMap(List::stream)
        .map(name -> name + column.suffix())
        .forEach(headers::add);
    headers.add(column.of(item.code()));
    return headers;
  }
}
