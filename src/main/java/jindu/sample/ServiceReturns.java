package jindu.sample;

import static jindu.core.Form.ValueColumn.PREVIOUS;
import static jindu.core.Form.ValueColumn.YTD;

import java.time.YearMonth;
import java.util.List;
import jindu.core.Form.ValueColumn;

/** F203: revenue is calibrated; payroll and operating profit are parts of it. */
final class ServiceReturns implements RegisteredForm {

  private static final long THOUSAND_YUAN = 1000;
  private static final double LOSS_CHANCE = 0.04;

  private final long seed;
  private final List<Unit> units;
  private final UnitSeries revenue;

  ServiceReturns(Setting setting, List<Unit> units) {
    this.seed = setting.seed();
    this.units = units;
    this.revenue = new UnitSeries(seed, units, unit -> 1);
    ReportedBase.calibrate(
        revenue.panel(), setting.assumptions().line("services_revenue"), THOUSAND_YUAN, 1);
  }

  @Override
  public String form() {
    return "F203";
  }

  @Override
  public List<Unit> units() {
    return units;
  }

  @Override
  public ReturnRow items(Unit unit, YearMonth month) {
    ReturnRow row = new ReturnRow();
    put(row, unit, YTD, revenue.ytd(unit, month));
    put(row, unit, PREVIOUS, revenue.ytd(unit, month.minusYears(1)));
    return row;
  }

  private void put(ReturnRow row, Unit unit, ValueColumn column, long total) {
    Draw draw = Draw.of(seed, form(), unit.number(), "items");
    double payroll = draw.uniform(0.12, 0.5);
    double profit = draw.chance(LOSS_CHANCE) ? -draw.uniform(0.02, 0.1) : draw.uniform(0.01, 0.2);
    row.with("revenue", column, total);
    row.with("payroll", column, Shares.of(total, payroll));
    row.with("operating_profit", column, Shares.of(total, profit));
  }
}
