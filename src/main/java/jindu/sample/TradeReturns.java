package jindu.sample;

import static jindu.core.Form.ValueColumn.PREVIOUS;
import static jindu.core.Form.ValueColumn.YTD;

import java.time.YearMonth;
import java.util.List;

/** E204-1: retail sales are calibrated; wholesale stands beside them. */
final class TradeReturns implements RegisteredForm {

  private static final long THOUSAND_YUAN = 1000;

  /** Totals come in whole 万元, so that XE-1 can make up the rest. */
  private static final long GRAIN = 10;

  private final long seed;
  private final List<Unit> units;
  private final UnitSeries retail;

  TradeReturns(Setting setting, List<Unit> units) {
    this.seed = setting.seed();
    this.units = units;
    this.retail = new UnitSeries(seed, units, unit -> isWholesale(unit) ? 0.1 : 1);
    ReportedBase.calibrate(
        retail.panel(), setting.assumptions().line("retail_above_limit"), THOUSAND_YUAN, GRAIN);
  }

  Panel<Unit> retail() {
    return retail.panel();
  }

  @Override
  public String form() {
    return "E204-1";
  }

  @Override
  public List<Unit> units() {
    return units;
  }

  @Override
  public ReturnRow items(Unit unit, YearMonth month) {
    Draw draw = Draw.of(seed, form(), unit.number(), "items");
    double wholesale =
        isWholesale(unit) ? draw.uniform(5, 14) : draw.chance(0.3) ? draw.uniform(0.01, 0.3) : 0;
    ReturnRow row = new ReturnRow();
    long ytd = retail.ytd(unit, month);
    long previous = retail.ytd(unit, month.minusYears(1));
    row.with("retail", YTD, ytd).with("retail", PREVIOUS, previous);
    long sold = Shares.of(ytd, wholesale);
    long soldBefore = Shares.of(previous, wholesale);
    row.with("wholesale", YTD, sold).with("wholesale", PREVIOUS, soldBefore);
    return row.with("sales", YTD, ytd + sold).with("sales", PREVIOUS, previous + soldBefore);
  }

  private static boolean isWholesale(Unit unit) {
    return unit.sector().startsWith("51");
  }
}
