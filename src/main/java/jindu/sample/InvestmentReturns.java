package jindu.sample;

import static jindu.core.Form.ValueColumn.VALUE;
import static jindu.core.Form.ValueColumn.YTD;

import java.time.YearMonth;
import java.util.List;

/** 206-1: investment of the year is calibrated against the stored total of 2019. */
final class InvestmentReturns implements RegisteredForm {

  private static final long TEN_THOUSAND_YUAN = 10_000;

  /** The form is for projects of 5,000 万元 and more. */
  private static final long THRESHOLD = 5000;

  private final long seed;
  private final List<Unit> units;
  private final UnitSeries investment;

  InvestmentReturns(Setting setting, List<Unit> units) {
    this.seed = setting.seed();
    this.units = units;
    this.investment = new UnitSeries(seed, units, unit -> 1);
    StoredBase.calibrate(
        investment.panel(),
        setting.assumptions().line("fixed_asset_investment"),
        TEN_THOUSAND_YUAN);
  }

  @Override
  public String form() {
    return "206-1";
  }

  @Override
  public List<Unit> units() {
    return units;
  }

  /** Investment of the year by the end of a month, 万元. */
  long ytd(Unit unit, YearMonth month) {
    return investment.ytd(unit, month);
  }

  @Override
  public ReturnRow items(Unit unit, YearMonth month) {
    long ytd = ytd(unit, month);
    return new ReturnRow()
        .with("planned_total", VALUE, planned(unit))
        .with("investment", YTD, ytd)
        .with("since_start", VALUE, ytd + earlierYears(unit, month.getYear()));
  }

  /** What was done before the year; projects older than the sample bring something along. */
  private long earlierYears(Unit unit, int year) {
    Draw draw = Draw.of(seed, form(), unit.number(), "earlier");
    long earlier =
        unit.origin() == Unit.Origin.LISTED
            ? Shares.of(investment.ytd(unit, YearMonth.of(2019, 12)), draw.uniform(0.2, 1))
            : 0;
    for (int before = 2019; before < year; before++) {
      earlier += investment.ytd(unit, YearMonth.of(before, 12));
    }
    return earlier;
  }

  /** Mostly more than was ever done; a few projects overrun their plan (soft check 206-1-02). */
  private long planned(Unit unit) {
    Draw draw = Draw.of(seed, form(), unit.number(), "planned");
    long done = earlierYears(unit, 2021) + investment.ytd(unit, YearMonth.of(2021, 9));
    double slack = draw.chance(0.03) ? 0.95 : draw.uniform(1.02, 1.8);
    return Math.max(THRESHOLD, (Shares.of(done, slack) + 99) / 100 * 100);
  }
}
