package jindu.sample;

import java.time.YearMonth;
import java.util.List;

/** A form that units of the register report. */
interface RegisteredForm {

  /** The form's code. */
  String form();

  List<Unit> units();

  /** The items of a unit's true return; the common columns are added to it. */
  ReturnRow items(Unit unit, YearMonth month);
}
