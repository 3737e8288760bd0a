package jindu.aggregate;

import static jindu.table.ObservationTable.FORM;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jindu.catalog.Catalog;
import jindu.core.Form;
import jindu.core.Form.Frequency;
import org.apache.spark.sql.Column;

/** What the form of a row says, as expressions over its code. */
final class FormTerms {

  private final Catalog catalog;

  FormTerms(Catalog catalog) {
    this.catalog = catalog;
  }

  /** Whether the form is a sample survey: a unit counts only where it answered. */
  Column isSurvey() {
    return isOneOf(form -> form.base() == Form.GrowthBase.SURVEY);
  }

  /** Whether the register says which units report it. */
  Column isRegistered() {
    return isOneOf(Form::registered);
  }

  /** Whether missing units are estimated. */
  Column isEstimated() {
    return isOneOf(Form::estimates);
  }

  /** Whether any form of the catalog asks for estimates. */
  boolean anyEstimated() {
    return catalog.forms().values().stream().anyMatch(Form::estimates);
  }

  /** Days after the period's end on which the form is due. */
  Column dueDays() {
    return byForm(form -> true, Form::dueDays);
  }

  /** The month with which the form's year begins; null where it is no monthly form. */
  Column firstMonth() {
    return byForm(
        form -> isMonthly(form.frequency()),
        form -> form.frequency() == Frequency.MONTHLY_FROM_FEBRUARY ? 2 : 1);
  }

  private static boolean isMonthly(Frequency frequency) {
    return frequency == Frequency.MONTHLY || frequency == Frequency.MONTHLY_FROM_FEBRUARY;
  }

  private Column isOneOf(Predicate<Form> property) {
    return col(FORM)
        .isin(catalog.forms().values().stream().filter(property).map(Form::code).toArray());
  }

  /** Few numbers and many forms: one comparison a number. */
  private Column byForm(Predicate<Form> has, Function<Form, Integer> number) {
    Map<Integer, List<String>> forms =
        catalog.forms().values().stream()
            .filter(has)
            .collect(
                Collectors.groupingBy(
                    number, TreeMap::new, Collectors.mapping(Form::code, Collectors.toList())));
    Column found = lit(null).cast("int");
    for (Map.Entry<Integer, List<String>> entry : forms.entrySet()) {
      found = when(col(FORM).isin(entry.getValue().toArray()), entry.getKey()).otherwise(found);
    }
    return found;
  }
}
