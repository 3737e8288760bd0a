package jindu.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import jindu.catalog.Catalog;
import jindu.core.Form;
import jindu.core.Form.Frequency;
import jindu.core.Place;

/** What every generator works from. */
record Setting(Catalog catalog, Assumptions assumptions, SampleOptions options) {

  /** Days after the last quarter until which something may still arrive. */
  private static final int DAYS_OPEN = 36;

  long seed() {
    return options.seed();
  }

  Form form(String code) {
    Form form = catalog.forms().get(code);
    if (form == null) {
      throw new IllegalStateException(
          "Cannot make the sample: the catalog has no form " + code + ".");
    }
    return form;
  }

  List<Place> townships() {
    return catalog.places().stream().filter(place -> place.kind() == Place.Kind.TOWNSHIP).toList();
  }

  /** The code of 区本级, under which figures of the district alone are delivered. */
  String districtLevel() {
    return catalog.places().stream()
        .filter(place -> place.kind() == Place.Kind.REMAINDER)
        .map(Place::code)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Missing remainder in townships.csv."));
  }

  /** The periods of a form, each as its last month. */
  List<YearMonth> periods(Form form) {
    YearMonth first = YearMonth.from(options.from().firstDay());
    YearMonth last = options.to().lastMonth();
    return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
        .filter(month -> isPeriod(form.frequency(), month))
        .toList();
  }

  /** After this day nothing arrives any more. */
  LocalDate closingDay() {
    return options.to().lastDay().plusDays(DAYS_OPEN);
  }

  private static boolean isPeriod(Frequency frequency, YearMonth month) {
    return switch (frequency) {
      case MONTHLY -> true;
      case MONTHLY_FROM_FEBRUARY -> month.getMonthValue() != 1;
      case QUARTERLY -> month.getMonthValue() % 3 == 0;
      case AS_IT_HAPPENS -> false;
    };
  }
}
