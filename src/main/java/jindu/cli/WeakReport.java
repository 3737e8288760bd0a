package jindu.cli;

import static java.util.stream.Collectors.joining;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import jindu.table.TableDefinition;
import jindu.table.WeakIndicatorTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What is behind the plan, worst first, each with the reason and with what pulls it down. */
final class WeakReport implements PublishedReport {

  private static final String INDENT = "    ";

  @Override
  public String name() {
    return "weak";
  }

  @Override
  public TableDefinition table() {
    return WeakIndicatorTable.DEFINITION;
  }

  @Override
  public Column[] order() {
    return new Column[] {col(WeakIndicatorTable.PLACE_ORDER)};
  }

  /** Whole targets, each with all of its parts. */
  @Override
  public Dataset<Row> first(Dataset<Row> listed, int most) {
    Dataset<Row> targets =
        listed
            .groupBy(WeakIndicatorTable.TARGET_ID)
            .agg(min(WeakIndicatorTable.PLACE_ORDER).as(WeakIndicatorTable.PLACE_ORDER))
            .orderBy(WeakIndicatorTable.PLACE_ORDER)
            .limit(most)
            .select(WeakIndicatorTable.TARGET_ID);
    // One row a target on the right: it is grouped by the column of the join.
    return listed.join(targets, WeakIndicatorTable.TARGET_ID, "left_semi").orderBy(order());
  }

  @Override
  public long entries(Dataset<Row> listed) {
    return listed.select(WeakIndicatorTable.TARGET_ID).distinct().count();
  }

  @Override
  public List<String> lines(List<Row> rows, ReportWords words) {
    List<String> lines = new ArrayList<>();
    int number = 1;
    for (List<Row> parts : PublishedReport.groupedBy(WeakIndicatorTable.TARGET_ID, rows).values()) {
      Row target = parts.get(0);
      lines.addAll(
          TextTable.under(
              "%2d  %s  ".formatted(number++, words.lamp(target)),
              words.target(target.getAs(WeakIndicatorTable.TARGET_ID)) + "  " + gap(target, words),
              WIDTH));
      lines.addAll(indented(words.half(target.getAs(WeakIndicatorTable.LAMP_REASON))));
      String pulling = pulling(parts, words);
      lines.addAll(pulling.isEmpty() ? List.of() : indented(words.text("weak-parts", pulling)));
    }
    ProvisionalMark.meaning(rows, words).ifPresent(lines::add);
    return lines;
  }

  private static String gap(Row target, ReportWords words) {
    return words.gap(
        target.getAs(WeakIndicatorTable.TARGET_ID),
        target.getAs(WeakIndicatorTable.INDICATOR),
        target.getAs(WeakIndicatorTable.GAP_POINTS));
  }

  private static String pulling(List<Row> parts, ReportWords words) {
    return parts.stream()
        .filter(part -> part.getAs(WeakIndicatorTable.PART_CODE) != null)
        .map(part -> name(part, words) + " " + pull(part))
        .collect(joining(words.text("weak-between")));
  }

  private static String name(Row part, ReportWords words) {
    String code = part.getAs(WeakIndicatorTable.PART_CODE);
    return part.getAs(WeakIndicatorTable.PART_KIND).equals(WeakIndicatorTable.TOWNSHIP)
        ? words.place(code)
        : words.sector(code);
  }

  private static String pull(Row part) {
    return ReportWords.signed(part.<BigDecimal>getAs(WeakIndicatorTable.PULL_POINTS));
  }

  private static List<String> indented(String text) {
    return TextTable.under(INDENT, text, WIDTH);
  }
}
