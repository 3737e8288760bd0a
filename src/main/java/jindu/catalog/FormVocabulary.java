package jindu.catalog;

import java.util.List;
import java.util.Optional;
import jindu.core.Form.Attribute;
import jindu.core.Form.Item;

/**
 * What the rest of a form may refer to: its items and attributes.
 *
 * @param names codes of all items and attributes, those with a mistake included
 */
record FormVocabulary(
    List<Located<Item>> items, List<Located<Attribute>> attributes, List<String> names) {

  static FormVocabulary of(
      YamlMapping form, List<Located<Item>> items, List<Located<Attribute>> attributes) {
    List<String> names =
        List.of("items", "attributes").stream()
            .flatMap(list -> form.peek(list, "code").stream())
            .toList();
    return new FormVocabulary(items, attributes, names);
  }

  Optional<Item> item(String code) {
    return items.stream().map(Located::value).filter(item -> item.code().equals(code)).findFirst();
  }

  Optional<Attribute> attribute(String code) {
    return attributes.stream()
        .map(Located::value)
        .filter(attribute -> attribute.code().equals(code))
        .findFirst();
  }

  /** Whether no item has the code, not even one that could not be read. */
  boolean isNoItem(String code) {
    return item(code).isEmpty() && (!names.contains(code) || attribute(code).isPresent());
  }

  /** Whether no attribute has the code, not even one that could not be read. */
  boolean isNoAttribute(String code) {
    return attribute(code).isEmpty() && (!names.contains(code) || item(code).isPresent());
  }
}
