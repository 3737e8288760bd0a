package jindu.assess;

import java.util.ArrayList;
import java.util.List;
import jindu.core.Reconciliation;
import jindu.core.Reconciliation.Kind;
import jindu.core.Reconciliation.Term;
import jindu.core.Rounding;
import jindu.table.ReconciliationTable;
import jindu.table.Types;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** The catalog's comparisons as rows: what is said of each, and the terms of its two sides. */
final class ReconciliationRows {

  /** Number of the comparison in the catalog. */
  static final String NUMBER = "comparison";

  static final String SIDE = "side";
  static final String FIRST = "a";
  static final String SECOND = "b";
  static final String KIND = "term_kind";
  static final String NAME = "term_name";

  /** The quarter of a comparison that has one only; else null. */
  static final String OWN_YEAR = "own_year";

  static final String OWN_QUARTER = "own_quarter";
  static final String PRINTED = "printed";
  static final String BRIDGED = "bridged";
  static final String REASON_ZH = "own_reason_zh";
  static final String REASON_EN = "own_reason_en";

  private static final StructType TERMS =
      new StructType()
          .add(NUMBER, Types.WHOLE)
          .add(SIDE, Types.TEXT)
          .add(KIND, Types.TEXT)
          .add(NAME, Types.TEXT)
          .add(OWN_YEAR, Types.WHOLE)
          .add(OWN_QUARTER, Types.WHOLE)
          .add(PRINTED, Types.AMOUNT);

  private static final StructType COMPARISONS =
      new StructType()
          .add(NUMBER, Types.WHOLE)
          .add(ReconciliationTable.QUANTITY, Types.TEXT)
          .add(ReconciliationTable.SOURCE_A, Types.TEXT)
          .add(ReconciliationTable.SOURCE_B, Types.TEXT)
          .add(terms(FIRST), Types.WHOLE)
          .add(terms(SECOND), Types.WHOLE)
          .add(isShare(FIRST), Types.CLAIM)
          .add(isShare(SECOND), Types.CLAIM)
          .add(ReconciliationTable.RELATION, Types.TEXT)
          .add(ReconciliationTable.TITLE_ZH, Types.TEXT)
          .add(ReconciliationTable.TITLE_EN, Types.TEXT)
          .add(ReconciliationTable.UNIT, Types.TEXT)
          .add(ReconciliationTable.SOURCE, Types.TEXT)
          .add(BRIDGED, Types.CLAIM)
          .add(REASON_ZH, Types.TEXT)
          .add(REASON_EN, Types.TEXT);

  private ReconciliationRows() {}

  /** The side's whole, of which a share is taken. */
  static String whole(String side) {
    return "whole_of_" + side;
  }

  /** Whether the side is a share. */
  static String isShare(String side) {
    return "is_share_" + side;
  }

  /** How many terms a side has. */
  static String terms(String side) {
    return "terms_" + side;
  }

  static Dataset<Row> terms(SparkSession spark, List<Reconciliation> comparisons) {
    List<Row> rows = new ArrayList<>();
    for (int number = 0; number < comparisons.size(); number++) {
      Reconciliation comparison = comparisons.get(number);
      addTerms(rows, number, comparison, FIRST, comparison.a());
      addTerms(rows, number, comparison, SECOND, comparison.b());
    }
    return spark.createDataFrame(rows, TERMS);
  }

  private static void addTerms(
      List<Row> rows,
      int number,
      Reconciliation comparison,
      String side,
      Reconciliation.Side terms) {
    // A share is the values of its terms over the value of the whole.
    boolean share = terms.kind() == Kind.SHARE;
    Kind kind = share ? Kind.INDICATOR : terms.kind();
    terms.terms().forEach(term -> rows.add(row(number, comparison, side, kind, term)));
    if (share) {
      Term whole = new Term(terms.terms().get(0).indicator(), null);
      rows.add(row(number, comparison, whole(side), kind, whole));
    }
  }

  private static Row row(int number, Reconciliation comparison, String side, Kind kind, Term term) {
    boolean once = comparison.quarter() != null;
    return RowFactory.create(
        number,
        side,
        kind.code(),
        term.name(),
        once ? comparison.quarter().year() : null,
        once ? comparison.quarter().number() : null,
        term.printed() == null ? null : Rounding.round(term.printed(), Rounding.VALUE_DECIMALS));
  }

  static Dataset<Row> comparisons(SparkSession spark, List<Reconciliation> comparisons) {
    List<Row> rows = new ArrayList<>();
    for (int number = 0; number < comparisons.size(); number++) {
      Reconciliation comparison = comparisons.get(number);
      rows.add(
          RowFactory.create(
              number,
              comparison.quantity(),
              comparison.a().name(),
              comparison.b().name(),
              comparison.a().terms().size(),
              comparison.b().terms().size(),
              comparison.a().kind() == Kind.SHARE,
              comparison.b().kind() == Kind.SHARE,
              comparison.relation().code(),
              comparison.titleZh(),
              comparison.titleEn(),
              comparison.unit(),
              comparison.source(),
              comparison.bridged(),
              comparison.reasonZh(),
              comparison.reasonEn()));
    }
    return spark.createDataFrame(rows, COMPARISONS);
  }
}
