package jindu.run;

import java.math.BigDecimal;
import java.util.Optional;
import jindu.table.ContributionTable;
import org.apache.spark.sql.Row;

/**
 * What one item of one unit brings to a cell.
 *
 * @param unit null for an estimate, which is nobody's
 * @param place in which it counts, as does the sector
 * @param sector null where the form has none
 * @param period of the return that counts, null for an estimate
 * @param delivered year to date of the return itself, in base units, before any factor
 * @param source where the return came from; empty for an estimate
 */
public record CellPart(
    String form,
    String item,
    String unit,
    String place,
    String sector,
    String period,
    BigDecimal delivered,
    Figures figures,
    Optional<ReturnSource> source) {

  static CellPart of(Row row, Optional<ReturnSource> source) {
    return new CellPart(
        row.getAs(ContributionTable.FORM),
        row.getAs(ContributionTable.ITEM),
        row.getAs(ContributionTable.UNIT_KEY),
        row.getAs(ContributionTable.TOWNSHIP_CODE),
        row.getAs(ContributionTable.SECTOR_CODE),
        row.getAs(ContributionTable.PERIOD),
        row.getAs(ContributionTable.DELIVERED_VALUE),
        Figures.of(row, name -> name),
        source);
  }
}
