package jindu.sample;

import static jindu.core.Form.ValueColumn.VALUE;
import static jindu.core.Form.ValueColumn.YTD;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jindu.core.CommonColumn;
import jindu.core.Form;
import jindu.sample.KeyProjectList.Figures;

/** ZD-1: the district's ledger of key projects, provincial and municipal ones apart. */
final class KeyProjectReturns {

  /** Every so many key projects is an investment project of 206-1 under the same code. */
  private static final int SHARED = 3;

  private static final String SHAPE = "206-1";
  private static final List<String> STAGES = List.of("启动", "开工", "开工", "开工", "竣工", "投用");

  private final Setting setting;
  private final List<Unit> investments;
  private final List<KeyProjectList> lists;

  /**
   * Calibrates the ledger.
   *
   * @param investments the projects of 206-1, some of which are key projects
   */
  KeyProjectReturns(Setting setting, List<Unit> investments) {
    this.setting = setting;
    this.investments = investments;
    Map<Integer, Figures> upper = new TreeMap<>();
    Map<Integer, Figures> district = new TreeMap<>();
    for (int year : List.of(2019, 2020, 2021)) {
      Document document = setting.assumptions().keyProjects(year);
      Figures part = Figures.of(document.child("provincial_municipal"));
      upper.put(year, part);
      district.put(year, Figures.of(document.child("all")).less(part));
    }
    this.lists =
        List.of(
            new KeyProjectList(
                setting.seed(), upper, number -> project(number, number % 3 == 0 ? "省" : "市")),
            new KeyProjectList(setting.seed(), district, number -> project(number, "区")));
  }

  List<Delivery> all() {
    Form form = setting.form("ZD-1");
    return new PlainDeliveries(setting, form).all(month -> rows(form, month));
  }

  private List<ReturnRow> rows(Form form, YearMonth month) {
    List<ReturnRow> rows = new ArrayList<>();
    for (KeyProjectList list : lists) {
      for (Series<KeyProject> series : list.members()) {
        if (series.owner().isListedIn(month.getYear())) {
          rows.add(row(form, series, month));
        }
      }
    }
    return rows;
  }

  private ReturnRow row(Form form, Series<KeyProject> series, YearMonth month) {
    KeyProject project = series.owner();
    long done = series.atMonth(month.getYear(), month.getMonthValue());
    return new ReturnRow()
        .with(
            CommonColumn.PERIOD,
            PeriodText.of(setting.seed(), form.code(), form.frequency(), month))
        .with(CommonColumn.UNIT_CODE, project.code())
        .with(CommonColumn.UNIT_NAME, project.name())
        .with(CommonColumn.TOWNSHIP_CODE, project.township())
        .with(CommonColumn.SECTOR_CODE, project.sector())
        .with("total_investment", VALUE, project.total())
        .with("annual_plan", VALUE, project.plan(month.getYear()))
        .with("investment", YTD, done)
        .with("tier", project.tier())
        .with("stage", stage(done, project.plan(month.getYear())));
  }

  private static String stage(long done, long plan) {
    int step = (int) Math.min(STAGES.size() - 1, done * STAGES.size() / Math.max(1, plan * 6 / 5));
    return STAGES.get(step);
  }

  private KeyProject project(int number, String tier) {
    boolean district = tier.equals("区");
    Draw draw = Draw.of(setting.seed(), "ZD-1", district, number);
    double size = draw.pareto(1.1, 80);
    int shared = number / SHARED;
    if (district && number % SHARED == 0 && shared < investments.size()) {
      Unit unit = investments.get(shared);
      return new KeyProject(unit.code(), unit.name(), unit.township(), unit.sector(), tier, size);
    }
    Document shape = setting.assumptions().units(SHAPE);
    String sector = draw.weighted(shape.weights("classes"));
    int year = draw.integer(2015, 2018);
    String code = UnitCodes.project(draw, year, sector, 500_000 + number + (district ? 1000 : 0));
    String name = UnitNames.project(draw, shape.texts("kinds"));
    Map<String, Double> places =
        setting.assumptions().placeWeights(shape.text("places"), setting.townships());
    return new KeyProject(code, name, draw.weighted(places), sector, tier, size);
  }
}
