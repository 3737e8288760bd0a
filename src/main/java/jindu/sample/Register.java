package jindu.sample;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jindu.core.Place;
import jindu.sample.Unit.Move;
import jindu.sample.Unit.Origin;

/** Draws the units of each form: where, in what class, how large, since when and until when. */
final class Register {

  /** Larger units neither enter, leave nor move: one of them would bend the district's growth. */
  private static final double LARGEST_MOVER = 6;

  private static final double GROUP_CHANCE = 0.04;
  private static final int GROUPS = 6;

  private static final List<YearMonth> OPENINGS =
      months("2019-07", "2020-04", "2020-07", "2021-04", "2021-07");
  private static final List<YearMonth> GROWINGS = months("2020-01", "2021-01");
  private static final List<YearMonth> CLOSINGS =
      months("2019-06", "2019-12", "2020-12", "2021-03", "2021-06");
  private static final List<YearMonth> MOVES =
      months("2019-07", "2020-05", "2020-10", "2021-03", "2021-08");
  private static final List<String> EXITS = List.of("注销", "停产", "退出规模");

  private final Setting setting;

  Register(Setting setting) {
    this.setting = setting;
  }

  /** The enterprises that report a form, in the order of their numbers. */
  List<Unit> enterprises(String form) {
    return units(form, false);
  }

  /** The investment projects that report a form; each ends with a year. */
  List<Unit> projects(String form) {
    return units(form, true);
  }

  private List<Unit> units(String form, boolean projects) {
    Document shape = setting.assumptions().units(form);
    int count = setting.options().units() * shape.integer("share") / 100;
    Map<String, Double> places =
        setting.assumptions().placeWeights(shape.text("places"), setting.townships());
    Map<String, Double> classes = shape.weights("classes");
    requireKnown(form, classes);
    List<Unit> units = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      Draw draw = Draw.of(setting.seed(), form, number);
      String sector = draw.weighted(classes);
      // The first units go round and stay, so that no township is ever empty; the others follow the
      // weights.
      String township =
          number < places.size() ? List.copyOf(places.keySet()).get(number) : draw.weighted(places);
      double size =
          draw.pareto(
              shape.number("exponent").doubleValue(), shape.number("largest").doubleValue());
      units.add(
          projects
              ? project(form, number, draw, shape, sector, township, size)
              : enterprise(form, number, draw, shape, sector, township, size));
    }
    return Collections.unmodifiableList(units);
  }

  private Unit enterprise(
      String form,
      int number,
      Draw draw,
      Document shape,
      String sector,
      String township,
      double size) {
    String code = UnitCodes.enterprise(draw);
    String name = UnitNames.enterprise(draw, shape.texts("kinds"));
    String group =
        draw.chance(GROUP_CHANCE)
            ? String.format(Locale.ROOT, "JT%02d", draw.integer(1, GROUPS))
            : "";
    boolean stays = size > LARGEST_MOVER || number < setting.townships().size();
    double fate = stays ? 100 : draw.uniform(0, 100);
    Origin origin = Origin.LISTED;
    YearMonth since = YearMonth.of(draw.integer(2012, 2018), 1);
    Optional<YearMonth> until = Optional.empty();
    Optional<Move> move = Optional.empty();
    double grown = shape.number("grown").doubleValue();
    double opened = grown + shape.number("opened").doubleValue();
    double closed = opened + shape.number("closed").doubleValue();
    double moved = closed + shape.number("moved").doubleValue();
    if (fate < grown) {
      origin = Origin.GROWN;
      since = draw.pick(GROWINGS);
    } else if (fate < opened) {
      origin = Origin.OPENED;
      since = draw.pick(OPENINGS);
    } else if (fate < closed) {
      until = Optional.of(draw.pick(CLOSINGS));
    } else if (fate < moved) {
      move = Optional.of(new Move(draw.pick(MOVES), otherTownship(draw, township)));
    }
    return new Unit(
        form,
        number,
        code,
        name,
        sector,
        township,
        size,
        since,
        until,
        origin,
        draw.pick(EXITS),
        group,
        move);
  }

  private Unit project(
      String form,
      int number,
      Draw draw,
      Document shape,
      String sector,
      String township,
      double size) {
    boolean listed = draw.chance(0.3);
    YearMonth since =
        listed
            ? YearMonth.of(draw.integer(2017, 2018), 4)
            : YearMonth.of(draw.integer(2019, 2021), 3 * draw.integer(0, 2) + 1);
    int end = (listed ? 2018 : since.getYear()) + draw.integer(1, 3);
    return new Unit(
        form,
        number,
        UnitCodes.project(draw, since.getYear(), sector, number),
        UnitNames.project(draw, shape.texts("kinds")),
        sector,
        township,
        size,
        since,
        end > 2021 ? Optional.empty() : Optional.of(YearMonth.of(end, 12)),
        listed ? Origin.LISTED : Origin.STARTED,
        "竣工",
        "",
        Optional.empty());
  }

  private String otherTownship(Draw draw, String township) {
    return draw.pick(
        setting.townships().stream()
            .map(Place::code)
            .filter(code -> !code.equals(township))
            .toList());
  }

  private void requireKnown(String form, Map<String, Double> classes) {
    List<String> unknown =
        classes.keySet().stream()
            .filter(code -> !setting.catalog().sectors().containsKey(code))
            .toList();
    if (!unknown.isEmpty()) {
      throw new IllegalStateException(
          "Cannot make the sample of "
              + form
              + ": the catalog's sectors.csv has no "
              + unknown
              + ".");
    }
  }

  private static List<YearMonth> months(String... texts) {
    return Arrays.stream(texts).map(YearMonth::parse).toList();
  }
}
