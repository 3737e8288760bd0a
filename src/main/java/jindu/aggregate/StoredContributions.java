package jindu.aggregate;

import static jindu.aggregate.Steps.columns;
import static jindu.table.ContributionTable.ABSENT;
import static jindu.table.ContributionTable.DIVISION;
import static jindu.table.ContributionTable.ESTIMATED;
import static jindu.table.ContributionTable.FORM;
import static jindu.table.ContributionTable.INDICATOR;
import static jindu.table.ContributionTable.ITEM;
import static jindu.table.ContributionTable.MEASURE;
import static jindu.table.ContributionTable.PREVIOUS;
import static jindu.table.ContributionTable.PREVIOUS_YTD;
import static jindu.table.ContributionTable.QUARTER;
import static jindu.table.ContributionTable.SECTION;
import static jindu.table.ContributionTable.SECTOR_CODE;
import static jindu.table.ContributionTable.STATE;
import static jindu.table.ContributionTable.STRATA;
import static jindu.table.ContributionTable.TOWNSHIP_CODE;
import static jindu.table.ContributionTable.VALUE;
import static jindu.table.ContributionTable.VALUE_YTD;
import static jindu.table.ContributionTable.YEAR;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import java.util.List;
import jindu.table.ContributionTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Contributions without what only the sums need, and with one row for all estimates of a place and
 * class: nothing carries an estimate under a unit's name (method.md section 4).
 */
final class StoredContributions {

  private static final List<String> CELL =
      List.of(
          INDICATOR,
          MEASURE,
          FORM,
          ITEM,
          YEAR,
          QUARTER,
          TOWNSHIP_CODE,
          SECTOR_CODE,
          DIVISION,
          SECTION,
          STRATA,
          STATE);

  private StoredContributions() {}

  static Dataset<Row> of(Dataset<Row> contributions) {
    Dataset<Row> own = contributions.where(col(STATE).isin(ABSENT, ESTIMATED).equalTo(false));
    Dataset<Row> estimated =
        contributions
            .where(col(STATE).equalTo(ESTIMATED))
            .groupBy(columns(CELL))
            .agg(
                sum(VALUE).as(VALUE),
                sum(VALUE_YTD).as(VALUE_YTD),
                sum(PREVIOUS).as(PREVIOUS),
                sum(PREVIOUS_YTD).as(PREVIOUS_YTD));
    return ContributionTable.DEFINITION
        .select(own)
        .unionByName(ContributionTable.DEFINITION.select(estimated));
  }
}
