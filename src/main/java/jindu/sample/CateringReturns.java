package jindu.sample;

import static jindu.core.Form.ValueColumn.PREVIOUS;
import static jindu.core.Form.ValueColumn.YTD;

import java.time.YearMonth;
import java.util.List;
import jindu.core.Form.ValueColumn;

/** S204-1: meals and goods together are calibrated; rooms and the rest of turnover follow. */
final class CateringReturns implements RegisteredForm {

  private static final long THOUSAND_YUAN = 1000;
  private static final long GRAIN = 10;
  private static final double OTHER_TURNOVER = 0.03;

  private final long seed;
  private final List<Unit> units;
  private final UnitSeries consumption;

  CateringReturns(Setting setting, List<Unit> units) {
    this.seed = setting.seed();
    this.units = units;
    this.consumption = new UnitSeries(seed, units, unit -> 1);
    ReportedBase.calibrate(
        consumption.panel(), setting.assumptions().line("meals_and_goods"), THOUSAND_YUAN, GRAIN);
  }

  /** Meals and goods. */
  Panel<Unit> consumption() {
    return consumption.panel();
  }

  @Override
  public String form() {
    return "S204-1";
  }

  @Override
  public List<Unit> units() {
    return units;
  }

  @Override
  public ReturnRow items(Unit unit, YearMonth month) {
    ReturnRow row = new ReturnRow();
    put(row, unit, YTD, consumption.ytd(unit, month));
    put(row, unit, PREVIOUS, consumption.ytd(unit, month.minusYears(1)));
    return row;
  }

  private void put(ReturnRow row, Unit unit, ValueColumn column, long total) {
    Draw draw = Draw.of(seed, form(), unit.number(), "items");
    long meals = Shares.of(total, draw.uniform(0.82, 0.99));
    long rooms = unit.sector().startsWith("61") ? Shares.of(total, draw.uniform(0.8, 2.2)) : 0;
    row.with("meals", column, meals).with("goods", column, total - meals);
    row.with("rooms", column, rooms);
    row.with("turnover", column, total + rooms + Shares.of(total, OTHER_TURNOVER));
  }
}
