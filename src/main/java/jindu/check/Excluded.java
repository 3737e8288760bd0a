package jindu.check;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.try_element_at;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jindu.catalog.Catalog;
import jindu.core.Exclusion;
import jindu.table.Literals;
import jindu.table.ReturnTable;
import jindu.table.VerdictTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Returns that the bureau leaves out ({@code reference/exclusions.csv}): a reason like any other,
 * so that they are counted and shown, neither repeat nor supersede anything, and are judged again
 * when the exclusion ends.
 */
final class Excluded {

  /** Stands in no path, hash or code. */
  private static final String SEPARATOR = "\n";

  private Excluded() {}

  static Dataset<Row> of(Dataset<Row> checked, Catalog catalog, LocalDate asOf) {
    List<Exclusion> holding =
        catalog.exclusions().stream().filter(exclusion -> exclusion.holdsOn(asOf)).toList();
    if (holding.isEmpty()) {
      return checked;
    }
    Column reason = reason(reasons(holding));
    return checked.withColumn(
        Working.PROBLEMS,
        functions.concat(
            col(Working.PROBLEMS), Problems.when(reason.isNotNull(), Defect.EXCLUDED, reason)));
  }

  private static Column reason(Column reasons) {
    return coalesce(
        try_element_at(reasons, key(col(ReturnTable.PATH), col(ReturnTable.CONTENT_HASH))),
        try_element_at(reasons, key(col(ReturnTable.PATH), lit(""))),
        try_element_at(
            reasons,
            key(col(VerdictTable.FORM), col(VerdictTable.UNIT_KEY), col(VerdictTable.PERIOD))));
  }

  /** Where a part is unknown the key is shorter than any in the list. */
  private static Column key(Column... parts) {
    return concat_ws(SEPARATOR, parts);
  }

  private static Column reasons(List<Exclusion> holding) {
    Map<String, String> reasons = new LinkedHashMap<>();
    holding.forEach(
        each -> reasons.merge(key(each), words(each), (first, next) -> first + "; " + next));
    return Literals.textByName(reasons);
  }

  private static String key(Exclusion exclusion) {
    return exclusion.path().isEmpty()
        ? String.join(SEPARATOR, exclusion.form(), exclusion.unit(), exclusion.period())
        : String.join(SEPARATOR, exclusion.path(), exclusion.contentHash());
  }

  private static String words(Exclusion exclusion) {
    String until = exclusion.until() == null ? "" : exclusion.until().toString();
    return "%s (%s, %s – %s)"
        .formatted(exclusion.reason(), exclusion.person(), exclusion.from(), until);
  }
}
