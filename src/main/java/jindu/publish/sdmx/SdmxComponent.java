package jindu.publish.sdmx;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jindu.table.ColumnDefinition;
import jindu.table.IndicatorTable;

/**
 * A column as SDMX sees it.
 *
 * @param id standard concepts by their names, every other by the column's
 * @param textType what SDMX calls the column's type
 * @param isMeasure whether it is a figure
 */
record SdmxComponent(String id, ColumnDefinition column, String textType, boolean isMeasure) {

  /** Whether a cell is withheld, as {@link CodeLists} codes it. */
  static final String CONFIDENTIALITY = "CONF_STATUS";

  /** The cross-domain concepts of SDMX that columns stand for. */
  private static final Map<String, String> STANDARD =
      Map.of(
          IndicatorTable.TOWNSHIP_CODE, "REF_AREA",
          IndicatorTable.SECTOR_CODE, "ACTIVITY",
          IndicatorTable.UNIT, "UNIT_MEASURE",
          IndicatorTable.WITHHELD, CONFIDENTIALITY);

  private static final Map<String, String> FIGURES =
      Map.of("decimal", "Decimal", "long", "Long", "integer", "Integer");

  private static final Map<String, String> OTHERS =
      Map.of("boolean", "Boolean", "date", "GregorianDay", "string", "String");

  static SdmxComponent of(ColumnDefinition column) {
    String type = column.type().typeName().replaceFirst("\\(.*", "");
    boolean isMeasure = FIGURES.containsKey(type);
    return new SdmxComponent(
        id(column.name()), column, (isMeasure ? FIGURES : OTHERS).get(type), isMeasure);
  }

  /** The name of a column in SDMX. */
  static String id(String column) {
    return STANDARD.getOrDefault(column, column.toUpperCase(Locale.ROOT));
  }

  /** The list whose codes it takes; empty where it takes any text or figure. */
  Optional<String> codeList() {
    return CodeLists.of(id);
  }
}
