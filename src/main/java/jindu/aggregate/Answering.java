package jindu.aggregate;

import static jindu.aggregate.Steps.LAST_REGISTER;
import static jindu.aggregate.Steps.LAST_YEAR;
import static jindu.aggregate.Steps.REGISTER;
import static jindu.aggregate.Steps.returned;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/**
 * Who had to answer, and how large it is (method.md section 4), as expressions over rows of {@link
 * UnitYears#together}: the same for the cells of indicators and for the forms.
 */
final class Answering {

  private Answering() {}

  /**
   * Whether the unit is expected in the quarter: the register says so, or it returned all the same.
   * Never null.
   *
   * @param answer null where the unit returned nothing
   */
  static Column isExpected(int quarter, Column answer) {
    return isRegistered(REGISTER, quarter).or(answer.isNotNull());
  }

  /**
   * What counted last year without any estimate: the return, or the one that stands. None does in a
   * survey, nor where the unit was expected and its form asks for an estimate.
   *
   * @return what {@link Steps#returned} is in {@link Steps#LAST_YEAR}
   */
  static Column countedLastYear(int quarter, FormTerms terms) {
    Column returned = col(LAST_YEAR).getField(returned(quarter));
    if (quarter == 1) {
      return returned;
    }
    Column isEstimated = terms.isEstimated().and(isRegistered(LAST_REGISTER, quarter));
    Column stands = not(terms.isSurvey().or(isEstimated));
    return coalesce(returned, when(stands, countedLastYear(quarter - 1, terms)));
  }

  private static Column isRegistered(String register, int quarter) {
    Column expected = col(register).getField(RegisteredUnits.expected(quarter));
    return coalesce(expected, lit(false));
  }
}
