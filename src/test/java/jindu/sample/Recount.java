package jindu.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The returns in force, counted straight from the files: of a reporting unit and a period the row
 * received last wins. Knows nothing of the code that made them.
 */
final class Recount {

  private static final Pattern PERIOD =
      Pattern.compile(
          "(?<year>\\d{4})(?:(?<early>年1-2月)|-?Q(?<q>\\d)|年(?<name>[一二三四])季度|[-年]?(?<month>\\d{1,2})月?)");

  private final Path inbox;
  private final Map<Path, List<Map<String, String>>> read = new HashMap<>();

  Recount(Path inbox) {
    this.inbox = inbox;
  }

  /** Every file of a form, in the order received. */
  List<Path> files(String form) {
    try (Stream<Path> walk = Files.walk(inbox.resolve(form))) {
      return walk.filter(Files::isRegularFile)
          .sorted(
              Comparator.comparing((Path file) -> file.getParent().getFileName().toString())
                  .thenComparing(Path::toString))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of a file, read once. */
  List<Map<String, String>> rows(Path file) {
    return read.computeIfAbsent(file, DeliveredTable::rows);
  }

  /** The rows in force for a period, {@code 2020-12}. */
  List<Map<String, String>> inForce(String form, String period, String... key) {
    Map<List<String>, Map<String, String>> latest = new LinkedHashMap<>();
    for (Path file : files(form)) {
      for (Map<String, String> row : rows(file)) {
        if (period(row.get("报告期")).equals(period)) {
          latest.put(Stream.of(key).map(row::get).toList(), row);
        }
      }
    }
    return latest.values().stream().filter(row -> !"撤回".equals(row.get("操作"))).toList();
  }

  /** The rows in force whose unit the register knows. */
  List<Map<String, String>> registered(String form, String period, String unitHeader) {
    List<String> known = new ArrayList<>();
    files("MLK")
        .forEach(
            file ->
                rows(file).stream()
                    .filter(row -> form.equals(row.get("报表")))
                    .forEach(row -> known.add(row.get(unitHeader))));
    return inForce(form, period, unitHeader).stream()
        .filter(row -> known.contains(row.get(unitHeader)))
        .toList();
  }

  static BigDecimal sum(List<Map<String, String>> rows, String... headers) {
    return sum(rows, row -> true, headers);
  }

  /** Sum of the first of the headers that a row has: files call an item by its name or its code. */
  static BigDecimal sum(
      List<Map<String, String>> rows, Predicate<Map<String, String>> where, String... headers) {
    return rows.stream()
        .filter(where)
        .map(row -> number(value(row, headers)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  static String value(Map<String, String> row, String... headers) {
    for (String header : headers) {
      if (row.containsKey(header)) {
        return row.get(header);
      }
    }
    throw new AssertionError("no " + List.of(headers) + " in " + row);
  }

  static BigDecimal number(String text) {
    String bare =
        text.chars()
            .filter(character -> character != ',')
            .mapToObj(
                character ->
                    Character.isDigit(character)
                        ? Integer.toString(Character.digit(character, 10))
                        : Character.toString(character))
            .collect(Collectors.joining());
    return bare.startsWith("(")
        ? new BigDecimal(bare.substring(1, bare.length() - 1)).negate()
        : new BigDecimal(bare);
  }

  static String period(String text) {
    Matcher matcher = PERIOD.matcher(text);
    if (!matcher.matches()) {
      throw new AssertionError("period " + text);
    }
    int month = 2;
    if (matcher.group("q") != null) {
      month = 3 * Integer.parseInt(matcher.group("q"));
    } else if (matcher.group("name") != null) {
      month = 3 * ("一二三四".indexOf(matcher.group("name")) + 1);
    } else if (matcher.group("month") != null) {
      month = Integer.parseInt(matcher.group("month"));
    }
    return "%s-%02d".formatted(matcher.group("year"), month);
  }
}
