package jindu.sample;

import static jindu.core.Form.ValueColumn.VALUE;
import static jindu.core.Form.ValueColumn.YTD;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import jindu.core.CommonColumn;
import jindu.core.Form;
import jindu.sample.KeyProjectList.Figures;

/** ZD-1: the district's ledger of key projects, provincial and municipal ones apart. */
final class KeyProjectReturns {

  /** Every so many key projects is an investment project of 206-1 under the same code. */
  private static final int SHARED = 2;

  /** What a drawn project is large on the average: the sizes of the others are measured by it. */
  private static final double MEAN_SIZE = 4.5;

  private static final String UPPER = "provincial_municipal";
  private static final String SHAPE = "206-1";
  private static final List<String> STAGES = List.of("启动", "开工", "开工", "开工", "竣工", "投用");

  private final Setting setting;
  private final List<KeyProjectList> lists;

  /**
   * Calibrates the ledger.
   *
   * @param investments the projects of 206-1, some of which are key projects
   */
  KeyProjectReturns(Setting setting, InvestmentReturns investments) {
    this.setting = setting;
    Map<Integer, Figures> upper = new TreeMap<>();
    Map<Integer, Figures> district = new TreeMap<>();
    for (int year : List.of(2019, 2020, 2021)) {
      Document document = setting.assumptions().keyProjects(year);
      Figures part = Figures.of(document.child(UPPER));
      upper.put(year, part);
      district.put(year, Figures.of(document.child("all")).less(part));
    }
    List<Unit> free = new ArrayList<>(investments.units());
    this.lists =
        List.of(
            list(
                upper,
                shared(UPPER, investments, free, upper),
                number -> number % 3 == 0 ? "省" : "市"),
            list(district, shared("district", investments, free, district), number -> "区"));
  }

  private SharedProjects shared(
      String list, InvestmentReturns investments, List<Unit> free, Map<Integer, Figures> figures) {
    return new SharedProjects(
        setting, investments, free, figures, setting.assumptions().inStatistics(list));
  }

  private KeyProjectList list(
      Map<Integer, Figures> figures, SharedProjects shared, IntFunction<String> tiers) {
    return new KeyProjectList(
        setting.seed(),
        figures,
        (number, years) -> {
          String tier = tiers.apply(number);
          Optional<SharedProjects.Shared> found =
              number % SHARED == 0 ? shared.next(years) : Optional.empty();
          return found
              .map(project -> project(project, tier, figures))
              .orElseGet(() -> project(number, tier));
        });
  }

  /** As large in its list as what it does is in what the list does. */
  private static KeyProject project(
      SharedProjects.Shared shared, String tier, Map<Integer, Figures> figures) {
    Unit unit = shared.unit();
    double size =
        shared.done().entrySet().stream()
            .mapToDouble(
                year -> {
                  Figures figure = figures.get(year.getKey());
                  int last = figure.done().size() - 1;
                  double part =
                      (double) year.getValue()[last]
                          / KeyProjectList.tenThousands(figure.done().get(last));
                  return part * figure.count() * MEAN_SIZE;
                })
            .max()
            .orElse(MEAN_SIZE);
    return new KeyProject(
        unit.code(), unit.name(), unit.township(), unit.sector(), tier, size, shared.done());
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
    int year = month.getYear();
    long done = series.atMonth(year, month.getMonthValue());
    ReturnRow row = new ReturnRow();
    NotCounted.of(setting, project.code())
        .shares()
        .forEach((item, share) -> row.with(item, YTD, Shares.of(done, share)));
    stageDue(project, year).ifPresent(day -> row.with("stage_due", day));
    return row.with(
            CommonColumn.PERIOD,
            PeriodText.of(setting.seed(), form.code(), form.frequency(), month))
        .with(CommonColumn.UNIT_CODE, project.code())
        .with(CommonColumn.UNIT_NAME, project.name())
        .with(CommonColumn.TOWNSHIP_CODE, project.township())
        .with(CommonColumn.SECTOR_CODE, project.sector())
        .with("total_investment", VALUE, project.total())
        .with("annual_plan", VALUE, project.plan(year))
        .with("investment", YTD, done)
        .with("since_start", VALUE, done + earlierYears(series, year))
        .with("tier", project.tier())
        .with("stage", stage(done, project.plan(year)));
  }

  private static long earlierYears(Series<KeyProject> series, int year) {
    long earlier = 0;
    for (int before = 2019; before < year; before++) {
      earlier += series.owner().isListedIn(before) ? series.at(before, 4) : 0;
    }
    return earlier;
  }

  /** The ledger names the day for some projects only; few of them before the year's end. */
  private Optional<String> stageDue(KeyProject project, int year) {
    Document due = setting.assumptions().stageDue();
    Draw draw = Draw.of(setting.seed(), "stage due", project.code(), year);
    if (draw.chance(due.number("in_year").doubleValue() / 100)) {
      return Optional.of(year + "-" + draw.pick(due.texts("days")));
    }
    return draw.chance(due.number("at_year_end").doubleValue() / 100)
        ? Optional.of(year + "-12-31")
        : Optional.empty();
  }

  private static String stage(long done, long plan) {
    int step = (int) Math.min(STAGES.size() - 1, done * STAGES.size() / Math.max(1, plan * 6 / 5));
    return STAGES.get(step);
  }

  private KeyProject project(int number, String tier) {
    boolean district = tier.equals("区");
    Draw draw = Draw.of(setting.seed(), "ZD-1", district, number);
    double size = draw.pareto(1.1, 80);
    Document shape = setting.assumptions().units(SHAPE);
    String sector = draw.weighted(shape.weights("classes"));
    int year = draw.integer(2015, 2018);
    String code = UnitCodes.project(draw, year, sector, 500_000 + number + (district ? 1000 : 0));
    String name = UnitNames.project(draw, shape.texts("kinds"));
    Map<String, Double> places =
        setting.assumptions().placeWeights(shape.text("places"), setting.townships());
    return new KeyProject(code, name, draw.weighted(places), sector, tier, size, Map.of());
  }
}
