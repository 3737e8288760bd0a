package jindu.aggregate;

import static jindu.aggregate.EstimatedSizes.COUNTED_SIZE;
import static jindu.aggregate.EstimatedSizes.ESTIMATED_SIZE;
import static jindu.table.ResponseQualityTable.ESTIMATED_SHARE_PCT;
import static jindu.table.ResponseQualityTable.EXPECTED;
import static jindu.table.ResponseQualityTable.EXPLAINED;
import static jindu.table.ResponseQualityTable.FLAGGED;
import static jindu.table.ResponseQualityTable.FORM;
import static jindu.table.ResponseQualityTable.LATE;
import static jindu.table.ResponseQualityTable.ON_TIME;
import static jindu.table.ResponseQualityTable.QUARANTINED;
import static jindu.table.ResponseQualityTable.QUARTER;
import static jindu.table.ResponseQualityTable.REPORTED;
import static jindu.table.ResponseQualityTable.RESPONSE_PCT;
import static jindu.table.ResponseQualityTable.RESPONSE_SIZE_PCT;
import static jindu.table.ResponseQualityTable.TOWNSHIP_CODE;
import static jindu.table.ResponseQualityTable.YEAR;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.Map;
import jindu.catalog.Catalog;
import jindu.core.Place;
import jindu.table.ExactRatio;
import jindu.table.ResponseQualityTable;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Who answered, by form, place and quarter (method.md section 4).
 *
 * <p>A form-year goes to its last quarter with a return in force.
 */
final class ResponseQuality {

  private static final String EXPECTED_SIZE = "expected_size";
  private static final String REPORTED_SIZE = "reported_size";

  private static final String IS_ANSWER = "is_answer";

  private ResponseQuality() {}

  static Dataset<Row> of(
      Dataset<Row> observations,
      Dataset<Row> quarantine,
      Dataset<Row> contributions,
      Catalog catalog,
      LocalDate asOf) {
    Dataset<Row> returns = AnsweredPeriods.returns(observations, catalog, asOf);
    Dataset<Row> units = RespondingUnits.of(returns, observations, catalog).withColumns(ofUnits());
    Dataset<Row> lastQuarters = RespondingUnits.lastQuarters(returns);
    Dataset<Row> refused =
        RefusedReturns.of(quarantine, lastQuarters).withColumn(QUARANTINED, lit(1L));
    Column isAnswer = coalesce(col(EXPECTED), col(QUARANTINED)).isNotNull();
    Dataset<Row> rows =
        units
            .unionByName(refused, true)
            .unionByName(EstimatedSizes.of(contributions, catalog), true)
            .withColumn(TOWNSHIP_CODE, explode(places(catalog)))
            .groupBy(col(FORM), col(TOWNSHIP_CODE), col(YEAR), col(QUARTER))
            .agg(
                count(EXPECTED),
                count(REPORTED),
                count(ON_TIME),
                count(FLAGGED),
                count(EXPLAINED),
                count(QUARANTINED),
                sum(col(EXPECTED_SIZE)).try_cast(Types.AMOUNT).as(EXPECTED_SIZE),
                sum(col(REPORTED_SIZE)).try_cast(Types.AMOUNT).as(REPORTED_SIZE),
                sum(col(COUNTED_SIZE)).try_cast(Types.AMOUNT).as(COUNTED_SIZE),
                sum(col(ESTIMATED_SIZE)).try_cast(Types.AMOUNT).as(ESTIMATED_SIZE),
                bool_or(isAnswer).as(IS_ANSWER))
            // Where nobody was expected and nobody answered, a value that stands is no answer; nor
            // is one after the form's last quarter.
            .where(col(IS_ANSWER))
            .withColumn(LATE, col(REPORTED).minus(col(ON_TIME)))
            .withColumn(EXPECTED, when(isRegistered(catalog), col(EXPECTED)))
            .withColumns(shares(catalog));
    return ResponseQualityTable.DEFINITION.select(rows);
  }

  private static Map<String, Column> ofUnits() {
    Column answer = col(RespondingUnits.ANSWER);
    Column weight = col(RespondingUnits.WEIGHT);
    return Map.of(
        EXPECTED, lit(1L),
        REPORTED, one(answer.isNotNull()),
        ON_TIME, one(answer.getField(UnitAnswers.ON_TIME)),
        FLAGGED, answer.getField(UnitAnswers.FLAGGED),
        EXPLAINED, answer.getField(UnitAnswers.EXPLAINED),
        EXPECTED_SIZE, weight,
        REPORTED_SIZE, when(answer.isNotNull(), weight));
  }

  private static Column one(Column claim) {
    return when(claim, 1L).otherwise(0L);
  }

  private static Column count(String amount) {
    return coalesce(sum(col(amount)), lit(0L)).as(amount);
  }

  /** Its own, where that is a part of the district, and the district. */
  private static Column places(Catalog catalog) {
    Column district = lit(catalog.district().code());
    Object[] parts =
        catalog.places().stream()
            .filter(place -> place.kind() != Place.Kind.DISTRICT)
            .map(Place::code)
            .toArray();
    return when(col(TOWNSHIP_CODE).isin(parts), array(col(TOWNSHIP_CODE), district))
        .otherwise(array(district));
  }

  /** Unknown where no register says who is expected. */
  private static Map<String, Column> shares(Catalog catalog) {
    Column ofUnits = ExactRatio.percent(col(REPORTED), col(EXPECTED));
    Column bySize = ExactRatio.percent(coalesce(col(REPORTED_SIZE), lit(0)), col(EXPECTED_SIZE));
    Column estimated = ExactRatio.percent(coalesce(col(ESTIMATED_SIZE), lit(0)), col(COUNTED_SIZE));
    return Map.of(
        ESTIMATED_SHARE_PCT, estimated.try_cast(Types.PERCENT),
        RESPONSE_PCT, ofUnits.try_cast(Types.PERCENT),
        RESPONSE_SIZE_PCT, when(isRegistered(catalog), bySize).try_cast(Types.PERCENT));
  }

  private static Column isRegistered(Catalog catalog) {
    return col(FORM).isin(RegisteredUnits.registered(catalog));
  }
}
