package jindu.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.size;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jindu.core.Form;
import jindu.core.Verdict;
import jindu.table.VerdictTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;

/** The rows of files that a person must look at, with the words for what is wrong or odd. */
final class JudgedRows {

  /** Refused rows that are shown, and flagged ones: more than a person reads at a sitting. */
  static final int MOST_SHOWN = 300;

  private static final String RANK = "rank";
  private static final String TOTAL = "total";

  private final ProblemWords words;
  private final List<JudgedRow> refused = new ArrayList<>();
  private final List<JudgedRow> flagged = new ArrayList<>();
  private long flaggedInAll;

  private JudgedRows(ProblemWords words) {
    this.words = words;
  }

  /**
   * The first refused and the first flagged rows, by path, sheet and row.
   *
   * @param verdicts rows of {@link VerdictTable}
   */
  static JudgedRows of(Dataset<Row> verdicts, Map<String, Form> forms) {
    JudgedRows rows = new JudgedRows(new ProblemWords(forms.values()));
    verdicts
        .where(isRefused().or(size(col(VerdictTable.FLAGS)).gt(0)))
        .select(
            VerdictTable.PATH,
            VerdictTable.SHEET,
            VerdictTable.ROW_NUMBER,
            VerdictTable.FORM,
            VerdictTable.UNIT_KEY,
            VerdictTable.UNIT_NAME,
            VerdictTable.PERIOD,
            VerdictTable.EXPLANATION,
            VerdictTable.VERDICT,
            VerdictTable.REASONS,
            VerdictTable.REASON_VALUES,
            VerdictTable.FLAGS,
            VerdictTable.FINDINGS)
        .withColumn(RANK, row_number().over(ofItsKind().orderBy(inOrder())))
        .withColumn(TOTAL, count(lit(1)).over(ofItsKind()))
        .where(col(RANK).leq(MOST_SHOWN))
        .collectAsList()
        .stream()
        .sorted(Comparator.comparingInt(row -> row.<Integer>getAs(RANK)))
        .forEach(rows::add);
    return rows;
  }

  List<JudgedRow> refused() {
    return refused;
  }

  List<JudgedRow> flagged() {
    return flagged;
  }

  /** Flagged rows in all, of which {@link #flagged} is the beginning. */
  long flaggedInAll() {
    return flaggedInAll;
  }

  private static WindowSpec ofItsKind() {
    return Window.partitionBy(isRefused());
  }

  private static Column[] inOrder() {
    return Stream.of(VerdictTable.PATH, VerdictTable.SHEET, VerdictTable.ROW_NUMBER)
        .map(functions::col)
        .toArray(Column[]::new);
  }

  private static Column isRefused() {
    return col(VerdictTable.VERDICT).equalTo(Verdict.QUARANTINED.code());
  }

  private void add(Row row) {
    if (row.getAs(VerdictTable.VERDICT).equals(Verdict.QUARANTINED.code())) {
      refused.add(judged(row, reasons(row)));
    } else {
      flagged.add(judged(row, words.odd(row)));
      flaggedInAll = row.<Long>getAs(TOTAL);
    }
  }

  private static JudgedRow judged(Row row, List<Problem> problems) {
    return new JudgedRow(
        row.getAs(VerdictTable.PATH),
        row.getAs(VerdictTable.SHEET),
        row.<Integer>getAs(VerdictTable.ROW_NUMBER),
        row.getAs(VerdictTable.UNIT_KEY),
        row.getAs(VerdictTable.UNIT_NAME),
        row.getAs(VerdictTable.PERIOD),
        row.getAs(VerdictTable.EXPLANATION),
        problems);
  }

  private List<Problem> reasons(Row row) {
    Map<String, String> texts = row.getJavaMap(row.fieldIndex(VerdictTable.REASON_VALUES));
    return codes(row, VerdictTable.REASONS)
        .map(code -> problem(row, code, texts.getOrDefault(code, "")))
        .toList();
  }

  private Problem problem(Row row, String code, String text) {
    return words.of(row.getAs(VerdictTable.FORM), code, text);
  }

  private static Stream<String> codes(Row row, String column) {
    return row.<String>getList(row.fieldIndex(column)).stream();
  }
}
