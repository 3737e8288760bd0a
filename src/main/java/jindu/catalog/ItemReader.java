package jindu.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jindu.core.Code;
import jindu.core.Form.Attribute;
import jindu.core.Form.Item;
import jindu.core.Form.ValueColumn;

/** Reads the items and attributes of a form. */
final class ItemReader {

  private static final YamlMapping.Keys ITEM =
      new YamlMapping.Keys(
          Set.of("code", "header", "columns", "required"),
          Set.of("aliases", "headers", "negative", "unit"));
  private static final YamlMapping.Keys ATTRIBUTE =
      new YamlMapping.Keys(
          Set.of("code", "header", "required", "type"), Set.of("aliases", "values"));
  private static final YamlMapping.Keys COLUMNS =
      new YamlMapping.Keys(
          Set.of(),
          Arrays.stream(ValueColumn.values())
              .map(Code::code)
              .collect(Collectors.toUnmodifiableSet()));

  private ItemReader() {}

  static List<Located<Item>> items(YamlMapping form, long factor, Mistakes mistakes) {
    List<Located<Item>> items = new ArrayList<>();
    for (YamlMapping entry : form.mappings("items", ITEM)) {
      mistakes
          .whenSound(() -> item(entry, form.field("unit"), factor))
          .ifPresent(item -> items.add(new Located<>(entry.at(), item)));
    }
    return items;
  }

  static List<Located<Attribute>> attributes(YamlMapping form, Mistakes mistakes) {
    List<Located<Attribute>> attributes = new ArrayList<>();
    for (YamlMapping entry : form.mappings("attributes", ATTRIBUTE)) {
      mistakes
          .whenSound(() -> attribute(entry))
          .ifPresent(found -> attributes.add(new Located<>(entry.at(), found)));
    }
    return attributes;
  }

  private static Item item(YamlMapping entry, Field formUnit, long factor) {
    List<ValueColumn> columns = FormReader.codes(entry, "columns", ValueColumn.class);
    boolean readable = columns.size() == entry.fields("columns").size() && entry.has("columns");
    if (readable) {
      requireShape(entry.field("code"), columns);
    }
    List<ValueColumn> required = FormReader.codes(entry, "required", ValueColumn.class);
    if (readable) {
      requireWithin(entry, "required", required, columns);
    }
    Map<ValueColumn, List<String>> headers = headers(entry);
    if (readable) {
      requireWithin(entry, "headers", headers.keySet(), columns);
    }
    return new Item(
        entry.field("code").matching(IndicatorReader.CODE, "gross_output"),
        entry.field("header").required(),
        entry.texts("aliases"),
        headers,
        columns,
        required,
        entry.optional("negative").map(Field::flag).orElse(false),
        entry.optional("unit").map(FormReader::factor).orElse(factor),
        entry.optional("unit").orElse(formUnit).text());
  }

  /** An item has its single value alone, or year to date with what stands beside it. */
  private static void requireShape(Field code, List<ValueColumn> columns) {
    boolean single = columns.equals(List.of(ValueColumn.VALUE));
    boolean cumulative = columns.contains(ValueColumn.YTD) && !columns.contains(ValueColumn.VALUE);
    boolean repeated = new HashSet<>(columns).size() < columns.size();
    if (repeated || !(single || cumulative)) {
      code.wrong("item-columns");
    }
  }

  private static void requireWithin(
      YamlMapping entry, String key, Iterable<ValueColumn> named, List<ValueColumn> columns) {
    for (ValueColumn column : named) {
      if (!columns.contains(column)) {
        entry.wrong(key, "column-not-of-item", key, column.code(), entry.field("code").text());
      }
    }
  }

  private static Map<ValueColumn, List<String>> headers(YamlMapping entry) {
    Map<ValueColumn, List<String>> headers = new EnumMap<>(ValueColumn.class);
    if (entry.has("headers")) {
      YamlMapping mapping = entry.mapping("headers", COLUMNS);
      for (ValueColumn column : ValueColumn.values()) {
        if (mapping.has(column.code())) {
          headers.put(column, mapping.texts(column.code()));
        }
      }
    }
    return headers;
  }

  private static Attribute attribute(YamlMapping entry) {
    return new Attribute(
        entry.field("code").matching(IndicatorReader.CODE, "tier"),
        entry.field("header").required(),
        entry.texts("aliases"),
        entry.field("required").flag(),
        entry.field("type").code(Attribute.Type.class),
        entry.texts("values"));
  }
}
