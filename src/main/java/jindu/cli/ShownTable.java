package jindu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jindu.core.Quarter;
import jindu.run.Publication;
import jindu.run.RunException;
import jindu.run.Sessions;
import jindu.table.QuarterDimensionTable;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** One table of a publication, read for the terminal or for a program. */
final class ShownTable {

  /** The condition that every row fulfils. */
  private static final String ALL_ROWS = "true";

  private final PublishedReport report;
  private final Dataset<Row> rows;
  private final String condition;
  private final Dataset<Row> narrowed;
  private final NavigableSet<Quarter> published;

  /** What is of a quarter is decided on all rows, and the condition picks among that. */
  private ShownTable(
      PublishedReport report,
      Dataset<Row> rows,
      String condition,
      NavigableSet<Quarter> published) {
    this.report = report;
    this.rows = rows;
    this.condition = condition;
    this.narrowed = rows.where(condition);
    this.published = published;
  }

  /** The table of the publication in force. */
  static ShownTable read(PublishedReport report, CommonOptions options)
      throws IOException, RunException {
    return read(report, Publication.inForce(options.lake), options);
  }

  static ShownTable read(PublishedReport report, Publication publication, CommonOptions options)
      throws IOException, RunException {
    SparkSession spark = Sessions.start(options.master);
    return new ShownTable(
        report, publication.read(spark, report.table()), ALL_ROWS, quarters(publication, spark));
  }

  /**
   * The same, of the rows that a condition on the table's columns leaves.
   *
   * @throws AnalysisException when it is no condition on them; Spark throws it undeclared
   */
  ShownTable where(String condition) throws AnalysisException {
    return new ShownTable(report, rows, condition, published);
  }

  /** The latest quarter published of any indicator. */
  Quarter latest() {
    return published.last();
  }

  /** The rows of a quarter as the table has them, one JSON object a line. */
  void printJson(PrintWriter out, Quarter quarter) {
    of(quarter).toJSON().toLocalIterator().forEachRemaining(out::println);
  }

  /**
   * Prints the rows of a quarter, with what must be said of the data.
   *
   * @param most entries beyond that are counted and not printed
   * @return whether there is such a quarter, which may have nothing to list
   */
  boolean print(PrintWriter out, Quarter quarter, int most, ReportWords words) {
    Dataset<Row> listed = of(quarter);
    List<Row> found = report.first(listed, most).collectAsList();
    if (found.isEmpty() && !hasQuarter(quarter)) {
      return false;
    }
    out.println(words.text("title-" + report.name(), words.district(), quarter));
    report.summary(listed, words).forEach(out::println);
    if (found.isEmpty()) {
      out.println(words.text("nothing-to-show"));
    }
    report.lines(found, words).forEach(out::println);
    long more = found.size() < most ? 0 : report.entries(listed) - most;
    if (more > 0) {
      out.println(words.text("more-rows", Long.toString(more)));
    }
    words
        .notice()
        .map(notice -> TextTable.wrapped(notice, PublishedReport.WIDTH))
        .ifPresent(lines -> lines.forEach(out::println));
    out.println();
    return true;
  }

  private Dataset<Row> of(Quarter quarter) {
    return report.of(rows, quarter).where(condition);
  }

  /** A published quarter may be without rows of a kind: nothing was weak, nothing was due. */
  private boolean hasQuarter(Quarter quarter) {
    return (condition.equals(ALL_ROWS) && published.contains(quarter))
        || !narrowed.where(PublishedReport.isOf(quarter)).isEmpty();
  }

  private static NavigableSet<Quarter> quarters(Publication publication, SparkSession spark)
      throws IOException, RunException {
    return publication
        .read(spark, QuarterDimensionTable.DEFINITION)
        .select("year", "quarter")
        .collectAsList()
        .stream()
        .map(row -> new Quarter(row.getInt(0), row.getInt(1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
