package jindu.check;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import jindu.catalog.Catalog;
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

  private static final String KNOWN = "known_sector";
  private static final String SECTION = "sector_section";
  private static final String LETTER_AND_DIGITS = "^[A-T][0-9]{2,4}$";
  private static final StructType SCHEMA =
      new StructType().add(KNOWN, Types.TEXT).add(LEVEL, Types.TEXT).add(SECTION, Types.TEXT);

  private SectorFacts() {}

  /**
   * Adds the sector code without its letter, and its level; a letter of another section makes the
   * code unknown. Left join; one row a code on the right, because the catalog holds them by code.
   */
  static Dataset<Row> join(Dataset<Row> rows, Catalog catalog) {
    List<Row> sectors =
        catalog.sectors().values().stream()
            .map(
                sector -> RowFactory.create(sector.code(), sector.level().code(), sector.section()))
            .toList();
    Dataset<Row> facts = rows.sparkSession().createDataFrame(sectors, SCHEMA);
    return rows.withColumn(VerdictTable.SECTOR_CODE, withoutLetter())
        .join(broadcast(facts), col(VerdictTable.SECTOR_CODE).equalTo(col(KNOWN)), "left")
        .withColumn(LEVEL, when(isOfItsSection(), col(LEVEL)))
        .drop(KNOWN, SECTION);
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
