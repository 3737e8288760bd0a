package jindu.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jindu.core.DueBasis;
import jindu.core.Target;
import jindu.core.Target.Comparator;

/** Reads {@code plans/<year>.csv}. */
final class TargetReader {

  static final List<String> COLUMNS =
      List.of(
          "id",
          "plan_version",
          "year",
          "indicator",
          "place",
          "sector",
          "kind",
          "comparator",
          "value",
          "upper",
          "printed_unit",
          "deadline",
          "due_basis",
          "comparable_basis",
          "pace",
          "tolerance",
          "title_zh",
          "title_en",
          "source");

  private static final String LAMP_PRESET = "lamp_preset";

  /** Without them every lamp is coloured by the general rule, and nothing is withdrawn. */
  private static final List<String> OPTIONAL_COLUMNS =
      List.of(LAMP_PRESET, VersionChecks.WITHDRAWN);

  private TargetReader() {}

  static List<Located<Target>> read(ReferenceFile file, Mistakes mistakes) {
    CsvTable table = CsvTable.read(file, COLUMNS, OPTIONAL_COLUMNS, mistakes);
    table.requireUnique("id", "plan_version");
    List<Located<Target>> targets = new ArrayList<>();
    for (CsvRow row : table.rows()) {
      mistakes
          .whenSound(() -> target(row, file.stem()))
          .ifPresent(target -> targets.add(new Located<>(row.at(), target)));
    }
    return targets;
  }

  private static Target target(CsvRow row, String fileYear) {
    int year = planYear(row.field("year"), fileYear);
    Field comparatorField = row.field("comparator");
    Comparator comparator = comparatorField.code(Comparator.class);
    if (comparatorField.isSound()) {
      requireFigures(row, comparator);
    }
    StatedPace pace = StatedPace.read(row.field("pace"));
    return new Target(
        row.field("id").required(),
        VersionChecks.day(row.field(VersionChecks.VERSION), Integer.parseInt(fileYear)),
        year,
        row.field("indicator").required(),
        row.field("place").required(),
        row.field("sector").required(),
        row.field("kind").code(Target.Kind.class),
        comparator,
        row.filled("value").map(Field::decimal).orElse(null),
        row.filled("upper").map(Field::decimal).orElse(null),
        row.filled("printed_unit").map(Field::positive).orElse(null),
        deadline(row.field("deadline"), fileYear),
        row.field("due_basis").code(DueBasis.class),
        row.field("comparable_basis").flag(),
        pace.profile(),
        pace.stated(),
        row.field(LAMP_PRESET).text(),
        row.filled("tolerance").map(Field::decimal).orElse(null),
        row.field("title_zh").required(),
        row.field("title_en").required(),
        row.field("source").required(),
        VersionChecks.withdraws(row));
  }

  private static int planYear(Field field, String fileYear) {
    int year = field.integer();
    if (field.isSound() && !fileYear.equals(String.valueOf(year))) {
      field.wrong("not-the-plan-year", fileYear);
    }
    return year;
  }

  private static LocalDate deadline(Field field, String fileYear) {
    LocalDate deadline = field.date();
    if (field.isSound() && deadline.getYear() < Integer.parseInt(fileYear)) {
      field.wrong("before-the-plan-year", fileYear);
    }
    return deadline;
  }

  /** A figure and its printed unit unless the plan prints none; an upper end for a range only. */
  private static void requireFigures(CsvRow row, Comparator comparator) {
    boolean printed = comparator != Comparator.NONE;
    Field value = figure(row, "value", printed);
    Field upper = figure(row, "upper", comparator == Comparator.RANGE);
    figure(row, "printed_unit", printed);
    boolean both = value.isSound() && upper.isSound() && !upper.isEmpty();
    if (both && upper.decimal().compareTo(value.decimal()) <= 0) {
      upper.wrong("empty-range", value.text());
    }
  }

  private static Field figure(CsvRow row, String column, boolean expected) {
    Field field = row.field(column);
    if (expected) {
      field.decimal();
    } else if (!field.isEmpty()) {
      field.wrong("figure-not-expected", row.field("comparator").text());
    }
    return field;
  }
}
