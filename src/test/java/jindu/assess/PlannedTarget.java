package jindu.assess;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import jindu.core.DueBasis;
import jindu.core.Target;

/** A target of 2023 for the district, due at the year's end, unless it says otherwise. */
final class PlannedTarget {

  private final String indicator;
  private final Target.Kind kind;
  private final Target.Comparator comparator;
  private final BigDecimal value;
  private LocalDate version = LocalDate.of(2021, 1, 1);
  private int year = 2023;
  private String place = PlanFixture.DISTRICT;
  private String sector = "ALL";
  private BigDecimal printedUnit = BigDecimal.ONE;
  private LocalDate deadline = LocalDate.of(2023, 12, 31);
  private boolean comparable;
  private Target.Pace pace;
  private List<BigDecimal> statedPace = List.of();
  private String preset = "";
  private boolean withdrawn;
  private BigDecimal tolerance;

  PlannedTarget(String indicator, Target.Kind kind, Target.Comparator comparator, String value) {
    this.indicator = indicator;
    this.kind = kind;
    this.comparator = comparator;
    this.value = value == null ? null : new BigDecimal(value);
  }

  PlannedTarget comparable() {
    comparable = true;
    return this;
  }

  PlannedTarget printedTo(String unit) {
    printedUnit = new BigDecimal(unit);
    return this;
  }

  PlannedTarget due(LocalDate day) {
    deadline = day;
    return this;
  }

  PlannedTarget at(String newPlace, String newSector) {
    place = newPlace;
    sector = newSector;
    return this;
  }

  PlannedTarget in(int newYear) {
    year = newYear;
    deadline = LocalDate.of(newYear, 12, 31);
    return this;
  }

  PlannedTarget since(LocalDate day) {
    version = day;
    return this;
  }

  PlannedTarget withdrawn() {
    withdrawn = true;
    return this;
  }

  PlannedTarget tolerating(String points) {
    tolerance = new BigDecimal(points);
    return this;
  }

  PlannedTarget even() {
    pace = Target.Pace.EVEN;
    return this;
  }

  PlannedTarget stated(String... percents) {
    pace = Target.Pace.STATED;
    statedPace = Stream.of(percents).map(BigDecimal::new).toList();
    return this;
  }

  PlannedTarget preset(String name) {
    preset = name;
    return this;
  }

  Target target() {
    return new Target(
        id(),
        version,
        year,
        indicator,
        place,
        sector,
        kind,
        comparator,
        value,
        null,
        printedUnit,
        deadline,
        DueBasis.PRINTED,
        comparable,
        pace,
        statedPace,
        preset,
        tolerance,
        "目标",
        "target",
        id(),
        withdrawn);
  }

  private String id() {
    return "T-" + indicator + (place.equals(PlanFixture.DISTRICT) ? "" : "-" + place);
  }
}
