package jindu.check;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jindu.catalog.Catalog;
import jindu.core.Sector;
import jindu.table.Types;
import jindu.table.VerdictTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** What GB/T 4754-2017 says of a row's sector code. */
final class SectorFacts {

  /** The level of the code; null when the code is unknown. */
  static final String LEVEL = "sector_level";

  /** The level of the code with a 0 before it; null when that is no code. */
  static final String LEVEL_WITH_ZERO = "sector_level_with_zero";

  /** The code and the codes above it; null when it is unknown. */
  static final String LINEAGE = "sector_lineage";

  private static final String KNOWN = "known_sector";
  private static final String SECTION = "sector_section";
  private static final String LETTER_AND_DIGITS = "^[A-T][0-9]{2,4}$";
  private static final StructType SCHEMA =
      new StructType()
          .add(KNOWN, Types.TEXT)
          .add(LEVEL, Types.TEXT)
          .add(SECTION, Types.TEXT)
          .add(LEVEL_WITH_ZERO, Types.TEXT)
          .add(LINEAGE, Types.TEXTS);

  private SectorFacts() {}

  /**
   * Adds the sector code without its letter, and its level; a letter of another section makes the
   * code unknown. Left join; one row a code on the right, because the catalog holds them by code.
   */
  static Dataset<Row> join(Dataset<Row> rows, Catalog catalog) {
    Dataset<Row> facts = rows.sparkSession().createDataFrame(facts(catalog.sectors()), SCHEMA);
    return rows.withColumn(VerdictTable.SECTOR_CODE, withoutLetter())
        .join(broadcast(facts), col(VerdictTable.SECTOR_CODE).equalTo(col(KNOWN)), "left")
        .withColumn(LEVEL, when(isOfItsSection(), col(LEVEL)))
        .drop(KNOWN, SECTION);
  }

  /** One row for each code, and for each text that is a code but for the 0 in front. */
  private static List<Row> facts(Map<String, Sector> sectors) {
    Set<String> texts = new TreeSet<>(sectors.keySet());
    sectors.keySet().stream()
        .filter(code -> code.startsWith("0"))
        .map(code -> code.substring(1))
        .forEach(texts::add);
    return texts.stream().map(text -> facts(text, sectors)).toList();
  }

  private static Row facts(String text, Map<String, Sector> sectors) {
    Optional<Sector> known = Optional.ofNullable(sectors.get(text));
    Optional<Sector> withZero = Optional.ofNullable(sectors.get("0" + text));
    return RowFactory.create(
        text,
        known.map(sector -> sector.level().code()).orElse(null),
        known.map(Sector::section).orElse(null),
        withZero.map(sector -> sector.level().code()).orElse(null),
        known.map(sector -> lineage(sector, sectors)).orElse(null));
  }

  private static List<String> lineage(Sector sector, Map<String, Sector> sectors) {
    return Stream.iterate(sector, Objects::nonNull, each -> sectors.get(each.parent()))
        .map(Sector::code)
        .toList();
  }

  private static Column withoutLetter() {
    Column text = col(Working.SECTOR_TEXT);
    return when(hasLetterAndDigits(), substring(text, 2, 4)).otherwise(text);
  }

  private static Column isOfItsSection() {
    Column letter = substring(col(Working.SECTOR_TEXT), 1, 1);
    return not(hasLetterAndDigits()).or(letter.equalTo(col(SECTION)));
  }

  private static Column hasLetterAndDigits() {
    return col(Working.SECTOR_TEXT).rlike(LETTER_AND_DIGITS);
  }
}
