package jindu.publish.workbook;

import java.util.List;
import java.util.stream.Stream;
import jindu.core.Lamp;
import org.apache.spark.sql.Row;

/** Lamps of many rows: their order, and how many there are of each. */
final class Lamps {

  /** The column of every table that has lamps. */
  private static final String LAMP = "lamp";

  private static final List<Lamp> WORST_FIRST =
      List.of(Lamp.RED, Lamp.YELLOW, Lamp.GREY, Lamp.GREEN);

  private Lamps() {}

  /** The place of a row for who has to act: red, yellow, grey, green. */
  static int worstFirst(Row row) {
    return WORST_FIRST.stream().map(Lamp::code).toList().indexOf(row.<String>getAs(LAMP));
  }

  /** One sentence that says how many rows there are of each colour. */
  static String counted(Edition edition, List<Row> rows) {
    Object[] counts =
        Stream.concat(
                Stream.of((long) rows.size()),
                Stream.of(Lamp.GREEN, Lamp.YELLOW, Lamp.RED, Lamp.GREY)
                    .map(lamp -> rows.stream().filter(row -> isOf(row, lamp)).count()))
            .map(String::valueOf)
            .toArray();
    return edition.text("lamps", counts);
  }

  private static boolean isOf(Row row, Lamp lamp) {
    return lamp.code().equals(row.getAs(LAMP));
  }
}
