package jindu.run;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.bit_xor;
import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jindu.catalog.Catalog;
import jindu.core.Feed;
import jindu.core.Form;
import jindu.core.RegisterForm;
import jindu.table.ObservationTable;
import jindu.table.QuarantineTable;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What judging again made of observations and quarantine, by form and year: one job, value for
 * value, so that one value up and nothing else is seen.
 */
final class ObservationChanges {

  private static final String NAMED = "named";
  private static final String KEY = "row_key";
  private static final String CONTENT = "content";
  private static final String REST = "rest";
  private static final String SIGN = "sign";
  private static final String LAST = "last_quarter";
  private static final String COUNTS = "counts";
  private static final String SURPLUS = "surplus";
  private static final String REST_DIFFERS = "rest_differs";
  private static final String LAST_BEFORE = "last_before";
  private static final String LAST_AFTER = "last_after";

  /**
   * What two times say of the returns of a form for a year.
   *
   * @param year null for the register and for refused rows
   * @param named what the rows name: an indicator where the form's rows name theirs, in the
   *     register a form; else null
   * @param observed false for refused rows
   * @param values whether a value that counts, or a vintage of it, is other
   * @param rows whether anything is other, an explanation for example
   * @param lastBefore the last quarter with a value that counts; null without one
   */
  record FormYear(
      String form,
      Integer year,
      String named,
      boolean observed,
      boolean values,
      boolean rows,
      Integer lastBefore,
      Integer lastAfter) {}

  private ObservationChanges() {}

  /** One for each form, year and name that either time has rows of. */
  static List<FormYear> between(
      VerdictChanges.Traces before, VerdictChanges.Traces after, Catalog catalog) {
    Dataset<Row> rows =
        observed(before, -1, catalog)
            .union(observed(after, 1, catalog))
            .union(refused(before, -1))
            .union(refused(after, 1));
    return rows
        .groupBy(names(ObservationTable.FORM, ObservationTable.YEAR, NAMED, COUNTS, KEY, CONTENT))
        .agg(
            sum(SIGN).as(SURPLUS),
            bit_xor(col(REST)).as(REST),
            max(when(col(SIGN).lt(0), col(LAST))).as(LAST_BEFORE),
            max(when(col(SIGN).gt(0), col(LAST))).as(LAST_AFTER))
        // Of a row that both times have, equal hashes cancel out.
        .withColumn(REST_DIFFERS, col(SURPLUS).notEqual(0).or(col(REST).notEqual(0)))
        .groupBy(names(ObservationTable.FORM, ObservationTable.YEAR, NAMED, COUNTS))
        .agg(
            bool_or(col(SURPLUS).notEqual(0)),
            bool_or(col(REST_DIFFERS)),
            max(LAST_BEFORE),
            max(LAST_AFTER))
        .collectAsList()
        .stream()
        .map(ObservationChanges::formYear)
        .toList();
  }

  private static FormYear formYear(Row row) {
    boolean observed = row.getBoolean(3);
    return new FormYear(
        row.getString(0),
        row.isNullAt(1) ? null : row.getInt(1),
        row.getString(2),
        observed,
        observed && row.getBoolean(4),
        row.getBoolean(5),
        row.isNullAt(6) ? null : row.getInt(6),
        row.isNullAt(7) ? null : row.getInt(7));
  }

  private static Dataset<Row> observed(VerdictChanges.Traces traces, int sign, Catalog catalog) {
    Column key =
        concat_ws(
            "\n",
            col(ObservationTable.UNIT_KEY),
            col(ObservationTable.PERIOD),
            col(ObservationTable.ITEM),
            col(ObservationTable.VINTAGE_ORDER),
            col(ObservationTable.RECEIVED_DATE).cast(Types.TEXT));
    Column counts = col(ObservationTable.IN_FORCE).and(col(ObservationTable.VALUE).isNotNull());
    return traces
        .observations()
        .select(
            col(ObservationTable.FORM),
            col(ObservationTable.YEAR),
            named(catalog).as(NAMED),
            lit(true).as(COUNTS),
            key.as(KEY),
            col(ObservationTable.FINGERPRINT).as(CONTENT),
            hash(
                    ObservationTable.FLAGS,
                    ObservationTable.EXPLANATION,
                    ObservationTable.DELIVERY_ID,
                    ObservationTable.PATH,
                    ObservationTable.SHEET,
                    ObservationTable.ROW_NUMBER,
                    ObservationTable.UNIT_NAME,
                    ObservationTable.FINDINGS)
                .as(REST),
            when(counts, col(ObservationTable.QUARTER)).as(LAST),
            lit(sign).as(SIGN));
  }

  private static Dataset<Row> refused(VerdictChanges.Traces traces, int sign) {
    Column key =
        concat_ws(
            "\n",
            col(QuarantineTable.DELIVERY_ID),
            col(QuarantineTable.SHEET),
            col(QuarantineTable.ROW_NUMBER).cast(Types.TEXT));
    return traces
        .quarantine()
        .select(
            col(QuarantineTable.FORM),
            lit(null).cast(Types.WHOLE),
            lit(null).cast(Types.TEXT),
            lit(false),
            key,
            lit(0L),
            hash(
                QuarantineTable.RECEIVED_DATE,
                QuarantineTable.UNIT_KEY,
                QuarantineTable.PERIOD,
                QuarantineTable.REASONS,
                QuarantineTable.REASONS_ZH,
                QuarantineTable.RESOLVED_BY,
                QuarantineTable.RESOLVED_ROW,
                QuarantineTable.RESOLVED_DATE),
            lit(null).cast(Types.WHOLE),
            lit(sign));
  }

  /** The hash passes over a null; that it is one is hashed too. */
  private static Column hash(String... columns) {
    return xxhash64(
        Stream.concat(
                Arrays.stream(columns).map(column -> col(column)),
                Stream.of(
                    array(Arrays.stream(columns).map(c -> col(c).isNull()).toArray(Column[]::new))))
            .toArray(Column[]::new));
  }

  /** Only a name that is part of the unit's key stays the same for all its returns. */
  private static Column named(Catalog catalog) {
    Column named =
        when(
            col(ObservationTable.FORM).equalTo(RegisterForm.CODE),
            col(ObservationTable.ATTRIBUTES).getItem(RegisterForm.REPORTED_FORM));
    for (Form form : catalog.forms().values()) {
      for (Feed feed : form.feeds()) {
        if (form.key().contains(feed.indicatorFrom())) {
          named =
              named.when(
                  col(ObservationTable.FORM).equalTo(form.code()),
                  col(ObservationTable.ATTRIBUTES).getItem(feed.indicatorFrom()));
        }
      }
    }
    return named;
  }

  private static Column[] names(String... names) {
    return Arrays.stream(names).map(name -> col(name)).toArray(Column[]::new);
  }
}
