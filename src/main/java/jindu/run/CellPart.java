package jindu.run;

import java.math.BigDecimal;
import java.util.Comparator;
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

  /** What is not known before everything. */
  static final Comparator<CellPart> LARGEST_FIRST =
      Comparator.comparing(CellPart::size, Comparator.nullsFirst(Comparator.reverseOrder()))
          .thenComparing(CellPart::form)
          .thenComparing(CellPart::item)
          .thenComparing(CellPart::unit, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(CellPart::place);

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

  /** By which the parts are listed: the amount without its sign, of this year or in the base. */
  private BigDecimal size() {
    BigDecimal amount = figures.valueYtd() == null ? figures.previousYtd() : figures.valueYtd();
    return amount == null ? null : amount.abs();
  }
}
