package jindu.assess;

import java.util.ArrayList;
import java.util.List;
import jindu.TestSession;
import jindu.table.ContributionTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** What the investment statistics count of each project, for tests; amounts in 万元. */
final class CountedInvestment {

  private static final StructType SCHEMA = ContributionTable.DEFINITION.schema();

  private final List<Row> rows = new ArrayList<>();

  /** {@code project} is null for an estimate, which belongs to nobody. */
  CountedInvestment of(String project, int year, int quarter, String ytd) {
    add("fixed_asset_investment", "nominal", project, year, quarter, ytd);
    return this;
  }

  /** The same of a project that belongs to a controlling group. */
  CountedInvestment ofGroup(String group, String project, int year, int quarter, String ytd) {
    of(project, year, quarter, ytd);
    rows.set(rows.size() - 1, withGroup(rows.get(rows.size() - 1), group));
    return this;
  }

  private static Row withGroup(Row row, String group) {
    Object[] values = new Object[row.size()];
    for (int column = 0; column < values.length; column++) {
      values[column] = row.get(column);
    }
    values[SCHEMA.fieldIndex(ContributionTable.UNIT_GROUP)] = group;
    return RowFactory.create(values);
  }

  /** Something else that the bridge must not count. */
  CountedInvestment other(String project, int year, int quarter, String ytd) {
    add("industrial_output", "nominal", project, year, quarter, ytd);
    add("fixed_asset_investment", "comparable", project, year, quarter, ytd);
    return this;
  }

  private void add(
      String indicator, String measure, String project, int year, int quarter, String ytd) {
    Object[] row = new Object[SCHEMA.size()];
    row[SCHEMA.fieldIndex(ContributionTable.INDICATOR)] = indicator;
    row[SCHEMA.fieldIndex(ContributionTable.MEASURE)] = measure;
    row[SCHEMA.fieldIndex(ContributionTable.UNIT_KEY)] = project;
    row[SCHEMA.fieldIndex(ContributionTable.YEAR)] = year;
    row[SCHEMA.fieldIndex(ContributionTable.QUARTER)] = quarter;
    row[SCHEMA.fieldIndex(ContributionTable.VALUE_YTD)] =
        ytd == null ? null : ProjectReports.yuan(ytd);
    rows.add(RowFactory.create(row));
  }

  Dataset<Row> dataset() {
    return TestSession.get().createDataFrame(rows, SCHEMA);
  }
}
