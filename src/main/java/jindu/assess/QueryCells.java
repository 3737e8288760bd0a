package jindu.assess;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import jindu.catalog.Catalog;
import jindu.core.Form;
import jindu.core.Form.Attribute;
import jindu.core.Form.ValueColumn;
import jindu.table.ObservationTable;
import jindu.table.QueryTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The cell that a figure is part of: the form's item, in the same column, summed over the returns
 * in force of one township, division and period. Where the rows of a form name their indicator, of
 * one indicator, because figures of two never add up.
 */
final class QueryCells {

  /** The cell's figure in base units; null for a finding about no item. */
  static final String CELL = "cell";

  /** First two digits of the return's sector; null where the form has none. */
  static final String DIVISION = "division";

  /** The indicator that the return names; null where its form names none. */
  static final String INDICATOR = "named_indicator";

  private static final List<String> KEY =
      List.of(
          ObservationTable.FORM,
          ObservationTable.ITEM,
          ObservationTable.TOWNSHIP_CODE,
          ObservationTable.PERIOD,
          DIVISION,
          INDICATOR);
  private static final String CELL_OF = "cell_";

  private QueryCells() {}

  static Dataset<Row> beside(Dataset<Row> findings, Dataset<Row> observations, Catalog catalog) {
    Dataset<Row> cells = cells(observations, catalog);
    Column same =
        KEY.stream()
            .map(column -> findings.col(column).eqNullSafe(cells.col(CELL_OF + column)))
            .reduce(lit(true), Column::and);
    // One row a cell on the right: it is grouped by the columns of the join.
    return findings.join(cells, same, "left").withColumn(CELL, cell());
  }

  static Column division() {
    return substring(col(ObservationTable.SECTOR_CODE), 1, 2);
  }

  static Column indicator(Catalog catalog) {
    Column indicator = lit(null).cast("string");
    for (Form form : catalog.forms().values()) {
      for (Attribute attribute : form.attributes()) {
        if (form.factorFromIndicator() && attribute.type() == Attribute.Type.INDICATOR) {
          indicator =
              when(
                      col(ObservationTable.FORM).equalTo(form.code()),
                      col(ObservationTable.ATTRIBUTES).getItem(attribute.code()))
                  .otherwise(indicator);
        }
      }
    }
    return indicator;
  }

  private static Dataset<Row> cells(Dataset<Row> observations, Catalog catalog) {
    Column[] key =
        KEY.stream().map(column -> col(column).as(CELL_OF + column)).toArray(Column[]::new);
    return observations
        .where(col(ObservationTable.IN_FORCE))
        .withColumn(DIVISION, division())
        .withColumn(INDICATOR, indicator(catalog))
        .groupBy(key)
        .agg(
            total(ObservationTable.VALUE),
            total(ObservationTable.PREVIOUS),
            total(ObservationTable.MONTH_VALUE));
  }

  private static Column total(String measure) {
    return sum(measure).as(CELL_OF + measure);
  }

  private static Column cell() {
    Column cell = lit(null);
    for (ValueColumn column : ValueColumn.values()) {
      Column isColumn = col(QueryTable.COLUMN).equalTo(column.code());
      cell = when(isColumn, col(CELL_OF + measure(column))).otherwise(cell);
    }
    return cell;
  }

  private static String measure(ValueColumn column) {
    return switch (column) {
      case YTD, VALUE -> ObservationTable.VALUE;
      case PREVIOUS -> ObservationTable.PREVIOUS;
      case MONTH -> ObservationTable.MONTH_VALUE;
    };
  }
}
