package jindu.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jindu.core.Code;
import jindu.core.Target;

/**
 * The pace of a target as its cell states it: a profile's name, or the percent of the way at the
 * end of each quarter, {@code 15/40/70/100}.
 *
 * @param profile null where the cell is empty
 * @param stated one figure a quarter, empty unless the profile is stated
 */
record StatedPace(Target.Pace profile, List<BigDecimal> stated) {

  private static final Pattern FOUR_FIGURES =
      Pattern.compile("\\d{1,3}(\\.\\d{1,4})?(/\\d{1,3}(\\.\\d{1,4})?){3}");
  private static final BigDecimal WHOLE = new BigDecimal(100);

  static StatedPace read(Field field) {
    String text = field.text();
    if (field.isEmpty()) {
      return new StatedPace(null, List.of());
    }
    if (FOUR_FIGURES.matcher(text).matches()) {
      List<BigDecimal> figures = Stream.of(text.split("/")).map(BigDecimal::new).toList();
      if (!isRising(figures)) {
        field.wrong("invalid-pace");
      }
      return new StatedPace(Target.Pace.STATED, figures);
    }
    // Without its figures a stated pace says nothing, and is refused like any other word.
    Target.Pace profile = Code.find(Target.Pace.class, text).orElse(Target.Pace.STATED);
    if (profile == Target.Pace.STATED) {
      field.wrong("invalid-pace");
    }
    return new StatedPace(profile, List.of());
  }

  private static boolean isRising(List<BigDecimal> figures) {
    BigDecimal before = BigDecimal.ZERO;
    for (BigDecimal figure : figures) {
      if (figure.compareTo(before) < 0) {
        return false;
      }
      before = figure;
    }
    return before.compareTo(WHOLE) <= 0;
  }
}
