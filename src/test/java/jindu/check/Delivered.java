package jindu.check;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import jindu.TestSession;
import jindu.core.CreditCode;
import jindu.table.ReturnTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Rows of returns, written as {@code column=text; column=text}. */
final class Delivered {

  /** After everything that these tests deliver. */
  static final LocalDate AS_OF = LocalDate.of(2021, 12, 31);

  static final String GOOD_INDUSTRY =
      "period=2020-03; township_code=410311002; sector_code=2611; output.ytd=100;"
          + " output.previous=90; output.month=40; sales.ytd=90; sales.previous=80";

  private final List<Row> rows = new ArrayList<>();

  /** The {@code number}th unit's credit code, with both check characters right. */
  static String unit(int number) {
    String organisation = String.format("%08d", number);
    String body = "91410311" + organisation + CreditCode.organisationCheckCharacter(organisation);
    return body + CreditCode.checkCharacter(body + "0");
  }

  Delivered file(String form, String received, String path, String... lines) {
    for (int line = 0; line < lines.length; line++) {
      rows.add(row(form, received, path, line + 2, cells(lines[line]), null, null));
    }
    return this;
  }

  Delivered refused(String form, String received, String path, String code, String detail) {
    rows.add(row(form, received, path, 0, Map.of(), code, detail));
    return this;
  }

  Delivered registered(String form, String since, int... units) {
    for (int unit : units) {
      file("MLK", "2019-12-01", "MLK/" + form + unit + ".csv", entry(form, since, unit(unit)));
    }
    return this;
  }

  static String entry(String form, String since, String unit) {
    return "unit_code=%s; unit_name=某; township_code=410311002; sector_code=C2611;"
        .formatted(unit)
        .concat(" reported_form=%s; since=%s".formatted(form, since));
  }

  Delivered and(Delivered other) {
    Delivered both = new Delivered();
    both.rows.addAll(rows);
    both.rows.addAll(other.rows);
    return both;
  }

  Delivered shuffled(Random random) {
    Delivered shuffled = new Delivered();
    shuffled.rows.addAll(rows);
    Collections.shuffle(shuffled.rows, random);
    return shuffled;
  }

  int size() {
    return rows.size();
  }

  Dataset<Row> dataset() {
    return TestSession.get().createDataFrame(rows, ReturnTable.DEFINITION.schema());
  }

  private static Map<String, String> cells(String line) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (String cell : line.split(";", -1)) {
      String[] parts = cell.strip().split("=", 2);
      cells.put(parts[0], parts[1]);
    }
    return cells;
  }

  private static Row row(
      String form,
      String received,
      String path,
      int number,
      Map<String, String> cells,
      String refusal,
      String detail) {
    String hash = "hash of " + path;
    return RowFactory.create(
        received + path,
        form,
        path,
        hash,
        Date.valueOf(received),
        "",
        number,
        cells,
        refusal,
        detail,
        null,
        null);
  }
}
