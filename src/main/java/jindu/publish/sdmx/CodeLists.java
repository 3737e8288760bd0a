package jindu.publish.sdmx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jindu.core.Messages;
import jindu.publish.PublishedRows;
import jindu.table.IndicatorDimensionTable;
import jindu.table.SectorDimensionTable;
import jindu.table.TableDefinition;
import jindu.table.TownshipDimensionTable;
import org.apache.spark.sql.Row;

/** The code lists of what is exchanged: the published dimensions, and the closed columns. */
final class CodeLists {

  /** Codes of the SDMX cross-domain list: withheld to protect respondents, and free. */
  static final String CONFIDENTIAL = "C";

  static final String FREE = "F";

  private static final String CONFIDENTIALITY = "CL_CONF_STATUS";

  private static final Map<String, String> BY_COMPONENT =
      Map.of(
          "INDICATOR",
          "CL_INDICATOR",
          "REF_AREA",
          "CL_AREA",
          "ACTIVITY",
          "CL_ACTIVITY",
          SdmxComponent.CONFIDENTIALITY,
          CONFIDENTIALITY);

  private CodeLists() {}

  /**
   * A code list.
   *
   * @param names by language
   * @param codes names by language, by code, in order
   */
  record CodeList(String id, Map<String, String> names, Map<String, Map<String, String>> codes) {}

  /** The list whose codes a component takes. */
  static Optional<String> of(String component) {
    return Optional.ofNullable(BY_COMPONENT.get(component))
        .or(() -> ClosedColumn.of(component).map(ClosedColumn::listId));
  }

  static List<CodeList> all(PublishedRows rows) {
    return Stream.concat(ofDimensions(rows), ClosedColumn.ALL.stream().map(ClosedColumn::codeList))
        .toList();
  }

  private static Stream<CodeList> ofDimensions(PublishedRows rows) {
    return Stream.of(
        list(
            rows,
            "CL_INDICATOR",
            "sdmx.list-indicator",
            IndicatorDimensionTable.DEFINITION,
            IndicatorDimensionTable.INDICATOR),
        list(
            rows,
            "CL_AREA",
            "sdmx.list-area",
            TownshipDimensionTable.DEFINITION,
            TownshipDimensionTable.TOWNSHIP_CODE),
        list(
            rows,
            "CL_ACTIVITY",
            "sdmx.list-activity",
            SectorDimensionTable.DEFINITION,
            SectorDimensionTable.SECTOR_CODE),
        confidentiality());
  }

  private static CodeList confidentiality() {
    Map<String, Map<String, String>> codes = new LinkedHashMap<>();
    codes.put(FREE, names("sdmx.free"));
    codes.put(CONFIDENTIAL, names("sdmx.confidential"));
    return new CodeList(CONFIDENTIALITY, names("sdmx.list-conf_status"), codes);
  }

  /** All dimensions call their titles alike. */
  private static CodeList list(
      PublishedRows rows, String id, String key, TableDefinition dimension, String code) {
    Map<String, Map<String, String>> codes = new LinkedHashMap<>();
    for (Row row : rows.of(dimension)) {
      codes.put(
          row.getAs(code),
          byLanguage(
              row.getAs(IndicatorDimensionTable.TITLE_ZH),
              row.getAs(IndicatorDimensionTable.TITLE_EN)));
    }
    return new CodeList(id, names(key), codes);
  }

  /** What a message says, by language. */
  static Map<String, String> names(String key, Object... arguments) {
    return byLanguage(Messages.CHINESE.text(key, arguments), Messages.ENGLISH.text(key, arguments));
  }

  /** By language; one that is not known is left out. */
  private static Map<String, String> byLanguage(String chinese, String english) {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("zh", chinese);
    if (english != null) {
      names.put("en", english);
    }
    return names;
  }
}
