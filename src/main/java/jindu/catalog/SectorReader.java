package jindu.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import jindu.core.Sector;
import jindu.core.Sector.Level;

/** Reads {@code sectors.csv} and sees that it is a tree in which the strata agree. */
final class SectorReader {

  static final String FILE = "sectors.csv";
  static final List<String> COLUMNS =
      List.of("code", "level", "parent", "section", "strata", "name_zh", "name_en");

  private static final Pattern LETTER = Pattern.compile("[A-Z]");
  private static final Pattern STRATA = Pattern.compile("P[123]");

  private SectorReader() {}

  static List<Located<Sector>> read(CsvTable table, Mistakes mistakes) {
    table.requireUnique("code");
    List<Located<Sector>> sectors = new ArrayList<>();
    for (CsvRow row : table.rows()) {
      mistakes
          .whenSound(() -> sector(row))
          .ifPresent(sector -> sectors.add(new Located<>(row.at(), sector)));
    }
    Map<String, Sector> byCode = new HashMap<>();
    sectors.forEach(sector -> byCode.putIfAbsent(sector.value().code(), sector.value()));
    KnownCodes known = table.codes("code");
    for (Located<Sector> sector : sectors) {
      requireParent(sector, byCode, known, mistakes);
      requireStrata(sector, sectors, mistakes);
    }
    return sectors;
  }

  private static Sector sector(CsvRow row) {
    Field levelField = row.field("level");
    Level level = levelField.code(Level.class);
    Field code = row.field("code");
    if (levelField.isSound()) {
      code.matching(shape(level), "A, 01, 011, 0111");
    }
    boolean section = level == Level.SECTION;
    return new Sector(
        code.text(),
        level,
        section ? row.field("parent").text() : row.field("parent").required(),
        row.field("section").matching(LETTER, "A"),
        section && row.field("strata").isEmpty()
            ? ""
            : row.field("strata").matching(STRATA, "P1, P2, P3"),
        row.field("name_zh").required(),
        row.field("name_en").text());
  }

  private static Pattern shape(Level level) {
    return switch (level) {
      case SECTION -> LETTER;
      case DIVISION -> Pattern.compile("\\d{2}");
      case GROUP -> Pattern.compile("\\d{3}");
      case CLASS -> Pattern.compile("\\d{4}");
    };
  }

  private static Level levelAbove(Level level) {
    return switch (level) {
      case SECTION, DIVISION -> Level.SECTION;
      case GROUP -> Level.DIVISION;
      case CLASS -> Level.GROUP;
    };
  }

  /** The parent is one level up, and the section that of the parent. */
  private static void requireParent(
      Located<Sector> located, Map<String, Sector> byCode, KnownCodes known, Mistakes mistakes) {
    Sector sector = located.value();
    if (sector.level() == Level.SECTION) {
      if (!sector.parent().isEmpty() || !sector.section().equals(sector.code())) {
        mistakes.add(located.at(), "section-with-parent", sector.code());
      }
      return;
    }
    Sector parent = byCode.get(sector.parent());
    if (parent == null) {
      if (!known.contains(sector.parent())) {
        mistakes.add(located.at(), "unknown-parent", sector.code(), sector.parent());
      }
      return;
    }
    boolean oneUp = parent.level() == levelAbove(sector.level());
    boolean prefix = parent.level() == Level.SECTION || sector.code().startsWith(parent.code());
    if (!oneUp || !prefix || !parent.section().equals(sector.section())) {
      mistakes.add(located.at(), "wrong-parent", sector.code(), sector.parent());
    }
    boolean sameStrata = parent.strata().equals(sector.strata());
    if (parent.level() != Level.SECTION && !sameStrata) {
      mistakes.add(located.at(), "wrong-strata", sector.code(), sector.strata(), parent.strata());
    }
  }

  /** A section bears the strata of its divisions, and none when they have several. */
  private static void requireStrata(
      Located<Sector> located, List<Located<Sector>> sectors, Mistakes mistakes) {
    Sector section = located.value();
    if (section.level() != Level.SECTION) {
      return;
    }
    TreeSet<String> strata = new TreeSet<>();
    sectors.stream()
        .map(Located::value)
        .filter(sector -> sector.parent().equals(section.code()))
        .forEach(division -> strata.add(division.strata()));
    String expected = strata.size() == 1 ? strata.first() : "";
    if (!strata.isEmpty() && !section.strata().equals(expected)) {
      mistakes.add(located.at(), "wrong-strata", section.code(), section.strata(), expected);
    }
  }
}
