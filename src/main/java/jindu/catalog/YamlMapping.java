package jindu.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A YAML mapping whose keys are known beforehand; each of its values knows its line. */
final class YamlMapping {

  private final Mistakes mistakes;
  private final Location at;
  private final Map<String, Node> values;

  private YamlMapping(Mistakes mistakes, Location at, Map<String, Node> values) {
    this.mistakes = mistakes;
    this.at = at;
    this.values = values;
  }

  /** The keys of a mapping. */
  record Keys(Set<String> required, Set<String> optional) {
    /** Whatever stands there. */
    static final Keys ANY = new Keys(Set.of(), Set.of());

    private Set<String> all() {
      Set<String> all = new TreeSet<>(required);
      all.addAll(optional);
      return all;
    }
  }

  Location at() {
    return at;
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  Set<String> keys() {
    return values.keySet();
  }

  /** The line of a key's value, or of the mapping when the key is missing. */
  Location at(String key) {
    return has(key) ? at(values.get(key)) : at;
  }

  /** The single value of a key. */
  Field field(String key) {
    if (!has(key)) {
      return new Field(mistakes, at, key, Optional.empty());
    }
    return field(key, values.get(key));
  }

  Optional<Field> optional(String key) {
    return has(key) ? Optional.of(field(key)) : Optional.empty();
  }

  /** The single values of a list; empty when the key is missing. */
  List<Field> fields(String key) {
    return elements(key).stream().map(element -> field(key, element)).toList();
  }

  List<String> texts(String key) {
    return fields(key).stream().map(Field::required).toList();
  }

  /** The mapping under a key; one without values when it is missing. */
  YamlMapping mapping(String key, Keys keys) {
    if (has(key) && values.get(key) instanceof MappingNode mapping) {
      return of(mapping, at(key), keys, mistakes);
    }
    if (has(key)) {
      mistakes.add(at(key), "not-mapping", key);
    }
    return new YamlMapping(mistakes, at(key), Map.of());
  }

  /** The mappings of a list; empty when the key is missing. */
  List<YamlMapping> mappings(String key, Keys keys) {
    List<YamlMapping> mappings = new ArrayList<>();
    for (Node element : elements(key)) {
      if (element instanceof MappingNode mapping) {
        mappings.add(of(mapping, at(element), keys, mistakes));
      } else {
        mistakes.add(at(element), "not-mapping", key);
      }
    }
    return mappings;
  }

  /** The texts of one key over the mappings of a list, without judging any of it. */
  List<String> peek(String list, String key) {
    if (!(values.get(list) instanceof SequenceNode sequence)) {
      return List.of();
    }
    return sequence.getValue().stream()
        .filter(MappingNode.class::isInstance)
        .flatMap(element -> ((MappingNode) element).getValue().stream())
        .filter(tuple -> isScalar(tuple.getKeyNode(), key))
        .filter(tuple -> tuple.getValueNode() instanceof ScalarNode)
        .map(tuple -> ((ScalarNode) tuple.getValueNode()).getValue())
        .toList();
  }

  /** Adds a mistake at the line of a key. */
  void wrong(String key, String message, Object... arguments) {
    mistakes.add(at(key), message, arguments);
  }

  private static boolean isScalar(Node node, String text) {
    return node instanceof ScalarNode scalar && scalar.getValue().equals(text);
  }

  static YamlMapping of(MappingNode node, Location start, Keys keys, Mistakes mistakes) {
    Location at = new Location(start.file(), line(node));
    Map<String, Node> values = new HashMap<>();
    Map<String, Integer> lines = new HashMap<>();
    String expected = String.join(", ", keys.all());
    for (NodeTuple tuple : node.getValue()) {
      Location keyAt = new Location(start.file(), line(tuple.getKeyNode()));
      String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
      Integer first = lines.putIfAbsent(key, keyAt.line());
      if (first != null) {
        mistakes.add(keyAt, "duplicate-key", key, first);
      } else if (!keys.all().isEmpty() && !keys.all().contains(key)) {
        mistakes.add(keyAt, "unknown-key", key, expected);
      } else {
        values.put(key, tuple.getValueNode());
      }
    }
    Set<String> missing = new TreeSet<>(keys.required());
    missing.removeAll(new HashSet<>(values.keySet()));
    missing.forEach(key -> mistakes.add(at, "missing-key", key));
    return new YamlMapping(mistakes, at, values);
  }

  private List<Node> elements(String key) {
    if (!has(key)) {
      return List.of();
    }
    if (values.get(key) instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    mistakes.add(at(key), "not-list", key);
    return List.of();
  }

  private Field field(String key, Node node) {
    if (node instanceof ScalarNode scalar) {
      String text = scalar.getTag().equals(Tag.NULL) ? "" : scalar.getValue();
      return new Field(mistakes, at(node), key, Optional.of(text));
    }
    mistakes.add(at(node), "not-scalar", key);
    return new Field(mistakes, at(node), key, Optional.empty());
  }

  private Location at(Node node) {
    return new Location(at.file(), line(node));
  }

  private static int line(Node node) {
    return node.getStartMark().map(YamlDocument::line).orElse(0);
  }
}
