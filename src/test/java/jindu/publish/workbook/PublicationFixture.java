package jindu.publish.workbook;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogException;
import jindu.catalog.CatalogReader;
import jindu.core.Indicator;
import jindu.core.Messages;
import jindu.publish.PublishedRows;
import jindu.table.HeadlineTable;
import jindu.table.IndicatorDimensionTable;
import jindu.table.IndicatorTable;
import jindu.table.PlanProgressTable;
import jindu.table.SectorDimensionTable;
import jindu.table.TableDefinition;
import jindu.table.TownshipDimensionTable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;

/** Rows of a publication as if read back: what a test says, at 2021-Q3, and nothing else. */
public final class PublicationFixture {

  static final LocalDate AS_OF = LocalDate.of(2021, 11, 5);
  public static final String ID = "2021-11-05-01";
  public static final String DISTRICT = "410311";

  private static Catalog read;

  private final Map<TableDefinition, List<Row>> tables = new LinkedHashMap<>();
  private final Catalog catalog;

  /** With the dimensions of the repository's catalog. */
  public PublicationFixture() throws IOException, CatalogException {
    catalog = catalog();
    catalog.indicators().values().forEach(this::dimension);
    catalog
        .places()
        .forEach(
            place ->
                add(
                    TownshipDimensionTable.DEFINITION,
                    Map.of(
                        TownshipDimensionTable.TOWNSHIP_CODE, place.code(),
                        TownshipDimensionTable.TITLE_ZH, place.nameZh(),
                        TownshipDimensionTable.TITLE_EN, place.nameEn(),
                        TownshipDimensionTable.KIND, place.kind().code())));
    catalog
        .sectors()
        .values()
        .forEach(
            sector ->
                add(
                    SectorDimensionTable.DEFINITION,
                    Map.of(
                        SectorDimensionTable.SECTOR_CODE, sector.code(),
                        SectorDimensionTable.TITLE_ZH, sector.nameZh(),
                        SectorDimensionTable.LEVEL, sector.level().code(),
                        SectorDimensionTable.SECTION, sector.section())));
  }

  private static synchronized Catalog catalog() throws IOException, CatalogException {
    if (read == null) {
      read = CatalogReader.read(Path.of("data-lake", "reference"));
    }
    return read;
  }

  private void dimension(Indicator indicator) {
    add(
        IndicatorDimensionTable.DEFINITION,
        Map.of(
            IndicatorDimensionTable.INDICATOR, indicator.code(),
            IndicatorDimensionTable.TITLE_ZH, indicator.titleZh(),
            IndicatorDimensionTable.TITLE_EN, indicator.titleEn(),
            IndicatorDimensionTable.DISPLAY_UNIT, indicator.displayUnit(),
            IndicatorDimensionTable.DISPLAY_FACTOR, indicator.displayFactor(),
            IndicatorDimensionTable.DISPLAY_DECIMALS, indicator.displayDecimals(),
            IndicatorDimensionTable.HEADLINE_BASIS,
                indicator.comparable() ? "comparable" : "nominal"));
  }

  /** A row of a table at 2021-Q3; columns that are not given are null. */
  public PublicationFixture add(TableDefinition table, Map<String, ?> given) {
    Map<String, Object> values = new HashMap<>(Map.of("year", 2021, "quarter", 3));
    values.putAll(given);
    Object[] row = table.columns().stream().map(column -> values.get(column.name())).toArray();
    tables
        .computeIfAbsent(table, any -> new ArrayList<>())
        .add(new GenericRowWithSchema(row, table.schema()));
    return this;
  }

  /** A cell, open unless {@code further} says otherwise. */
  public PublicationFixture cell(
      String indicator, String place, String sector, String value, Map<String, ?> further) {
    Map<String, Object> given = new HashMap<>();
    given.put(IndicatorTable.INDICATOR, indicator);
    given.put(IndicatorTable.TOWNSHIP_CODE, place);
    given.put(IndicatorTable.SECTOR_CODE, sector);
    given.put(IndicatorTable.VALUE_YTD, value == null ? null : amount(value));
    given.put(IndicatorTable.STATUS, "preliminary");
    given.put(IndicatorTable.WITHHELD, false);
    given.putAll(further);
    return add(IndicatorTable.DEFINITION, given);
  }

  /** A row of the plan, in force. */
  public PublicationFixture target(
      String id, String indicator, String place, String kind, Map<String, ?> further) {
    Map<String, Object> given = new HashMap<>();
    given.put(PlanProgressTable.TARGET_ID, id);
    given.put(PlanProgressTable.PLAN_VERSION, Date.valueOf("2021-01-30"));
    given.put(PlanProgressTable.INDICATOR, indicator);
    given.put(PlanProgressTable.TOWNSHIP_CODE, place);
    given.put(PlanProgressTable.SECTOR_CODE, "ALL");
    given.put(PlanProgressTable.KIND, kind);
    given.put(PlanProgressTable.COMPARATOR, "ge");
    given.put(PlanProgressTable.LAMP, "green");
    given.put(PlanProgressTable.IN_FORCE, true);
    given.put(PlanProgressTable.WITHHELD, false);
    given.putAll(further);
    return add(PlanProgressTable.DEFINITION, given);
  }

  /** A line of the headline table. */
  PublicationFixture headline(int line, String indicator, Map<String, ?> further) {
    Map<String, Object> given = new HashMap<>();
    given.put(HeadlineTable.LINE, line);
    given.put(HeadlineTable.INDICATOR, indicator);
    given.put(HeadlineTable.TITLE_ZH, catalog.indicators().get(indicator).titleZh());
    given.put(HeadlineTable.TITLE_EN, catalog.indicators().get(indicator).titleEn());
    given.put(HeadlineTable.DISPLAY_UNIT, catalog.indicators().get(indicator).displayUnit());
    given.put(HeadlineTable.LAMP, "green");
    given.put(HeadlineTable.WITHHELD, false);
    given.putAll(further);
    return add(HeadlineTable.DEFINITION, given);
  }

  ReadWorkbook workbook() throws IOException {
    return new ReadWorkbook(bytes(Messages.CHINESE));
  }

  byte[] bytes(Messages messages) throws IOException {
    return PublicationWorkbook.bytes(rows(), catalog, messages);
  }

  /** What a publication says that holds these rows. */
  public PublishedRows rows() {
    return new PublishedRows(ID, AS_OF, tables);
  }

  public static BigDecimal amount(String text) {
    return new BigDecimal(text).setScale(4);
  }
}
