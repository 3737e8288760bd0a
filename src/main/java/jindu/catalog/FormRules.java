package jindu.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jindu.core.Code;
import jindu.core.CommonColumn;
import jindu.core.Form.Attribute;
import jindu.core.Form.GrowthBase;
import jindu.core.Form.Item;
import jindu.core.Form.ValueColumn;

/** What must agree between the parts of one form. */
final class FormRules {

  private FormRules() {}

  static void check(YamlMapping form, FormVocabulary vocabulary, Mistakes mistakes) {
    List<CommonColumn> required = FormReader.codes(form, "required", CommonColumn.class);
    boolean readable = form.has("required") && required.size() == form.fields("required").size();
    if (readable) {
      requireCommonColumns(form, required);
    }
    for (Field column : form.fields("key")) {
      requireKeyColumn(column, readable ? Optional.of(required) : Optional.empty(), vocabulary);
    }
    if (form.has("key") && form.fields("key").isEmpty()) {
      form.wrong("key", "empty-value", "key");
    }
    requireWeight(form, vocabulary);
    requireOneMeaning(form, vocabulary, mistakes);
  }

  private static void requireCommonColumns(YamlMapping form, List<CommonColumn> required) {
    if (required.contains(CommonColumn.UNIT_CODE) && !form.has("unit_header")) {
      form.wrong("required", "missing-key", "unit_header");
    }
    boolean sectors = !form.fields("sector_levels").isEmpty();
    boolean sectorCode = required.contains(CommonColumn.SECTOR_CODE);
    if (form.has("sector_levels") && sectors != sectorCode) {
      form.wrong("sector_levels", "sector-levels");
    }
  }

  /** A key column is a column of the form, and no row may lack it. */
  private static void requireKeyColumn(
      Field column, Optional<List<CommonColumn>> required, FormVocabulary vocabulary) {
    Optional<CommonColumn> common = Code.find(CommonColumn.class, column.text());
    if (common.isEmpty() && vocabulary.isNoAttribute(column.text())) {
      column.wrong("unknown-key-column");
    }
    boolean optionalCommon =
        common.isPresent() && required.filter(list -> !list.contains(common.get())).isPresent();
    boolean optionalAttribute =
        vocabulary.attribute(column.text()).filter(found -> !found.required()).isPresent();
    if (optionalCommon || optionalAttribute) {
      column.wrong("key-not-required");
    }
  }

  /** A sample survey, and nothing else, names the item that holds the weight. */
  private static void requireWeight(YamlMapping form, FormVocabulary vocabulary) {
    Optional<GrowthBase> base = Code.find(GrowthBase.class, form.field("base").text());
    boolean survey = base.filter(found -> found == GrowthBase.SURVEY).isPresent();
    if (base.isPresent() && survey != form.has("weight")) {
      form.wrong("base", "survey-weight");
    }
    form.optional("weight")
        .filter(weight -> vocabulary.isNoItem(weight.text()))
        .ifPresent(weight -> weight.wrong("unknown-item"));
  }

  /** No header stands for two columns, and no code for two items or attributes. */
  private static void requireOneMeaning(
      YamlMapping form, FormVocabulary vocabulary, Mistakes mistakes) {
    Map<String, String> meanings = new HashMap<>();
    for (CommonColumn column : CommonColumn.values()) {
      column.headers().forEach(header -> meanings.put(header, column.code()));
    }
    List<Field> unitHeaders = new ArrayList<>(form.fields("unit_aliases"));
    form.optional("unit_header").ifPresent(unitHeaders::add);
    unitHeaders.forEach(header -> meanings.put(header.text(), CommonColumn.UNIT_CODE.code()));
    for (Located<Item> item : vocabulary.items()) {
      headers(item.value())
          .forEach((header, column) -> claim(meanings, item.at(), header, column, mistakes));
    }
    for (Located<Attribute> attribute : vocabulary.attributes()) {
      List<String> headers = new ArrayList<>(attribute.value().aliases());
      headers.add(attribute.value().header());
      String column = attribute.value().code();
      headers.forEach(header -> claim(meanings, attribute.at(), header, column, mistakes));
    }
    Set<String> codes = new HashSet<>();
    for (String name : vocabulary.names()) {
      if (!codes.add(name)) {
        form.wrong("items", "code-twice", name);
      }
    }
  }

  /** The delivered headers of an item by the column that each of them names. */
  private static Map<String, String> headers(Item item) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (ValueColumn column : item.columns()) {
      List<String> names = new ArrayList<>(item.aliases());
      names.add(item.header());
      names.forEach(name -> headers.put(name + column.suffix(), column.of(item.code())));
      item.headers()
          .getOrDefault(column, List.of())
          .forEach(name -> headers.put(name, column.of(item.code())));
    }
    return headers;
  }

  private static void claim(
      Map<String, String> meanings, Location at, String header, String column, Mistakes mistakes) {
    String other = meanings.putIfAbsent(header, column);
    if (other != null && !other.equals(column)) {
      mistakes.add(at, "header-twice", header, column, other);
    }
  }
}
