package jindu.run;

import java.util.List;
import jindu.lake.TableMaintenance.Size;

/**
 * What maintenance made of a lake.
 *
 * @param tables those that are there
 * @param foreign tables that were left alone, because others than the nights changed them
 * @param keptDays for so many days files stay that were replaced
 */
public record MaintenanceResult(List<Table> tables, List<String> foreign, int keptDays) {

  public MaintenanceResult {
    tables = List.copyOf(tables);
    foreign = List.copyOf(foreign);
  }

  /** One table with its log: files and bytes on the disk, before and after. */
  public record Table(
      String name, long filesBefore, long bytesBefore, long filesAfter, long bytesAfter) {

    static Table of(String name, Size before, Size after) {
      return new Table(name, before.files(), before.bytes(), after.files(), after.bytes());
    }
  }
}
