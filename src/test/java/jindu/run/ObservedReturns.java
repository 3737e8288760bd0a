package jindu.run;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jindu.core.Quarter;
import jindu.core.RegisterForm;
import jindu.table.ObservationTable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructField;
import scala.jdk.javaapi.CollectionConverters;

/** The returns in force of a test's lake; each delivered row a file of its own. */
final class ObservedReturns {

  private final Map<String, Row> inForce = new TreeMap<>();
  private int files;

  /** An entry of the register from February 2020 on. */
  void register(String unit, String form, String place, String sector) {
    Map<String, Object> cells = cells(RegisterForm.CODE, unit + "|" + form, "", "register");
    put(
        cells,
        place,
        sector,
        Map.of(RegisterForm.REPORTED_FORM, form, RegisterForm.SINCE, "2020-02"));
  }

  /** A return in yuan in the place of the one in force, if there is one. Returns its path. */
  String put(
      String form,
      String unit,
      String period,
      String item,
      String place,
      String sector,
      Map<String, String> attributes,
      BigDecimal value,
      BigDecimal previous) {
    Map<String, Object> cells = cells(form, unit, period, item);
    Quarter quarter = Quarter.of(YearMonth.parse(period));
    cells.put(ObservationTable.YEAR, quarter.year());
    cells.put(ObservationTable.QUARTER, quarter.number());
    cells.put(ObservationTable.VALUE, value.setScale(4));
    cells.put(ObservationTable.PREVIOUS, previous == null ? null : previous.setScale(4));
    put(cells, place, sector, attributes);
    return (String) cells.get(ObservationTable.PATH);
  }

  void withdraw(String form, String unit, String period, String item) {
    inForce.remove(String.join("/", form, unit, period, item));
  }

  List<Row> rows() {
    return List.copyOf(inForce.values());
  }

  private Map<String, Object> cells(String form, String unit, String period, String item) {
    files++;
    Map<String, Object> cells = new HashMap<>();
    cells.put(ObservationTable.FORM, form);
    cells.put(ObservationTable.UNIT_KEY, unit);
    cells.put(ObservationTable.UNIT_GROUP, unit);
    cells.put(ObservationTable.PERIOD, period);
    cells.put(ObservationTable.ITEM, item);
    cells.put(ObservationTable.IN_FORCE, true);
    cells.put(ObservationTable.VINTAGE_ORDER, "%06d".formatted(files));
    cells.put(ObservationTable.RECEIVED_DATE, Date.valueOf("2020-07-01"));
    cells.put(ObservationTable.PATH, form + "/2020-07-01/" + files + ".csv");
    cells.put(ObservationTable.SHEET, "");
    cells.put(ObservationTable.ROW_NUMBER, files + 1);
    cells.put(
        ObservationTable.FLAGS,
        CollectionConverters.asScala(List.of("outside-population")).toSeq());
    return cells;
  }

  private void put(
      Map<String, Object> cells, String place, String sector, Map<String, String> attributes) {
    cells.put(ObservationTable.TOWNSHIP_CODE, place);
    cells.put(ObservationTable.SECTOR_CODE, sector);
    cells.put(ObservationTable.ATTRIBUTES, CollectionConverters.asScala(attributes));
    Object[] values =
        Arrays.stream(ObservationTable.DEFINITION.schema().fields())
            .map(StructField::name)
            .map(cells::get)
            .toArray();
    String key =
        String.join(
            "/",
            (String) cells.get(ObservationTable.FORM),
            (String) cells.get(ObservationTable.UNIT_KEY),
            (String) cells.get(ObservationTable.PERIOD),
            (String) cells.get(ObservationTable.ITEM));
    inForce.put(key, RowFactory.create(values));
  }
}
