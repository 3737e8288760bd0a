package jindu.publish.workbook;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import jindu.catalog.Catalog;
import jindu.core.Form;
import jindu.core.Messages;
import jindu.core.Sector;
import jindu.core.Target;
import jindu.publish.PublishedRows;
import jindu.table.IndicatorDimensionTable;
import jindu.table.SectorDimensionTable;
import jindu.table.TableDefinition;
import jindu.table.TownshipDimensionTable;
import org.apache.spark.sql.Row;

/** What codes are called in the language of the reader; a code that nothing names names itself. */
final class Names {

  private final Messages messages;
  private final Map<String, Row> places;
  private final Map<String, Row> sectors;
  private final Map<String, Row> indicators;
  private final Map<String, Target> targets;
  private final Map<String, Form> forms;

  Names(PublishedRows rows, Catalog catalog, Messages messages) {
    this.messages = messages;
    this.places =
        byCode(rows, TownshipDimensionTable.DEFINITION, TownshipDimensionTable.TOWNSHIP_CODE);
    this.sectors = byCode(rows, SectorDimensionTable.DEFINITION, SectorDimensionTable.SECTOR_CODE);
    this.indicators =
        byCode(rows, IndicatorDimensionTable.DEFINITION, IndicatorDimensionTable.INDICATOR);
    // A later version of a target comes after the one it replaces.
    this.targets =
        catalog.targets().stream()
            .collect(toMap(Target::id, Function.identity(), (first, later) -> later));
    this.forms = catalog.forms();
  }

  private static Map<String, Row> byCode(PublishedRows rows, TableDefinition table, String code) {
    return rows.of(table).stream()
        .collect(toMap(row -> row.<String>getAs(code), Function.identity()));
  }

  String place(String code) {
    return title(places, code, TownshipDimensionTable.TITLE_ZH, TownshipDimensionTable.TITLE_EN);
  }

  /** A sector without its code. */
  String sector(String code) {
    return Sector.isCoarse(code)
        ? messages.text("publish.sector-" + code)
        : title(sectors, code, SectorDimensionTable.TITLE_ZH, SectorDimensionTable.TITLE_EN);
  }

  String indicator(String code) {
    return title(
        indicators, code, IndicatorDimensionTable.TITLE_ZH, IndicatorDimensionTable.TITLE_EN);
  }

  private String title(Map<String, Row> rows, String code, String zh, String en) {
    Row row = rows.get(code);
    String title = row == null ? null : row.getAs(messages.isChinese() ? zh : en);
    return Objects.requireNonNullElse(title, code);
  }

  /** A target's title by its id. */
  String target(String id) {
    Target target = targets.get(id);
    return target == null ? id : messages.isChinese() ? target.titleZh() : target.titleEn();
  }

  /** A form's title by its code. */
  String form(String code) {
    Form form = forms.get(code);
    return form == null ? code : messages.isChinese() ? form.titleZh() : form.titleEn();
  }

  /** How the figures of an indicator are read. */
  Reading reading(String indicator) {
    return new Reading(indicators.get(indicator));
  }
}
