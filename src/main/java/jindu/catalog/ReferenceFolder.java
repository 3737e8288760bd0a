package jindu.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
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

/** The files of {@code reference/}, read once: from the folder, or as the ledger stores them. */
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
  private static final Set<String> OPTIONAL =
      Set.of(
          ShortLists.NOTICE,
          ExclusionReader.FILE,
          PeerReader.FILE,
          ProtectionReader.FILE,
          ReconciliationReader.FILE,
          RetentionReader.FILE);
  private static final Pattern FORM = Pattern.compile("forms/[^/]+\\.yaml");
  private static final Pattern PLAN = Pattern.compile("plans/\\d{4}\\.csv");
  private static final Pattern MILESTONES = Pattern.compile("milestones/\\d{4}\\.csv");
  private static final Pattern LAMPS = Pattern.compile("lamps/[^/]+\\.yaml");
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
    Map<String, byte[]> contents = new TreeMap<>();
    for (Path file : regularFiles(folder)) {
      String path = folder.relativize(file).toString().replace('\\', '/');
      // A file that nobody expects is judged by its name alone, whatever its bytes.
      contents.put(path, isExpected(path) ? Files.readAllBytes(file) : new byte[0]);
    }
    return decoded(contents, mistakes);
  }

  /** The files by their path under {@code reference/}, as they lie somewhere else. */
  static ReferenceFolder decoded(Map<String, byte[]> contents, Mistakes mistakes) {
    Map<String, String> texts = new TreeMap<>();
    Set<String> undecodable = new HashSet<>();
    contents.forEach(
        (path, content) -> {
          try {
            texts.put(
                path,
                isExpected(path)
                    ? UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString()
                    : "");
          } catch (CharacterCodingException otherEncoding) {
            mistakes.add(new Location(path, 0), "not-utf8");
            undecodable.add(path);
          }
        });
    return of(texts, undecodable, mistakes);
  }

  /** The files by their path under {@code reference/}, as {@link #texts} gives them. */
  static ReferenceFolder of(Map<String, String> texts, Mistakes mistakes) {
    return of(texts, Set.of(), mistakes);
  }

  private static ReferenceFolder of(
      Map<String, String> texts, Set<String> undecodable, Mistakes mistakes) {
    Map<String, ReferenceFile> files = new TreeMap<>();
    texts.forEach(
        (path, text) -> {
          if (isExpected(path)) {
            files.put(path, new ReferenceFile(path, text));
          } else if (!NOT_OURS.matcher(path).matches()) {
            mistakes.add(new Location(path, 0), "unknown-file", expected());
          }
        });
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

  /** The presets of lamps; a catalog may have none. */
  List<ReferenceFile> lamps() {
    return matching(LAMPS);
  }

  /** A file that a catalog may lack. */
  Optional<ReferenceFile> optional(String path) {
    return Optional.ofNullable(files.get(path));
  }

  /** A table of the folder; unreadable when there is none, which is a mistake already. */
  CsvTable table(String path, List<String> columns, Mistakes mistakes) {
    return optionalTable(path, columns, mistakes).orElseGet(CsvTable::unreadable);
  }

  /** A table that a catalog may lack. */
  Optional<CsvTable> optionalTable(String path, List<String> columns, Mistakes mistakes) {
    return optional(path).map(file -> CsvTable.read(file, columns, mistakes));
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
    boolean listed =
        REQUIRED.contains(path)
            || OPTIONAL.contains(path)
            || LAMPS.matcher(path).matches()
            || FOLDERS.keySet().stream().anyMatch(pattern -> pattern.matcher(path).matches());
    return listed && !NOT_OURS.matcher(path).matches();
  }

  private static String expected() {
    return Stream.of(REQUIRED, OPTIONAL, FOLDERS.values(), Set.of("lamps/<name>.yaml"))
        .flatMap(names -> names.stream())
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
