package jindu.cli;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import jindu.catalog.Catalog;
import jindu.core.Indicator;
import jindu.core.Messages;
import jindu.core.Quarter;
import jindu.run.Publication;
import jindu.run.RunException;
import jindu.run.Sessions;
import jindu.table.HeadlineTable;
import org.apache.spark.sql.Row;

/** The headline table of the publication in force, as a leader reads it on a terminal. */
final class HeadlineReport {

  private static final int PERCENT_DECIMALS = 1;
  private static final String NOTHING = "–";

  private final List<Row> rows;
  private final Catalog catalog;
  private final Messages messages;

  private HeadlineReport(List<Row> rows, Catalog catalog, Messages messages) {
    this.rows = rows;
    this.catalog = catalog;
    this.messages = messages;
  }

  static HeadlineReport read(CommonOptions options, Catalog catalog)
      throws IOException, RunException {
    List<Row> rows =
        Publication.inForce(options.lake)
            .read(Sessions.start(options.master), HeadlineTable.DEFINITION)
            .orderBy(col(HeadlineTable.LINE))
            .collectAsList();
    return new HeadlineReport(rows, catalog, options.messages());
  }

  /** The latest quarter published. */
  Quarter latest() {
    return rows.stream().map(HeadlineReport::quarter).max(Comparator.naturalOrder()).orElseThrow();
  }

  /** Whether the quarter is published. */
  boolean has(Quarter quarter) {
    return rows.stream().anyMatch(row -> quarter(row).equals(quarter));
  }

  void print(PrintWriter out, Quarter quarter) {
    TextTable table = new TextTable(List.of(false, false, true, true, false, true, true, false));
    table.add(
        List.of(
            messages.text("cli.headline-indicator"),
            messages.text("cli.headline-unit"),
            messages.text("cli.headline-value"),
            messages.text("cli.headline-growth"),
            messages.text("cli.headline-basis"),
            messages.text("cli.headline-target"),
            messages.text("cli.headline-completion"),
            messages.text("cli.headline-lamp")));
    rows.stream().filter(row -> quarter(row).equals(quarter)).map(this::cells).forEach(table::add);
    out.println(messages.text("cli.headline-title", catalogName(), quarter));
    table.lines().forEach(out::println);
    catalog
        .notice()
        .ifPresent(notice -> out.println(messages.isChinese() ? notice.zh() : notice.en()));
    out.println();
  }

  private String catalogName() {
    return messages.isChinese() ? catalog.district().nameZh() : catalog.district().nameEn();
  }

  private List<String> cells(Row row) {
    Indicator indicator = catalog.indicators().get(row.<String>getAs(HeadlineTable.INDICATOR));
    String title = messages.isChinese() ? HeadlineTable.TITLE_ZH : HeadlineTable.TITLE_EN;
    BigDecimal growth = row.getAs(HeadlineTable.GROWTH_PCT);
    String basis = row.getAs(HeadlineTable.GROWTH_BASIS);
    return List.of(
        row.getAs(title),
        row.getAs(HeadlineTable.DISPLAY_UNIT),
        number(row.getAs(HeadlineTable.DISPLAY_VALUE), indicator.displayDecimals()),
        signed(growth),
        growth == null || basis == null ? NOTHING : messages.text("cli.basis-" + basis),
        target(row, indicator),
        number(row.getAs(HeadlineTable.COMPLETION_PCT), PERCENT_DECIMALS),
        messages.text("cli.lamp-" + row.<String>getAs(HeadlineTable.LAMP)));
  }

  private String target(Row row, Indicator indicator) {
    BigDecimal target = row.getAs(HeadlineTable.TARGET);
    String kind = row.getAs(HeadlineTable.TARGET_KIND);
    if (target == null || kind == null) {
      return NOTHING;
    }
    return kind.equals("growth")
        ? signed(target) + "%"
        : number(target, indicator.displayDecimals());
  }

  private static String signed(BigDecimal value) {
    return value == null
        ? NOTHING
        : (value.signum() < 0 ? "" : "+") + number(value, PERCENT_DECIMALS);
  }

  private static String number(BigDecimal value, int decimals) {
    return value == null
        ? NOTHING
        : String.format(
            Locale.ROOT, "%,." + decimals + "f", value.setScale(decimals, RoundingMode.HALF_UP));
  }

  private static Quarter quarter(Row row) {
    return new Quarter(
        row.<Integer>getAs(HeadlineTable.YEAR), row.<Integer>getAs(HeadlineTable.QUARTER));
  }
}
