package jindu.check;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jindu.catalog.Catalog;
import jindu.core.CommonColumn;
import jindu.core.Form;
import jindu.core.RegisterForm;
import jindu.table.ReturnTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The stored returns on which the verdicts on a few rows depend, so that a few rows can be judged
 * without judging the lake.
 */
public final class RelatedReturns {

  private static final String UNIT = "offered_unit";

  private RelatedReturns() {}

  /**
   * The stored rows of the same forms and of the register, of the same units. A verdict looks at
   * other returns of its own form and unit, and at the unit's entries in the register; units are
   * compared as check reads their codes. Where a form's units are not named by a code alone, all
   * its rows are kept.
   *
   * @param stored rows of {@link ReturnTable}
   * @param offered the rows to be judged
   * @param forms the forms of the offered rows
   * @return rows of {@code stored}
   */
  public static Dataset<Row> of(
      Dataset<Row> stored, Dataset<Row> offered, Set<String> forms, Catalog catalog) {
    List<String> withCode =
        Stream.concat(
                Stream.of(RegisterForm.CODE),
                forms.stream().filter(form -> isNamedByCode(catalog.forms().get(form))))
            .distinct()
            .toList();
    List<String> others = forms.stream().filter(form -> !withCode.contains(form)).toList();
    Dataset<Row> units = offered.select(unitCode().as(UNIT)).distinct();
    Dataset<Row> ofUnits =
        ofForms(stored, withCode)
            .join(broadcast(units), unitCode().equalTo(col(UNIT)), "left_semi");
    return others.isEmpty() ? ofUnits : ofUnits.union(ofForms(stored, others));
  }

  private static boolean isNamedByCode(Form form) {
    return form != null && form.key().contains(CommonColumn.UNIT_CODE.code());
  }

  private static Dataset<Row> ofForms(Dataset<Row> stored, List<String> forms) {
    return stored.where(col(ReturnTable.FORM).isin(forms.toArray()));
  }

  private static Column unitCode() {
    return Plain.code(TypedReturns.cell(CommonColumn.UNIT_CODE));
  }
}
