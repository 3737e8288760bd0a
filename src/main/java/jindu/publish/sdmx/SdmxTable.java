package jindu.publish.sdmx;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import jindu.table.IndicatorTable;
import jindu.table.PlanProgressTable;
import jindu.table.PublishedTables;
import jindu.table.TableDefinition;

/** A published table as a data structure: a row is an observation of several measures. */
record SdmxTable(TableDefinition table) {

  /** Those that are exchanged. */
  static final List<SdmxTable> ALL =
      Stream.of(IndicatorTable.DEFINITION, PlanProgressTable.DEFINITION)
          .map(SdmxTable::new)
          .toList();

  /** Who maintains structures and code lists: this program, whatever district runs it. */
  static final String AGENCY = "JINDU";

  /**
   * A version without the last word may never change, says SDMX: here the code lists are those of
   * each publication.
   */
  static final String VERSION = PublishedTables.SCHEMA_VERSION + ".0.0-draft";

  static final String TIME = "TIME_PERIOD";

  /** They are the time of an observation together. */
  private static final Set<String> OF_TIME = Set.of(IndicatorTable.YEAR, IndicatorTable.QUARTER);

  /** Id of the data flow. */
  String flow() {
    return table.name().toUpperCase(Locale.ROOT);
  }

  /** What names an observation, but for its time. */
  List<SdmxComponent> dimensions() {
    return components().filter(each -> isKey(each)).toList();
  }

  /** The figures of an observation. */
  List<SdmxComponent> measures() {
    return components().filter(each -> !isKey(each) && each.isMeasure()).toList();
  }

  /** What is said of an observation. */
  List<SdmxComponent> attributes() {
    return components().filter(each -> !isKey(each) && !each.isMeasure()).toList();
  }

  private boolean isKey(SdmxComponent component) {
    return table.key().contains(component.column().name());
  }

  private Stream<SdmxComponent> components() {
    return table.columns().stream()
        .filter(column -> !OF_TIME.contains(column.name()))
        .map(SdmxComponent::of);
  }
}
