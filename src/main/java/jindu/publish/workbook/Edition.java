package jindu.publish.workbook;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jindu.catalog.Catalog;
import jindu.core.Messages;
import jindu.core.Quarter;
import jindu.publish.PublishedRows;
import jindu.table.IndicatorTable;
import jindu.table.PlanProgressTable;
import jindu.table.TableDefinition;
import org.apache.spark.sql.Row;

/**
 * What the workbook is an edition of: a publication, in one language, at its latest quarter.
 *
 * @param quarter the latest of which an indicator is published; that of the as-of date where none
 *     is
 */
record Edition(
    PublishedRows rows, Catalog catalog, Messages messages, Quarter quarter, Names names) {

  static Edition of(PublishedRows rows, Catalog catalog, Messages messages) {
    Quarter latest =
        rows.of(IndicatorTable.DEFINITION).stream()
            .map(PublishedRows::quarter)
            .max(Comparator.naturalOrder())
            .orElseGet(() -> Quarter.of(rows.asOf()));
    return new Edition(rows, catalog, messages, latest, new Names(rows, catalog, messages));
  }

  /** The rows of a table at the edition's quarter, in the order of its key. */
  List<Row> current(TableDefinition table) {
    return rows.of(table).stream()
        .filter(row -> PublishedRows.quarter(row).equals(quarter))
        .toList();
  }

  /** Rows of plan_progress at the edition's quarter, of the plan versions in force. */
  List<Row> targets() {
    return current(PlanProgressTable.DEFINITION).stream()
        .filter(row -> new RowCells(row).claims(PlanProgressTable.IN_FORCE))
        .toList();
  }

  /** The message {@code workbook.<key>}. */
  String text(String key, Object... arguments) {
    return messages.text("workbook." + key, arguments);
  }

  /** The quarter as a bureau says it: 2021年前三季度. */
  String period() {
    return text("period-" + quarter.number(), Integer.toString(quarter.year()));
  }

  /** What must be said wherever the data is shown. */
  Optional<String> notice() {
    return catalog.notice().map(notice -> notice.in(messages));
  }

  /** The notice and what else stands above a table. */
  List<String> remarks(String... further) {
    return Stream.concat(
            notice().map(words -> text("notice", words)).stream(), Arrays.stream(further))
        .toList();
  }

  String district() {
    return names.place(catalog.district().code());
  }

  /** Whether a row's place is the district itself. */
  boolean isDistrict(String place) {
    return place.equals(catalog.district().code());
  }
}
