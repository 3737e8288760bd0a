package jindu.check;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import jindu.core.RegisterForm;
import jindu.table.ReturnTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The forms that rows of the register speak of: an entry can admit or refuse the returns of its
 * form and of no other, because the form is part of its key.
 */
public final class NamedForms {

  private NamedForms() {}

  /**
   * One row a text in the place of the form's code, as delivered; of no meaning to anybody where it
   * is no code. A row without one is refused, and speaks of no form.
   *
   * @param returns rows of {@link ReturnTable}
   */
  public static Dataset<Row> of(Dataset<Row> returns) {
    Column form = Plain.cell(col(ReturnTable.CELLS), lit(RegisterForm.REPORTED_FORM));
    return returns
        .where(col(ReturnTable.FORM).equalTo(RegisterForm.CODE).and(form.isNotNull()))
        .select(form.as(RegisterForm.REPORTED_FORM))
        .distinct();
  }
}
