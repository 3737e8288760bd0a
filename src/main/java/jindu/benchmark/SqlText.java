package jindu.benchmark;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How names, texts and lists are written in a peer's SQL. */
final class SqlText {

  private SqlText() {}

  /** A name of a column, whatever is in it. */
  static String quoted(String name) {
    return '"' + name + '"';
  }

  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  static String joined(Stream<String> expressions) {
    return expressions.collect(Collectors.joining(", "));
  }

  /** Columns of a list that goes on. */
  static String lines(Stream<String> expressions) {
    return expressions.map(expression -> expression + ",\n    ").collect(Collectors.joining());
  }
}
