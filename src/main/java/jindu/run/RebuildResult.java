package jindu.run;

import java.time.LocalDate;
import java.util.List;

/**
 * What a rebuild found.
 *
 * @param publication the publication compared with; null where the stored tables were
 * @param tables one for each table compared, in the order of the stages
 * @param batch the batch that put the rebuilt tables in place; null where nothing was replaced
 */
public record RebuildResult(
    LocalDate asOf, String publication, List<TableDifference> tables, String batch) {

  /** Whether every row of every table is as it should be. */
  public boolean isSame() {
    return tables.stream().allMatch(TableDifference::isNone);
  }
}
