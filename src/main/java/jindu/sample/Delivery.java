package jindu.sample;

import java.time.LocalDate;
import java.util.List;
import jindu.core.Form;

/**
 * One file to be written.
 *
 * @param received the folder's day
 * @param name file name without its ending
 */
record Delivery(Form form, LocalDate received, String name, Layout layout, List<ReturnRow> rows) {

  /** The same in another layout. */
  Delivery in(Layout other) {
    return new Delivery(form, received, name, other, rows);
  }
}
