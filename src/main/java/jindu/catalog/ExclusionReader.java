package jindu.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jindu.core.Exclusion;
import jindu.core.Form;

/** Reads {@code exclusions.csv}: which returns are left out, why, by whom and when. */
final class ExclusionReader {

  static final String FILE = "exclusions.csv";
  static final List<String> COLUMNS =
      List.of(
          "path", "content_hash", "form", "unit", "period", "reason", "person", "from", "until");

  private static final List<String> DELIVERY = List.of("path", "content_hash");
  private static final List<String> RETURN = List.of("form", "unit", "period");
  private static final Pattern PATH = Pattern.compile("(?!inbox/)[^/\\\\]+(/[^/\\\\]+)*");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private ExclusionReader() {}

  /**
   * @param forms those in whose files nothing is wrong
   * @param formCodes of all forms
   */
  static List<Exclusion> read(
      CsvTable table, Map<String, Form> forms, KnownCodes formCodes, Mistakes mistakes) {
    table.requireUnique("path", "content_hash", "form", "unit", "period", "from");
    List<Exclusion> exclusions = new ArrayList<>();
    for (CsvRow row : table.rows()) {
      mistakes.whenSound(() -> exclusion(row, forms, formCodes)).ifPresent(exclusions::add);
    }
    return exclusions;
  }

  private static Exclusion exclusion(CsvRow row, Map<String, Form> forms, KnownCodes formCodes) {
    boolean delivery = names(row, DELIVERY);
    boolean single = delivery != names(row, RETURN);
    if (!single) {
      row.wrong(delivery ? "exclusion-of-both" : "exclusion-of-nothing");
    }
    if (single && delivery) {
      requireDelivery(row);
    }
    row.field("reason").required();
    row.field("person").required();
    Field fromField = row.field("from");
    LocalDate from = fromField.date();
    return new Exclusion(
        row.field("path").text(),
        row.field("content_hash").text(),
        row.field("form").text(),
        single && !delivery ? ExcludedReturn.unit(row, forms, formCodes) : "",
        row.field("period").text(),
        row.field("reason").text(),
        row.field("person").text(),
        from,
        row.filled("until").map(field -> until(field, fromField, from)).orElse(null));
  }

  private static boolean names(CsvRow row, List<String> columns) {
    return columns.stream().anyMatch(column -> row.filled(column).isPresent());
  }

  private static void requireDelivery(CsvRow row) {
    row.field("path").matching(PATH, "B204-1/2020-07-08/file.csv");
    Optional<Field> hash = row.filled("content_hash");
    hash.ifPresent(field -> field.matching(HASH, "9f86d081… with 64 digits, 0-9 and a-f"));
  }

  private static LocalDate until(Field field, Field fromField, LocalDate from) {
    LocalDate until = field.date();
    if (field.isSound() && fromField.isSound() && until.isBefore(from)) {
      field.wrong("until-before-from", from);
    }
    return until;
  }
}
