package jindu.assess;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The first table under each heading of a page of cases, {@code –} being nothing. */
final class CasePage {

  private final Map<String, List<Map<String, String>>> tables = new LinkedHashMap<>();

  static CasePage read(Path file) {
    CasePage page = new CasePage();
    String heading = "";
    List<String> header = List.of();
    try {
      for (String line : Files.readAllLines(file)) {
        if (line.startsWith("#")) {
          heading = line.replaceFirst("#+ ", "");
          header = List.of();
        } else if (line.startsWith("|") && header.isEmpty()) {
          header = cells(line);
          page.tables.putIfAbsent(heading, new ArrayList<>());
        } else if (line.startsWith("|") && !line.startsWith("| ---")) {
          page.tables.get(heading).add(row(header, cells(line)));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return page;
  }

  List<Map<String, String>> table(String heading) {
    return tables.get(heading);
  }

  /** The parts of a cell that holds one figure a quarter; a nothing is null. */
  static String[] quarters(String cell) {
    return cell == null
        ? new String[4]
        : Stream.of(cell.split(" / ", -1)).map(CasePage::orNull).toArray(String[]::new);
  }

  private static List<String> cells(String line) {
    String inside = line.substring(1, line.lastIndexOf('|'));
    return Stream.of(inside.split("\\|", -1)).map(String::strip).toList();
  }

  private static Map<String, String> row(List<String> header, List<String> cells) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      row.put(header.get(i), orNull(cells.get(i)));
    }
    return row;
  }

  private static String orNull(String text) {
    return text.equals("–") ? null : text;
  }
}
