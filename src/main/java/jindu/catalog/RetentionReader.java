package jindu.catalog;

import java.util.Set;
import jindu.core.Retention;

/** Reads {@code retention.yaml}: how long publications and replaced files are kept. */
final class RetentionReader {

  static final String FILE = "retention.yaml";

  private static final String DAYS = "publication_days";
  private static final String OLDER = "older_publications";
  private static final String REPLACED = "replaced_files_days";
  private static final YamlMapping.Keys KEYS =
      new YamlMapping.Keys(Set.of(DAYS, OLDER), Set.of(REPLACED));

  private RetentionReader() {}

  static Retention read(ReferenceFile file, Mistakes mistakes) {
    return YamlDocument.read(file, KEYS, mistakes)
        .map(
            keys ->
                new Retention(
                    days(keys), keys.field(OLDER).code(Retention.Older.class), replaced(keys)))
        .orElse(Retention.DEFAULT);
  }

  private static int days(YamlMapping keys) {
    Field field = keys.field(DAYS);
    int days = field.integer();
    if (field.isSound() && days == 0) {
      field.wrong("not-positive");
    }
    return days;
  }

  /** A week where the file says nothing; it may be none. */
  private static int replaced(YamlMapping keys) {
    return keys.has(REPLACED)
        ? keys.field(REPLACED).integer()
        : Retention.DEFAULT.replacedFilesDays();
  }
}
