package jindu.run;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Arrays;
import java.util.stream.Stream;
import jindu.catalog.Catalog;
import jindu.core.Feed;
import jindu.core.Form;
import jindu.core.RegisterForm;
import jindu.core.Verdict;
import jindu.table.ObservationTable;
import jindu.table.QuarantineTable;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the verdicts of one time left behind, a row for each value accepted and each row refused:
 * the row delivered, its verdict, and hashes of what the trace says, so that two times are compared
 * without their contents, and so that one pass over what is stored serves every comparison.
 */
final class Traces {

  static final String FORM = ObservationTable.FORM;
  static final String PATH = ObservationTable.PATH;
  static final String DELIVERY_ID = ObservationTable.DELIVERY_ID;
  static final String RECEIVED_DATE = ObservationTable.RECEIVED_DATE;
  static final String SHEET = ObservationTable.SHEET;
  static final String ROW_NUMBER = ObservationTable.ROW_NUMBER;

  /** The verdict's code; accepted or quarantined. */
  static final String VERDICT = "verdict";

  /** Why the row was refused; null where it was accepted. */
  static final String REASONS = QuarantineTable.REASONS;

  /** Null for the register and for refused rows. */
  static final String YEAR = ObservationTable.YEAR;

  /**
   * What the row names: an indicator where the form's rows name theirs, in the register a form;
   * else null.
   */
  static final String NAMED = "named";

  /** Names the trace among those of its form, year and verdict. */
  static final String KEY = "row_key";

  /** Fingerprint of what counts; 0 of a refused row. */
  static final String CONTENT = "content";

  /** Hash of all else that the trace says. */
  static final String REST = "rest";

  /** The quarter of a value that counts, else null. */
  static final String LAST = "last_quarter";

  private Traces() {}

  /**
   * Traces, in no order.
   *
   * @param observations rows of {@link ObservationTable}
   * @param quarantine rows of {@link QuarantineTable}
   */
  static Dataset<Row> of(Dataset<Row> observations, Dataset<Row> quarantine, Catalog catalog) {
    return accepted(observations, catalog).union(refused(quarantine));
  }

  private static Dataset<Row> accepted(Dataset<Row> observations, Catalog catalog) {
    Column key =
        concat_ws(
            "\n",
            col(ObservationTable.UNIT_KEY),
            col(ObservationTable.PERIOD),
            col(ObservationTable.ITEM),
            col(ObservationTable.VINTAGE_ORDER),
            col(ObservationTable.RECEIVED_DATE).cast(Types.TEXT));
    Column rest =
        hash(
            ObservationTable.FLAGS,
            ObservationTable.EXPLANATION,
            ObservationTable.DELIVERY_ID,
            ObservationTable.PATH,
            ObservationTable.SHEET,
            ObservationTable.ROW_NUMBER,
            ObservationTable.UNIT_NAME,
            ObservationTable.FINDINGS);
    Column counts = col(ObservationTable.IN_FORCE).and(col(ObservationTable.VALUE).isNotNull());
    return observations.select(
        trace(
            Verdict.ACCEPTED,
            lit(null).cast(Types.TEXTS),
            col(ObservationTable.YEAR),
            named(catalog),
            key,
            col(ObservationTable.FINGERPRINT),
            rest,
            when(counts, col(ObservationTable.QUARTER))));
  }

  private static Dataset<Row> refused(Dataset<Row> quarantine) {
    Column key =
        concat_ws(
            "\n",
            col(QuarantineTable.DELIVERY_ID),
            col(QuarantineTable.SHEET),
            col(QuarantineTable.ROW_NUMBER).cast(Types.TEXT));
    Column rest =
        hash(
            QuarantineTable.RECEIVED_DATE,
            QuarantineTable.UNIT_KEY,
            QuarantineTable.PERIOD,
            QuarantineTable.REASONS,
            QuarantineTable.REASONS_ZH,
            QuarantineTable.RESOLVED_BY,
            QuarantineTable.RESOLVED_ROW,
            QuarantineTable.RESOLVED_DATE);
    Column none = lit(null);
    return quarantine.select(
        trace(
            Verdict.QUARANTINED,
            col(QuarantineTable.REASONS),
            none.cast(Types.WHOLE),
            none.cast(Types.TEXT),
            key,
            lit(0L),
            rest,
            none.cast(Types.WHOLE)));
  }

  private static Column[] trace(
      Verdict verdict,
      Column reasons,
      Column year,
      Column named,
      Column key,
      Column content,
      Column rest,
      Column last) {
    return new Column[] {
      col(FORM),
      col(PATH),
      col(DELIVERY_ID),
      col(RECEIVED_DATE),
      col(SHEET),
      col(ROW_NUMBER),
      lit(verdict.code()).as(VERDICT),
      reasons.as(REASONS),
      year.as(YEAR),
      named.as(NAMED),
      key.as(KEY),
      content.as(CONTENT),
      rest.as(REST),
      last.as(LAST)
    };
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
}
