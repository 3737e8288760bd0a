package jindu.sample;

import java.util.ArrayList;
import java.util.List;
import jindu.core.CommonColumn;
import jindu.core.Form;
import jindu.core.Form.Attribute;
import jindu.core.Form.Item;
import jindu.core.Form.ValueColumn;

/**
 * One column of a file.
 *
 * @param name canonical name, as in {@link ReturnRow}
 * @param header what stands in the header row
 * @param numeric whether numbers go into a sheet as numbers
 */
record HeaderColumn(String name, String header, boolean numeric) {

  private static final List<CommonColumn> FIRST =
      List.of(
          CommonColumn.PERIOD,
          CommonColumn.UNIT_CODE,
          CommonColumn.UNIT_NAME,
          CommonColumn.TOWNSHIP_CODE,
          CommonColumn.SECTOR_CODE);
  private static final List<CommonColumn> LAST =
      List.of(CommonColumn.SUBMITTED_AT, CommonColumn.EXPLANATION, CommonColumn.OPERATION);

  /** The columns in which at least one row has something, in the order of the form. */
  static List<HeaderColumn> of(Delivery delivery) {
    Form form = delivery.form();
    List<HeaderColumn> columns = new ArrayList<>();
    FIRST.forEach(column -> columns.add(common(delivery, column)));
    for (Attribute attribute : form.attributes()) {
      columns.add(new HeaderColumn(attribute.code(), attribute.header(), false));
    }
    for (Item item : form.items()) {
      for (ValueColumn column : item.columns()) {
        columns.add(new HeaderColumn(column.of(item.code()), header(delivery, item, column), true));
      }
    }
    LAST.forEach(column -> columns.add(common(delivery, column)));
    return columns.stream()
        .filter(column -> delivery.rows().stream().anyMatch(row -> row.has(column.name())))
        .toList();
  }

  private static HeaderColumn common(Delivery delivery, CommonColumn column) {
    String header =
        column == CommonColumn.UNIT_CODE ? unitHeader(delivery) : column.headers().get(0);
    return new HeaderColumn(column.code(), header, false);
  }

  /**
   * Project codes have hyphens; in a form for both kinds of unit they come under their own name.
   */
  private static String unitHeader(Delivery delivery) {
    Form form = delivery.form();
    boolean projects =
        delivery.rows().stream().anyMatch(row -> row.get(CommonColumn.UNIT_CODE).contains("-"));
    return projects && !form.unitAliases().isEmpty()
        ? form.unitAliases().get(0)
        : form.unitHeader();
  }

  private static String header(Delivery delivery, Item item, ValueColumn column) {
    List<String> own = item.headers().getOrDefault(column, List.of());
    if (!own.isEmpty()) {
      // The last own header is the one of stocks (期末); the file says which by its name.
      return delivery.name().endsWith(STOCK_ENDING) ? own.get(own.size() - 1) : own.get(0);
    }
    return (delivery.layout().coded() ? item.code() : item.header()) + column.suffix();
  }

  /** Ends the name of a file that holds values at the period's end. */
  static final String STOCK_ENDING = "_qimo";
}
