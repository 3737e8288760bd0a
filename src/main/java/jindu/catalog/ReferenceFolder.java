package jindu.catalog;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of {@code reference/}, read once. */
final class ReferenceFolder {

  private static final Set<String> REQUIRED =
      Set.of(
          PlaceReader.FILE,
          SectorReader.FILE,
          IndicatorReader.FILE,
          IndustryTables.RATES,
          IndustryTables.PRICES,
          IndustryTables.ADJUSTMENTS,
          ShortLists.HEADLINE,
          ShortLists.QUARTERS);
  private static final Pattern FORM = Pattern.compile("forms/[^/]+\\.yaml");
  private static final Pattern PLAN = Pattern.compile("plans/\\d{4}\\.csv");
  private static final Pattern MILESTONES = Pattern.compile("milestones/\\d{4}\\.csv");
  private static final Map<Pattern, String> FOLDERS =
      Map.of(
          FORM, "forms/<code>.yaml", PLAN, "plans/<year>.csv", MILESTONES, "milestones/<year>.csv");
  private static final Pattern NOT_OURS = Pattern.compile("(.*/)?(\\.[^/]*|[^/]*~|[^/]*\\.md)");

  private final Map<String, ReferenceFile> files;

  private ReferenceFolder(Map<String, ReferenceFile> files) {
    this.files = files;
  }

  /**
   * Reads every file; hidden files, editors' backups and notes in Markdown are left out.
   *
   * @throws IOException when the folder or a file cannot be read
   */
  static ReferenceFolder read(Path folder, Mistakes mistakes) throws IOException {
    Map<String, ReferenceFile> files = new TreeMap<>();
    Set<String> undecodable = new HashSet<>();
    for (Path file : regularFiles(folder)) {
      String path = folder.relativize(file).toString().replace('\\', '/');
      if (NOT_OURS.matcher(path).matches()) {
        continue;
      }
      if (!isExpected(path)) {
        mistakes.add(new Location(path, 0), "unknown-file", expected());
        continue;
      }
      try {
        files.put(path, new ReferenceFile(path, Files.readString(file)));
      } catch (CharacterCodingException otherEncoding) {
        mistakes.add(new Location(path, 0), "not-utf8");
        undecodable.add(path);
      }
    }
    REQUIRED.stream()
        .filter(path -> !files.containsKey(path) && !undecodable.contains(path))
        .forEach(path -> mistakes.add(new Location(path, 0), "missing-file"));
    FOLDERS.forEach(
        (pattern, path) -> {
          if (files.keySet().stream().noneMatch(name -> pattern.matcher(name).matches())) {
            mistakes.add(new Location(path, 0), "missing-file");
          }
        });
    return new ReferenceFolder(files);
  }

  List<ReferenceFile> forms() {
    return matching(FORM);
  }

  List<ReferenceFile> plans() {
    return matching(PLAN);
  }

  List<ReferenceFile> milestones() {
    return matching(MILESTONES);
  }

  Optional<ReferenceFile> notice() {
    return Optional.ofNullable(files.get(ShortLists.NOTICE));
  }

  /** A table of the folder; unreadable when there is none, which is a mistake already. */
  CsvTable table(String path, List<String> columns, Mistakes mistakes) {
    ReferenceFile file = files.get(path);
    return file == null ? CsvTable.unreadable() : CsvTable.read(file, columns, mistakes);
  }

  /** The full text of each file by its path. */
  Map<String, String> texts() {
    return files.values().stream()
        .collect(
            Collectors.toMap(
                ReferenceFile::path, ReferenceFile::text, (first, second) -> first, TreeMap::new));
  }

  private List<ReferenceFile> matching(Pattern pattern) {
    return files.values().stream().filter(file -> pattern.matcher(file.path()).matches()).toList();
  }

  private static List<Path> regularFiles(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static boolean isExpected(String path) {
    return REQUIRED.contains(path)
        || path.equals(ShortLists.NOTICE)
        || FOLDERS.keySet().stream().anyMatch(pattern -> pattern.matcher(path).matches());
  }

  private static String expected() {
    return Stream.of(REQUIRED.stream(), Stream.of(ShortLists.NOTICE), FOLDERS.values().stream())
        .flatMap(names -> names)
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
