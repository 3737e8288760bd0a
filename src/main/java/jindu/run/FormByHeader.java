package jindu.run;

import static org.apache.spark.sql.functions.col;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jindu.core.Form;
import jindu.ingest.Delivery;
import jindu.ingest.Ingest;
import jindu.table.ReturnTable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Which form a file is of, where neither its folder nor a person says it: by its header. */
final class FormByHeader {

  /** The code with which ingest refuses a file without the form's header. */
  private static final String NO_HEADER = "no-header";

  private final SparkSession spark;
  private final Map<String, Form> forms;

  FormByHeader(SparkSession spark, Map<String, Form> forms) {
    this.spark = spark;
    this.forms = forms;
  }

  /**
   * The one form whose header the file has. A file that no form can read, for the same reason, is
   * of any form: that reason is what will be said of it.
   *
   * @throws RunException when several forms fit, or none
   */
  String form(Path file) throws RunException {
    List<Row> tried =
        Ingest.returns(spark, deliveries(file), forms)
            .select(col(ReturnTable.FORM), col(ReturnTable.REFUSAL))
            .distinct()
            .collectAsList();
    List<String> fitting =
        tried.stream()
            .filter(row -> !NO_HEADER.equals(row.getString(1)))
            .map(row -> row.getString(0))
            .sorted()
            .toList();
    if (fitting.isEmpty()) {
      throw new RunException(RunException.Kind.NO_FORM_FITS, file.toString());
    }
    if (fitting.size() > 1 && !isUnusable(tried)) {
      throw new RunException(
          RunException.Kind.SEVERAL_FORMS_FIT, file.toString(), String.join(", ", fitting));
    }
    return fitting.get(0);
  }

  private boolean isUnusable(List<Row> tried) {
    return tried.stream().map(row -> row.getString(1)).distinct().count() == 1
        && tried.get(0).getString(1) != null;
  }

  private List<Delivery> deliveries(Path file) {
    String location = OfferedFiles.location(file);
    return forms.keySet().stream()
        .map(form -> new Delivery(form + "/" + file.getFileName(), location, form, LocalDate.EPOCH))
        .toList();
  }
}
