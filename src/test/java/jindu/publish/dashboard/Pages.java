package jindu.publish.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jindu.TableRows;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogException;
import jindu.catalog.CatalogReader;
import jindu.core.Sector;
import jindu.publish.PublishedRows;
import jindu.table.HeadlineTable;
import jindu.table.MilestoneProgressTable;
import jindu.table.PlanProgressTable;
import jindu.table.TableDefinition;
import org.apache.spark.sql.Row;

/** A publication put together row by row, and what the page made of it holds. */
final class Pages {

  static final String DISTRICT = "410311";
  static final String TOWNSHIP = "410311002";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern DATA =
      Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>");

  private final Map<TableDefinition, List<Row>> tables = new LinkedHashMap<>();
  private final String publication;

  Pages(String publication) {
    this.publication = publication;
  }

  /** Adds a row: names of columns and their values in turn; decimals may be given as text. */
  Pages with(TableDefinition table, Object... columns) {
    Map<String, Object> values = new HashMap<>();
    for (int place = 0; place < columns.length; place += 2) {
      values.put((String) columns[place], columns[place + 1]);
    }
    tables.computeIfAbsent(table, each -> new ArrayList<>()).add(TableRows.row(table, values));
    return this;
  }

  Pages headline(int quarter, String value) {
    return with(
        HeadlineTable.DEFINITION,
        "line",
        1,
        "year",
        2021,
        "quarter",
        quarter,
        "indicator",
        "grp",
        "display_value",
        decimal(value),
        "withheld",
        false);
  }

  Pages target(int quarter, String lamp) {
    return with(
        PlanProgressTable.DEFINITION,
        "target_id",
        "P2021-001",
        "indicator",
        "grp",
        "kind",
        "growth",
        "township_code",
        DISTRICT,
        "sector_code",
        Sector.ALL,
        "year",
        2021,
        "quarter",
        quarter,
        "lamp",
        lamp,
        "in_force",
        true,
        "withheld",
        false);
  }

  Pages milestone(int quarter, String lamp) {
    return with(
        MilestoneProgressTable.DEFINITION,
        "milestone_id",
        "P2021-018",
        "title_zh",
        "节点",
        "title_en",
        "A milestone",
        "due_date",
        day("2021-06-30"),
        "year",
        2021,
        "quarter",
        quarter,
        "lamp",
        lamp);
  }

  PublishedRows rows() {
    return new PublishedRows(publication, LocalDate.of(2021, 11, 5), tables);
  }

  String html() throws IOException, CatalogException {
    return html(Optional.empty());
  }

  String html(Optional<Pages> before) throws IOException, CatalogException {
    return Dashboard.html(rows(), before.map(Pages::rows), catalog());
  }

  JsonNode data() throws IOException, CatalogException {
    return data(html());
  }

  static JsonNode data(String html) throws IOException {
    Matcher matcher = DATA.matcher(html);
    if (!matcher.find()) {
      throw new AssertionError("The page holds no data.");
    }
    return JSON.readTree(matcher.group(1));
  }

  static BigDecimal decimal(String text) {
    return new BigDecimal(text).setScale(4);
  }

  static Date day(String text) {
    return Date.valueOf(text);
  }

  private static Catalog catalog() throws IOException, CatalogException {
    return CatalogReader.read(Path.of("data-lake", "reference"));
  }
}
