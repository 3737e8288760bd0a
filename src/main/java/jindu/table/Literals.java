package jindu.table;

import static org.apache.spark.sql.functions.map;

import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** Small tables of texts that travel within an expression. */
public final class Literals {

  private Literals() {}

  /** The texts as a column of type {@link Types#TEXT_BY_NAME}; at least one. */
  public static Column textByName(Map<String, String> texts) {
    return map(
        texts.entrySet().stream()
            .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
            .map(functions::lit)
            .toArray(Column[]::new));
  }
}
