package jindu.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A mapping of the assumptions file, read by name and type.
 *
 * @param path where the mapping stands, for messages
 */
record Document(String path, Map<?, ?> values) {

  /** Reads a YAML resource that stands beside this class. */
  static Document resource(String name) {
    try (InputStream stream = Document.class.getResourceAsStream(name)) {
      Object loaded =
          new Load(LoadSettings.builder().setLabel(name).build()).loadFromInputStream(stream);
      return new Document(name, (Map<?, ?>) loaded);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name + ".", e);
    }
  }

  boolean has(Object key) {
    return values.get(key) != null;
  }

  Document child(Object key) {
    return new Document(path + " " + key, required(key, Map.class));
  }

  /** The mappings under a key, by name, in the order of the file. */
  Map<String, Document> children(Object key) {
    Map<String, Document> children = new LinkedHashMap<>();
    Document parent = child(key);
    parent.values.keySet().forEach(name -> children.put(name.toString(), parent.child(name)));
    return children;
  }

  /** The list of mappings under a key. */
  List<Document> list(Object key) {
    List<Document> list = new ArrayList<>();
    for (Object entry : required(key, List.class)) {
      list.add(new Document(path + " " + key, Map.class.cast(entry)));
    }
    return list;
  }

  String text(Object key) {
    return required(key, Object.class).toString();
  }

  Optional<String> optionalText(Object key) {
    return Optional.ofNullable(values.get(key)).map(Object::toString);
  }

  List<String> texts(Object key) {
    List<String> texts = new ArrayList<>();
    for (Object entry : required(key, List.class)) {
      texts.add(entry.toString());
    }
    return texts;
  }

  BigDecimal number(Object key) {
    return new BigDecimal(text(key));
  }

  Optional<BigDecimal> optionalNumber(Object key) {
    return optionalText(key).map(BigDecimal::new);
  }

  int integer(Object key) {
    return number(key).intValueExact();
  }

  /** The numbers under a key; null where the file has none. */
  List<BigDecimal> numbers(Object key) {
    List<BigDecimal> numbers = new ArrayList<>();
    for (Object entry : required(key, List.class)) {
      numbers.add(entry == null ? null : new BigDecimal(entry.toString()));
    }
    return numbers;
  }

  /** Weights by code, in the order of the file. */
  Map<String, Double> weights(Object key) {
    Map<String, Double> weights = new LinkedHashMap<>();
    Document child = child(key);
    child
        .values
        .keySet()
        .forEach(code -> weights.put(code.toString(), child.number(code).doubleValue()));
    return weights;
  }

  private <V> V required(Object key, Class<V> type) {
    Object value = values.get(key);
    if (!type.isInstance(value)) {
      throw new IllegalStateException(
          "Invalid assumption: " + path + " " + key + " (expected " + type.getSimpleName() + ").");
    }
    return type.cast(value);
  }
}
