package jindu.assess;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import jindu.core.Feed;
import jindu.core.Form;
import jindu.table.ObservationTable;
import jindu.table.Types;
import org.apache.spark.sql.Column;

/** Which indicator an observation feeds: the one of its item, or the one that its row names. */
final class FedIndicator {

  private FedIndicator() {}

  /** Null where the row is of none of the forms, or its item feeds nothing. */
  static Column of(List<Form> forms) {
    Column indicator = lit(null).cast(Types.TEXT);
    for (Form form : forms) {
      for (Feed feed : form.feeds()) {
        Column isFed = isOf(List.of(form)).and(col(ObservationTable.ITEM).equalTo(feed.item()));
        Column fed =
            feed.indicatorFrom().isEmpty()
                ? lit(feed.indicator())
                : Attribute.of(feed.indicatorFrom());
        indicator = when(isFed, fed).otherwise(indicator);
      }
    }
    return indicator;
  }

  /** Whether the row is of one of the forms. */
  static Column isOf(List<Form> forms) {
    return col(ObservationTable.FORM).isin(forms.stream().map(Form::code).toArray());
  }
}
