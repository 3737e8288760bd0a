package jindu.assess;

import static jindu.table.ProjectBridgeTable.COUNTED;
import static jindu.table.ProjectBridgeTable.COUNTED_GROUP;
import static jindu.table.ProjectBridgeTable.LINE_AMOUNT;
import static jindu.table.ProjectBridgeTable.NAME;
import static jindu.table.ProjectBridgeTable.NOT_IN_REGISTER;
import static jindu.table.ProjectBridgeTable.NOT_ON_LEDGER;
import static jindu.table.ProjectBridgeTable.OTHER;
import static jindu.table.ProjectBridgeTable.PROJECTS;
import static jindu.table.ProjectBridgeTable.PROJECT_CODE;
import static jindu.table.ProjectBridgeTable.QUARTER;
import static jindu.table.ProjectBridgeTable.REASON;
import static jindu.table.ProjectBridgeTable.REASON_EN;
import static jindu.table.ProjectBridgeTable.REASON_ZH;
import static jindu.table.ProjectBridgeTable.WITHHELD;
import static jindu.table.ProjectBridgeTable.YEAR;
import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_entries;
import static org.apache.spark.sql.functions.map_values;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jindu.catalog.Catalog;
import jindu.core.Feed;
import jindu.core.Form;
import jindu.core.Messages;
import jindu.core.ProjectLedger;
import jindu.table.ContributionTable;
import jindu.table.Literals;
import jindu.table.ProjectBridgeTable;
import jindu.table.ProjectProgressTable;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Why the ledger of projects says another investment than the statistics, project by project: what
 * the ledger itself says is not counted; then, of a project that the register does not have, all
 * the rest (未入库), and of one that it has, what is left between the two (other); and every project
 * that the statistics count and the ledger does not have. The lines add up to the difference.
 */
final class ProjectBridge {

  private static final String DONE = "done";
  private static final String ON_LEDGER = "on_ledger";
  private static final String LINE = "line";
  private static final String[] KEY = {PROJECT_CODE, YEAR, QUARTER};
  private static final WindowSpec SAME_QUARTER = Window.partitionBy(YEAR, QUARTER);
  private static final Column NOTHING = lit(0).cast(Types.AMOUNT);

  /** An estimate of the statistics bears no unit. */
  private static final String NOBODY = "";

  private ProjectBridge() {}

  /**
   * In the shape of {@link ProjectBridgeTable#UNPROTECTED}, for the quarters of which both say
   * something; none without a ledger.
   *
   * @param projects rows of {@link ProjectProgressTable#UNPROTECTED}
   * @param contributions rows of {@link ContributionTable}
   */
  static Dataset<Row> of(Dataset<Row> projects, Dataset<Row> contributions, Catalog catalog) {
    return catalog
        .projectForm()
        .map(form -> lines(projects, contributions, form))
        .orElseGet(
            () ->
                projects
                    .sparkSession()
                    .createDataFrame(List.of(), ProjectBridgeTable.UNPROTECTED.schema()));
  }

  private static Dataset<Row> lines(Dataset<Row> projects, Dataset<Row> contributions, Form form) {
    Dataset<Row> ledger =
        projects
            .withColumn(ON_LEDGER, lit(true))
            .withColumn(DONE, coalesce(col(ProjectProgressTable.DONE_YTD), NOTHING));
    Column isLedger = bool_or(coalesce(col(ON_LEDGER), lit(false))).over(SAME_QUARTER);
    Column isCounted = bool_or(col(COUNTED).isNotNull()).over(SAME_QUARTER);
    return ledger
        // One row a project and quarter on either side: the one has it for its key, the other is
        // grouped by it.
        .join(counted(contributions, form.projects()), KEY, "full_outer")
        .withColumn("both", isLedger.and(isCounted))
        .where(col("both"))
        .withColumn(LINE, explode(lineArray()))
        .withColumn(REASON, col(LINE).getField(REASON))
        .withColumn(LINE_AMOUNT, col(LINE).getField(LINE_AMOUNT))
        .withColumn(PROJECTS, lit(1L))
        .withColumn(WITHHELD, lit(false))
        .withColumn(REASON_ZH, words(form, Messages.CHINESE))
        .withColumn(REASON_EN, words(form, Messages.ENGLISH))
        .withColumn(NAME, col(ProjectProgressTable.NAME))
        .transform(ProjectBridgeTable.UNPROTECTED::select);
  }

  private static Dataset<Row> counted(Dataset<Row> contributions, ProjectLedger ledger) {
    return contributions
        .where(col(ContributionTable.INDICATOR).equalTo(ledger.statistics()))
        .where(col(ContributionTable.MEASURE).equalTo(Feed.Measure.NOMINAL.code()))
        .groupBy(
            coalesce(col(ContributionTable.UNIT_KEY), lit(NOBODY)).as(PROJECT_CODE),
            col(ContributionTable.YEAR).as(YEAR),
            col(ContributionTable.QUARTER).as(QUARTER))
        .agg(
            sum(col(ContributionTable.VALUE_YTD)).cast(Types.AMOUNT).as(COUNTED),
            // Of what counts this year: last year the project may have been of another group.
            max(when(
                    col(ContributionTable.VALUE_YTD).isNotNull(),
                    col(ContributionTable.UNIT_GROUP)))
                .as(COUNTED_GROUP))
        .where(col(COUNTED).isNotNull());
  }

  private static Column lineArray() {
    Column said =
        transform(
            filter(
                map_entries(col(ProjectProgressTable.NOT_COUNTED)),
                entry -> coalesce(entry.getField("value"), NOTHING).notEqual(NOTHING)),
            entry -> line(entry.getField("key"), entry.getField("value")));
    Column rest = col(DONE).minus(saidInAll());
    Column isInStatistics = col(ProjectProgressTable.IN_REGISTER).or(col(COUNTED).isNotNull());
    Column left =
        when(isInStatistics, line(lit(OTHER), rest.minus(coalesce(col(COUNTED), NOTHING))))
            .otherwise(line(lit(NOT_IN_REGISTER), rest));
    return when(col(ON_LEDGER), concat(said, array(left)))
        .otherwise(array(line(lit(NOT_ON_LEDGER), negate(col(COUNTED)))));
  }

  private static Column saidInAll() {
    return aggregate(
        map_values(col(ProjectProgressTable.NOT_COUNTED)),
        NOTHING,
        (sum, value) -> sum.plus(coalesce(value, NOTHING)).cast(Types.AMOUNT));
  }

  private static Column line(Column reason, Column amount) {
    return struct(reason.cast(Types.TEXT).as(REASON), amount.cast(Types.AMOUNT).as(LINE_AMOUNT));
  }

  /**
   * Chinese words of an item are its header, without the 其中： by which a form says that it is part
   * of the item above: in a list of reasons it is part of nothing. Its code has to do in English.
   */
  private static Column words(Form form, Messages messages) {
    Map<String, String> words = new LinkedHashMap<>();
    for (String reason : List.of(NOT_IN_REGISTER, NOT_ON_LEDGER, OTHER)) {
      words.put(reason, messages.text("assess.bridge-" + reason.replace('_', '-')));
    }
    for (String item : form.projects().notCounted()) {
      words.put(
          item,
          messages == Messages.CHINESE
              ? form.item(item).orElseThrow().header().replaceFirst("^其中[：:]", "")
              : item.replace('_', ' '));
    }
    return try_element_at(Literals.textByName(words), col(REASON));
  }
}
