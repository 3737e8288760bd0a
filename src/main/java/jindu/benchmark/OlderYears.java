package jindu.benchmark;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jindu.core.RegisterForm;

/**
 * Years that the sample has no assumptions for: its first year told again, as many years earlier as
 * it takes. The register's first entries begin so much earlier, and rates and prices of the years
 * are repeated, so that every row counts and every figure can be computed.
 *
 * @param root of a lake in which nothing has been run
 */
record OlderYears(Path root) {

  /** The first year of the sample. */
  private static final int FIRST = 2019;

  private static final Pattern YEAR = Pattern.compile("^\\d{4}");
  private static final String LEAP_DAY = "02-29";
  private static final List<String> DATED = List.of("报告期", "报送时间");
  private static final String REGISTERED_SINCE = "起报期";
  private static final List<String> RATES = List.of("value_added_rates.csv", "price_indices.csv");

  /** Adds so many years. */
  void add(int years) throws IOException {
    List<Path> first = files("_" + FIRST + "-");
    for (Path file : first) {
      if (form(file).equals(RegisterForm.CODE)) {
        shift(file, file, List.of(REGISTERED_SINCE), years);
      } else {
        for (int earlier = 1; earlier <= years; earlier++) {
          shift(file, earlier(file, earlier), DATED, earlier);
        }
      }
    }
    for (String list : RATES) {
      repeat(root.resolve("reference").resolve(list), years);
    }
  }

  /** Takes out what was received before the day; the register stays whole. */
  void keepSince(LocalDate day) throws IOException {
    for (Path file : files("")) {
      if (received(file).isBefore(day) && !form(file).equals(RegisterForm.CODE)) {
        Files.delete(file);
      }
    }
  }

  private List<Path> files(String named) throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve("inbox"))) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.getFileName().toString().contains(named))
          .sorted()
          .toList();
    }
  }

  private Path earlier(Path file, int years) throws IOException {
    Path day =
        root.resolve("inbox")
            .resolve(form(file))
            .resolve(received(file).minusYears(years).toString());
    Files.createDirectories(day);
    return day.resolve(file.getFileName().toString().replace("_" + FIRST, "_" + (FIRST - years)));
  }

  private static void shift(Path source, Path target, List<String> columns, int years)
      throws IOException {
    List<List<String>> lines = new ArrayList<>();
    try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(source)) {
      rows.forEach(row -> lines.add(row.getFields()));
    }
    List<String> header = lines.get(0);
    try (CsvWriter writer = CsvWriter.builder().build(target, StandardCharsets.UTF_8)) {
      writer.writeRecord(header);
      for (List<String> line : lines.subList(1, lines.size())) {
        List<String> fields = new ArrayList<>(line);
        for (int place = 0; place < fields.size(); place++) {
          if (columns.contains(header.get(place))) {
            fields.set(place, shifted(fields.get(place), years));
          }
        }
        writer.writeRecord(fields);
      }
    }
  }

  /** Of a period or a day that begins with its year. */
  static String shifted(String text, int years) {
    Matcher year = YEAR.matcher(text);
    if (!year.find()) {
      return text;
    }
    String rest = text.substring(year.end());
    // The year it is moved to may have no such day.
    return Integer.parseInt(year.group()) - years + rest.replace(LEAP_DAY, "02-28");
  }

  /** The lines of the first year again for each earlier one. */
  private static void repeat(Path list, int years) throws IOException {
    String first = "," + FIRST;
    List<String> repeated = new ArrayList<>();
    for (String line : Files.readAllLines(list, StandardCharsets.UTF_8)) {
      if (line.contains(first) && !line.startsWith("#")) {
        for (int earlier = 1; earlier <= years; earlier++) {
          repeated.add(line.replace(first, "," + (FIRST - earlier)));
        }
      }
    }
    Files.write(list, repeated, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
  }

  private static LocalDate received(Path file) {
    return LocalDate.parse(file.getParent().getFileName().toString());
  }

  private static String form(Path file) {
    return file.getParent().getParent().getFileName().toString();
  }
}
