package jindu.run;

import java.util.List;
import java.util.stream.Stream;
import jindu.table.TableDefinition;

/** The tables of the internal zones: what follows from nothing, and what follows from that. */
public final class StoredTables {

  public static final List<TableDefinition> ALL =
      Stream.concat(LakeInspection.IRREPLACEABLE.stream(), NightStages.STORED.stream()).toList();

  private StoredTables() {}
}
