package jindu.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.hash;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jindu.core.RegisterForm;
import jindu.table.ObservationTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * The sample with what it has too little of: units that miss a month, a quarter or a year, that
 * move, that come late; a base with a factor, and a division without a rate or an index.
 *
 * <p>What is taken is decided by a hash of the return, so that it is the same in every run.
 */
final class ThinnedSample {

  private static final String TOWN = "410311102";
  private static final String PAPER = "2211";
  private static final int DAYS_LATE = 45;

  private ThinnedSample() {}

  static Dataset<Row> observations(Dataset<Row> sample) {
    Column isReturn = col(ObservationTable.FORM).notEqual(RegisterForm.CODE);
    Column isMissing =
        happens(10, ObservationTable.YEAR, ObservationTable.QUARTER)
            .or(happens(5, ObservationTable.PERIOD))
            .or(happens(6, ObservationTable.YEAR));
    Column isRegistered = col(ObservationTable.FORM).isin("B204-1", "E204-1", "F203", "S204-1");
    Column isIndustry = col(ObservationTable.FORM).equalTo("B204-1");
    Column isLaterInTheYear = col(ObservationTable.QUARTER).geq(3);
    Column hasMoved = isRegistered.and(isLaterInTheYear).and(chance(10, "moved"));
    Column hasChanged = isIndustry.and(isLaterInTheYear).and(chance(8, "changed"));
    Column isLate = isReturn.and(happens(15, ObservationTable.PERIOD, "'late'"));
    Column isUnknown =
        col(ObservationTable.ITEM)
            .equalTo("sales")
            .and(col(ObservationTable.YEAR).equalTo(2019))
            .and(happens(2, ObservationTable.PERIOD, "'unknown'"));
    return sample
        .where(isReturn.and(isMissing).unary_$bang())
        .withColumn(
            ObservationTable.TOWNSHIP_CODE,
            when(hasMoved, lit(TOWN)).otherwise(col(ObservationTable.TOWNSHIP_CODE)))
        .withColumn(
            ObservationTable.SECTOR_CODE,
            when(hasChanged, lit(PAPER)).otherwise(col(ObservationTable.SECTOR_CODE)))
        .withColumn(
            ObservationTable.RECEIVED_DATE,
            when(isLate, date_add(col(ObservationTable.RECEIVED_DATE), DAYS_LATE))
                .otherwise(col(ObservationTable.RECEIVED_DATE)))
        .withColumn(
            ObservationTable.PREVIOUS,
            when(isUnknown, lit(null)).otherwise(col(ObservationTable.PREVIOUS)));
  }

  /** The catalog of the sample with a base adjusted, and without a rate and an index. */
  static void writeReference(Path lake) throws IOException {
    SampleLake.copyReference(lake);
    Path reference = lake.resolve("reference");
    append(
        reference.resolve("base_adjustments.csv"),
        "fixed_asset_investment,2020,1.0123,test",
        "tax_revenue,2021,0.9871,test");
    leaveOut(reference.resolve("value_added_rates.csv"), "27,2019,");
    leaveOut(reference.resolve("price_indices.csv"), "35,2020-06,");
  }

  private static Column chance(int percent, String salt) {
    return happens(percent, ObservationTable.YEAR, "'" + salt + "'");
  }

  /** In so many of a hundred cases, by form, unit and the columns named. */
  private static Column happens(int percent, String... columns) {
    Column[] parts =
        Stream.concat(
                Stream.of(col(ObservationTable.FORM), col(ObservationTable.UNIT_KEY)),
                Stream.of(columns).map(functions::expr))
            .toArray(Column[]::new);
    return pmod(hash(parts), lit(100)).lt(percent);
  }

  private static void append(Path file, String... lines) throws IOException {
    String text = Files.readString(file);
    Files.writeString(file, text.stripTrailing() + "\n" + String.join("\n", lines) + "\n");
  }

  private static void leaveOut(Path file, String start) throws IOException {
    List<String> kept =
        Files.readAllLines(file).stream().filter(line -> !line.startsWith(start)).toList();
    Files.write(file, kept);
  }
}
