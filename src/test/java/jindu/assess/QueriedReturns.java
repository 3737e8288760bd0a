package jindu.assess;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jindu.TestSession;
import jindu.table.ObservationTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructField;
import scala.jdk.javaapi.CollectionConverters;

/** Observations with findings, in force unless said otherwise; each return a later vintage. */
final class QueriedReturns {

  private final List<Row> rows = new ArrayList<>();
  private int vintage;

  /** Starts a return; its items follow. */
  Return from(String form, String unit, String period) {
    vintage++;
    return new Return(form, unit, period, "%06d".formatted(vintage));
  }

  List<Row> rows() {
    return rows;
  }

  Dataset<Row> dataset() {
    return TestSession.get().createDataFrame(rows, ObservationTable.DEFINITION.schema());
  }

  /** A finding about the return as a whole. */
  static Row whole(String code, String figures) {
    return RowFactory.create(code, null, null, null, null, figures);
  }

  static Row finding(
      String code, String item, String column, String value, String expected, String figures) {
    return RowFactory.create(code, item, column, amount(value), amount(expected), figures);
  }

  static BigDecimal amount(String text) {
    return text == null ? null : new BigDecimal(text).setScale(4);
  }

  /** One return under construction. */
  final class Return {
    private final Map<String, Object> cells = new HashMap<>();
    private Row[] whole = {};

    private Return(String form, String unit, String period, String vintage) {
      int month = Integer.parseInt(period.substring(5));
      cells.put(ObservationTable.FORM, form);
      cells.put(ObservationTable.UNIT_KEY, unit);
      cells.put(ObservationTable.UNIT_NAME, "单位" + unit);
      cells.put(ObservationTable.PERIOD, period);
      cells.put(ObservationTable.YEAR, Integer.valueOf(period.substring(0, 4)));
      cells.put(ObservationTable.QUARTER, (month + 2) / 3);
      cells.put(ObservationTable.TOWNSHIP_CODE, "410311002");
      cells.put(ObservationTable.SECTOR_CODE, "3411");
      cells.put(ObservationTable.IN_FORCE, true);
      cells.put(ObservationTable.VINTAGE_ORDER, vintage);
      cells.put(ObservationTable.ATTRIBUTES, CollectionConverters.asScala(Map.of()));
    }

    Return in(String township, String sector) {
      cells.put(ObservationTable.TOWNSHIP_CODE, township);
      cells.put(ObservationTable.SECTOR_CODE, sector);
      return this;
    }

    Return named(String name) {
      cells.put(ObservationTable.UNIT_NAME, name);
      return this;
    }

    Return attribute(String name, String value) {
      cells.put(ObservationTable.ATTRIBUTES, CollectionConverters.asScala(Map.of(name, value)));
      return this;
    }

    Return explained(String explanation) {
      cells.put(ObservationTable.EXPLANATION, explanation);
      return this;
    }

    Return superseded() {
      cells.put(ObservationTable.IN_FORCE, false);
      return this;
    }

    /** Findings about the return as a whole: they stand with each item that follows. */
    Return about(Row... findings) {
      whole = findings;
      return this;
    }

    Return item(String item, String value, String previous, Row... findings) {
      List<Row> all = new ArrayList<>(List.of(whole));
      all.addAll(List.of(findings));
      cells.put(ObservationTable.ITEM, item);
      cells.put(ObservationTable.VALUE, amount(value));
      cells.put(ObservationTable.PREVIOUS, amount(previous));
      cells.put(ObservationTable.FINDINGS, CollectionConverters.asScala(all).toList());
      List<Object> values = new ArrayList<>();
      for (StructField field : ObservationTable.DEFINITION.schema().fields()) {
        values.add(cells.get(field.name()));
      }
      rows.add(RowFactory.create(values.toArray()));
      return this;
    }
  }
}
