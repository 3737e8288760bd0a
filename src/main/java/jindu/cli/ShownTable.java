package jindu.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
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

  private final PublishedReport report;
  private final Dataset<Row> rows;
  private final String condition;
  private final Dataset<Row> narrowed;
  private final Quarter latest;

  /** What is of a quarter is decided on all rows, and the condition picks among that. */
  private ShownTable(PublishedReport report, Dataset<Row> rows, String condition, Quarter latest) {
    this.report = report;
    this.rows = rows;
    this.condition = condition;
    this.narrowed = rows.where(condition);
    this.latest = latest;
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
        report, publication.read(spark, report.table()), "true", latest(publication, spark));
  }

  /**
   * The same, of the rows that a condition on the table's columns leaves.
   *
   * @throws AnalysisException when it is no condition on them; Spark throws it undeclared
   */
  ShownTable where(String condition) throws AnalysisException {
    return new ShownTable(report, rows, condition, latest);
  }

  /** The latest quarter published of any indicator. */
  Quarter latest() {
    return latest;
  }

  /** The rows of a quarter as the table has them, one JSON object a line. */
  void printJson(PrintWriter out, Quarter quarter) {
    of(quarter).toJSON().toLocalIterator().forEachRemaining(out::println);
  }

  /**
   * Prints the rows of a quarter, with what must be said of the data.
   *
   * @param most entries beyond that are counted and not printed
   * @return whether the table has the quarter
   */
  boolean print(PrintWriter out, Quarter quarter, int most, ReportWords words) {
    Dataset<Row> listed = of(quarter);
    List<Row> found = report.first(listed, most).collectAsList();
    if (found.isEmpty() && narrowed.where(PublishedReport.isOf(quarter)).isEmpty()) {
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

  private static Quarter latest(Publication publication, SparkSession spark)
      throws IOException, RunException {
    Row last =
        publication
            .read(spark, QuarterDimensionTable.DEFINITION)
            .agg(max(col("year").multiply(10).plus(col("quarter"))))
            .head();
    return new Quarter(last.getInt(0) / 10, last.getInt(0) % 10);
  }
}
