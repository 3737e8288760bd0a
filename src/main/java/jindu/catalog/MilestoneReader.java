package jindu.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jindu.core.Code;
import jindu.core.DueBasis;
import jindu.core.Milestone;

/** Reads {@code milestones/<year>.csv}. */
final class MilestoneReader {

  static final List<String> COLUMNS =
      List.of(
          "id",
          "year",
          "title_zh",
          "title_en",
          "planned_count",
          "due_date",
          "due_basis",
          "source",
          "aim");

  /** Without them there is one version, which holds from the year's first day. */
  private static final List<String> OPTIONAL_COLUMNS =
      List.of(VersionChecks.VERSION, VersionChecks.WITHDRAWN);

  /** Whether the plan says what is to be met. */
  private enum Aim implements Code {
    PRINTED,
    UNPRINTED
  }

  private MilestoneReader() {}

  static List<Located<Milestone>> read(ReferenceFile file, Mistakes mistakes) {
    CsvTable table = CsvTable.read(file, COLUMNS, OPTIONAL_COLUMNS, mistakes);
    table.requireUnique("id", VersionChecks.VERSION);
    List<Located<Milestone>> milestones = new ArrayList<>();
    for (CsvRow row : table.rows()) {
      mistakes
          .whenSound(() -> milestone(row, file.stem()))
          .ifPresent(milestone -> milestones.add(new Located<>(row.at(), milestone)));
    }
    return milestones;
  }

  private static Milestone milestone(CsvRow row, String fileYear) {
    Field yearField = row.field("year");
    int year = yearField.integer();
    if (yearField.isSound() && year < Integer.parseInt(fileYear)) {
      yearField.wrong("before-the-plan-year", fileYear);
    }
    Field dueField = row.field("due_date");
    LocalDate due = dueField.date();
    if (yearField.isSound() && dueField.isSound() && due.getYear() != year) {
      dueField.wrong("not-in-the-year", year);
    }
    return new Milestone(
        row.field("id").required(),
        version(row, yearField.isSound() ? year : Integer.MAX_VALUE, fileYear),
        year,
        row.field("title_zh").required(),
        row.field("title_en").required(),
        row.field("planned_count").positive(),
        due,
        row.field("due_basis").code(DueBasis.class),
        row.field("source").required(),
        row.field("aim").code(Aim.class) == Aim.PRINTED,
        VersionChecks.withdraws(row));
  }

  private static LocalDate version(CsvRow row, int year, String fileYear) {
    return row.filled(VersionChecks.VERSION)
        .map(field -> VersionChecks.day(field, year))
        .orElse(LocalDate.of(Integer.parseInt(fileYear), 1, 1));
  }
}
