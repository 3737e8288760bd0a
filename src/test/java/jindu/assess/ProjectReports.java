package jindu.assess;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jindu.TestSession;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogReader;
import jindu.core.Quarter;
import jindu.core.RegisterForm;
import jindu.table.ObservationTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Returns of a ledger of projects and entries of the register, for tests; amounts in 万元. */
final class ProjectReports {

  /** Not the name of any form of the repository: nothing may depend on that. */
  static final String LEDGER = "KP-9";

  private static final StructType SCHEMA = ObservationTable.DEFINITION.schema();
  private static final BigDecimal TEN_THOUSAND = new BigDecimal(10_000);

  private final List<Row> rows = new ArrayList<>();
  private int vintage;

  /** The repository's catalog, with its ledger of projects under another name. */
  static Catalog catalog() throws Exception {
    return catalog(Map.of());
  }

  /** The same with texts of the ledger's form replaced. */
  static Catalog catalog(Map<String, String> replaced) throws Exception {
    Map<String, String> texts =
        new HashMap<>(CatalogReader.read(Path.of("data-lake", "reference")).files());
    String form = texts.remove("forms/ZD-1.yaml").replace("form: ZD-1", "form: " + LEDGER);
    for (Map.Entry<String, String> each : replaced.entrySet()) {
      if (!form.contains(each.getKey())) {
        throw new IllegalStateException("No " + each.getKey() + " in the form.");
      }
      form = form.replace(each.getKey(), each.getValue());
    }
    texts.put("forms/" + LEDGER + ".yaml", form);
    return CatalogReader.read(texts);
  }

  /** A return under construction, for the district's first township. */
  Return of(String project, String period) {
    vintage++;
    return new Return(project, period);
  }

  /** An entry of the register; {@code until} is null while it stands. */
  ProjectReports entry(String unit, String form, String since, String until) {
    Map<String, String> attributes = new HashMap<>();
    attributes.put(RegisterForm.REPORTED_FORM, form);
    attributes.put(RegisterForm.SINCE, since);
    attributes.put(RegisterForm.UNTIL, until);
    Object[] row = new Object[SCHEMA.size()];
    put(row, ObservationTable.FORM, RegisterForm.CODE);
    put(row, ObservationTable.UNIT_KEY, String.join("|", unit, form, since));
    put(row, ObservationTable.PERIOD, "");
    put(row, ObservationTable.ITEM, "register");
    put(row, ObservationTable.ATTRIBUTES, attributes);
    put(row, ObservationTable.IN_FORCE, true);
    rows.add(RowFactory.create(row));
    return this;
  }

  Dataset<Row> dataset() {
    return TestSession.get().createDataFrame(rows, SCHEMA);
  }

  static BigDecimal yuan(String tenThousands) {
    return new BigDecimal(tenThousands).multiply(TEN_THOUSAND).setScale(4);
  }

  private static void put(Object[] row, String column, Object value) {
    row[SCHEMA.fieldIndex(column)] = value;
  }

  /** One return of the ledger. */
  final class Return {
    private final String project;
    private final String period;
    private final Map<String, String> attributes = new HashMap<>(Map.of("tier", "区"));
    private final Map<String, String> items = new HashMap<>(Map.of("total_investment", "5000"));
    private String township = "410311002";
    private boolean inForce = true;

    private Return(String project, String period) {
      this.project = project;
      this.period = period;
    }

    Return item(String code, String tenThousands) {
      items.put(code, tenThousands);
      return this;
    }

    Return attribute(String code, String value) {
      attributes.put(code, value);
      return this;
    }

    Return in(String place) {
      township = place;
      return this;
    }

    Return withdrawn() {
      inForce = false;
      return this;
    }

    /** Completes the return. */
    ProjectReports plan(String plan, String done) {
      items.put("annual_plan", plan);
      items.put("investment", done);
      items.forEach((item, value) -> rows.add(row(item, value)));
      return ProjectReports.this;
    }

    private Row row(String item, String value) {
      Quarter quarter = Quarter.of(YearMonth.parse(period));
      Object[] row = new Object[SCHEMA.size()];
      put(row, ObservationTable.FORM, LEDGER);
      put(row, ObservationTable.UNIT_KEY, project);
      put(row, ObservationTable.UNIT_NAME, project + "项目");
      put(row, ObservationTable.PERIOD, period);
      put(row, ObservationTable.YEAR, quarter.year());
      put(row, ObservationTable.QUARTER, quarter.number());
      put(row, ObservationTable.TOWNSHIP_CODE, township);
      put(row, ObservationTable.SECTOR_CODE, "2761");
      put(row, ObservationTable.ATTRIBUTES, attributes);
      put(row, ObservationTable.ITEM, item);
      put(row, ObservationTable.VALUE, yuan(value));
      put(row, ObservationTable.IN_FORCE, inForce);
      put(row, ObservationTable.VINTAGE_ORDER, "%06d".formatted(vintage));
      return RowFactory.create(row);
    }
  }
}
