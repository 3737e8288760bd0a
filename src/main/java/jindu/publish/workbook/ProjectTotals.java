package jindu.publish.workbook;

import static java.util.stream.Collectors.groupingBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jindu.core.Form;
import jindu.core.Rounding;
import jindu.table.ProjectProgressTable;
import org.apache.spark.sql.Row;

/** What the key projects come to, all together and tier by tier. */
final class ProjectTotals {

  private final Edition edition;
  private final List<Row> projects;

  ProjectTotals(Edition edition, List<Row> projects) {
    this.edition = edition;
    this.projects = projects;
  }

  /** None where there is no project. */
  List<SheetLine> lines() {
    List<SheetLine> lines = new ArrayList<>();
    if (!projects.isEmpty()) {
      lines.add(line(edition.messages().text("cli.all-projects"), "", projects));
    }
    Map<String, List<Row>> byTier =
        projects.stream()
            .filter(row -> row.getAs(ProjectProgressTable.TIER) != null)
            .collect(groupingBy(row -> row.<String>getAs(ProjectProgressTable.TIER)));
    byTier.keySet().stream()
        .sorted(Comparator.<String>comparingInt(tiers()::indexOf).thenComparing(tier -> tier))
        .forEach(tier -> lines.add(line(edition.text("of-tier"), tier, byTier.get(tier))));
    return lines;
  }

  /** The tiers as the ledger's form lists them: 省, 市, 区. */
  private List<String> tiers() {
    return edition.catalog().projectForm().stream()
        .flatMap(form -> form.attributes().stream().filter(each -> isTier(form, each)))
        .flatMap(attribute -> attribute.values().stream())
        .toList();
  }

  private static boolean isTier(Form form, Form.Attribute attribute) {
    return attribute.code().equals(form.projects().tier());
  }

  private SheetLine line(String title, String tier, List<Row> rows) {
    List<SheetCell> cells =
        new ArrayList<>(
            List.of(
                SheetCell.BLANK,
                SheetCell.text(edition.text("project-count", title, Integer.toString(rows.size()))),
                SheetCell.text(tier),
                SheetCell.BLANK,
                sum(rows, ProjectProgressTable.TOTAL_INVESTMENT),
                sum(rows, ProjectProgressTable.ANNUAL_PLAN),
                sum(rows, ProjectProgressTable.DONE_YTD),
                sum(rows, ProjectProgressTable.DONE_SINCE_START),
                completion(rows)));
    cells.addAll(Collections.nCopies(6, SheetCell.BLANK));
    return new SheetLine(cells, true);
  }

  /** Withheld where a part is: the others would tell it. */
  private static boolean isWithheld(List<Row> rows) {
    return rows.stream().anyMatch(row -> new RowCells(row).isWithheld());
  }

  private static SheetCell sum(List<Row> rows, String column) {
    if (isWithheld(rows)) {
      return SheetCell.WITHHELD;
    }
    BigDecimal sum = total(rows, column);
    return SheetCell.figure(
        sum == null
            ? null
            : Rounding.ratio(sum, ProjectLines.TEN_THOUSAND, 2 * Rounding.VALUE_DECIMALS),
        CellFormat.WHOLE);
  }

  private static SheetCell completion(List<Row> rows) {
    if (isWithheld(rows)) {
      return SheetCell.WITHHELD;
    }
    BigDecimal plan = total(rows, ProjectProgressTable.ANNUAL_PLAN);
    BigDecimal done = total(rows, ProjectProgressTable.DONE_YTD);
    boolean isKnown = done != null && plan != null && plan.signum() > 0;
    return SheetCell.figure(
        isKnown ? Rounding.ratio(done.scaleByPowerOfTen(2), plan, Rounding.PERCENT_DECIMALS) : null,
        CellFormat.PERCENT);
  }

  /** Of what is known; null where nothing is. */
  private static BigDecimal total(List<Row> rows, String column) {
    return rows.stream()
        .map(row -> row.<BigDecimal>getAs(column))
        .filter(Objects::nonNull)
        .reduce(BigDecimal::add)
        .orElse(null);
  }
}
