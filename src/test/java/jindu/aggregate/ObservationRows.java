package jindu.aggregate;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jindu.TestSession;
import jindu.core.Quarter;
import jindu.core.RegisterForm;
import jindu.table.ObservationTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructField;
import scala.jdk.javaapi.CollectionConverters;

/** Observations for tests, in force unless said otherwise; each return a later vintage. */
final class ObservationRows {

  private static final String REGISTER_ITEM = "register";

  private final List<Row> rows = new ArrayList<>();
  private int vintage;

  /** Starts a return; its items follow. */
  Return from(String form, String unit, String period) {
    vintage++;
    return new Return(form, unit, period, "%06d".formatted(vintage));
  }

  /**
   * An entry of the register.
   *
   * @param until null while it stands
   */
  ObservationRows entry(
      String unit, String form, String township, String sector, String since, String until) {
    return entryOf(unit, form, township, sector, since, until).registered();
  }

  /** The same, still to be completed by {@link Return#registered}. */
  Return entryOf(
      String unit, String form, String township, String sector, String since, String until) {
    Return entry =
        from(RegisterForm.CODE, String.join("|", unit, form, since), "")
            .in(township, sector)
            .attribute(RegisterForm.REPORTED_FORM, form)
            .attribute(RegisterForm.SINCE, since);
    return until == null ? entry : entry.attribute(RegisterForm.UNTIL, until);
  }

  Dataset<Row> dataset() {
    return TestSession.get().createDataFrame(rows, ObservationTable.DEFINITION.schema());
  }

  List<Row> rows() {
    return rows;
  }

  static BigDecimal amount(String text) {
    return text == null ? null : new BigDecimal(text).setScale(4);
  }

  /** One return under construction. */
  final class Return {
    private final Map<String, Object> cells = new HashMap<>();
    private final Map<String, String> attributes = new HashMap<>();

    private Return(String form, String unit, String period, String vintage) {
      cells.put(ObservationTable.FORM, form);
      cells.put(ObservationTable.UNIT_KEY, unit);
      cells.put(ObservationTable.UNIT_GROUP, unit);
      cells.put(ObservationTable.PERIOD, period);
      if (!period.isEmpty()) {
        Quarter quarter = Quarter.of(YearMonth.parse(period));
        cells.put(ObservationTable.YEAR, quarter.year());
        cells.put(ObservationTable.QUARTER, quarter.number());
      }
      cells.put(ObservationTable.IN_FORCE, true);
      cells.put(ObservationTable.VINTAGE_ORDER, vintage);
    }

    Return in(String township, String sector) {
      cells.put(ObservationTable.TOWNSHIP_CODE, township);
      cells.put(ObservationTable.SECTOR_CODE, sector);
      return this;
    }

    Return group(String group) {
      cells.put(ObservationTable.UNIT_GROUP, group);
      return this;
    }

    Return weight(String weight) {
      cells.put(ObservationTable.WEIGHT, amount(weight));
      return this;
    }

    /** The amount of the period's last month alone; of the items that follow. */
    Return month(String amount) {
      cells.put(ObservationTable.MONTH_VALUE, amount(amount));
      return this;
    }

    Return attribute(String name, String value) {
      attributes.put(name, value);
      return this;
    }

    Return received(String day) {
      cells.put(ObservationTable.RECEIVED_DATE, Date.valueOf(day));
      return this;
    }

    Return flagged(String... codes) {
      cells.put(ObservationTable.FLAGS, CollectionConverters.asScala(List.of(codes)).toSeq());
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

    /** Completes an entry of the register. */
    ObservationRows registered() {
      item(REGISTER_ITEM, null, null);
      return ObservationRows.this;
    }

    Return item(String item, String value, String previous) {
      cells.put(ObservationTable.ITEM, item);
      cells.put(ObservationTable.VALUE, amount(value));
      cells.put(ObservationTable.PREVIOUS, amount(previous));
      cells.put(ObservationTable.ATTRIBUTES, CollectionConverters.asScala(Map.copyOf(attributes)));
      List<Object> values = new ArrayList<>();
      for (StructField field : ObservationTable.DEFINITION.schema().fields()) {
        values.add(cells.get(field.name()));
      }
      rows.add(RowFactory.create(values.toArray()));
      return this;
    }
  }
}
