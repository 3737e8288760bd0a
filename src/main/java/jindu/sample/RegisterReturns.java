package jindu.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jindu.core.CommonColumn;
import jindu.core.Form;

/** MLK: the register as it stood in January 2019, and a file for each month with changes. */
final class RegisterReturns {

  private static final int DAY_OF_MONTH = 8;
  private static final double TOLD_LATE = 0.5;
  private static final int MONTHS_LATE = 2;

  private final Setting setting;
  private final Form form;

  RegisterReturns(Setting setting) {
    this.setting = setting;
    this.form = setting.form("MLK");
  }

  /**
   * The files for all units.
   *
   * @param kinds units that share a kind of code: enterprises apart from projects
   */
  List<Delivery> all(Map<String, List<Unit>> kinds) {
    List<Delivery> deliveries = new ArrayList<>();
    kinds.forEach((kind, units) -> deliveries.addAll(of(kind, units)));
    return deliveries;
  }

  private List<Delivery> of(String kind, List<Unit> units) {
    YearMonth first = YearMonth.from(setting.options().from().firstDay());
    YearMonth last = setting.options().to().lastMonth();
    Map<YearMonth, List<ReturnRow>> byMonth = new TreeMap<>();
    for (Unit unit : units) {
      changes(unit)
          .forEach(
              (month, rows) -> {
                YearMonth told = month.isBefore(first) ? first : month;
                if (!told.isAfter(last)) {
                  byMonth.computeIfAbsent(told, key -> new ArrayList<>()).addAll(rows);
                }
              });
    }
    List<Delivery> deliveries = new ArrayList<>();
    byMonth.forEach((month, rows) -> deliveries.add(delivery(kind, month, rows)));
    return deliveries;
  }

  private Delivery delivery(String kind, YearMonth month, List<ReturnRow> rows) {
    LocalDate received = month.atDay(DAY_OF_MONTH);
    String name = "MLK_" + kind + "_" + month;
    Layout drawn = Layout.of(setting.seed(), name, "");
    Layout layout = new Layout(drawn.format(), drawn.delimiter(), drawn.titled(), false);
    return new Delivery(form, received, name, layout, rows);
  }

  /** The rows of a unit by the month in which they are told. */
  private Map<YearMonth, List<ReturnRow>> changes(Unit unit) {
    Map<YearMonth, List<ReturnRow>> rows = new LinkedHashMap<>();
    put(rows, entryTold(unit), row(unit, unit.since(), unit.township(), unit.origin().reason()));
    unit.move()
        .ifPresent(
            move -> {
              String until = move.from().minusMonths(1).toString();
              ReturnRow left = row(unit, unit.since(), unit.township(), "迁出");
              put(rows, move.from(), left.with("until", until));
              put(rows, move.from(), row(unit, move.from(), move.township(), "迁入"));
            });
    unit.until()
        .ifPresent(
            until -> {
              ReturnRow closed = row(unit, unit.since(), unit.township(), unit.exitReason());
              put(rows, until.plusMonths(1), closed.with("until", until.toString()));
            });
    return rows;
  }

  /** Some new units report before the register hears of them; it then says since when they are. */
  private YearMonth entryTold(Unit unit) {
    boolean late =
        unit.origin() == Unit.Origin.OPENED
            && Draw.of(setting.seed(), "told", unit.form(), unit.number()).chance(TOLD_LATE);
    return unit.since().plusMonths(late ? MONTHS_LATE : 0);
  }

  private static void put(Map<YearMonth, List<ReturnRow>> rows, YearMonth told, ReturnRow row) {
    rows.computeIfAbsent(told, key -> new ArrayList<>()).add(row);
  }

  private static ReturnRow row(Unit unit, YearMonth since, String township, String reason) {
    return new ReturnRow()
        .with(CommonColumn.UNIT_CODE, unit.code())
        .with(CommonColumn.UNIT_NAME, unit.name())
        .with(CommonColumn.TOWNSHIP_CODE, township)
        .with(CommonColumn.SECTOR_CODE, unit.sector())
        .with("reported_form", unit.form())
        .with("since", since.toString())
        .with("reason", reason)
        .with("group", unit.group());
  }
}
