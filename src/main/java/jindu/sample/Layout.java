package jindu.sample;

import java.util.List;

/**
 * How a file looks.
 *
 * @param delimiter between the fields of a CSV file
 * @param titled whether 表号, 表名 and 单位 stand above the header
 * @param coded whether headers name items by code instead of by Chinese name
 */
record Layout(Format format, char delimiter, boolean titled, boolean coded) {

  /** File formats and their encodings. */
  enum Format {
    UTF_8("csv"),
    UTF_8_MARKED("csv"),
    GB18030("csv"),
    XLSX("xlsx");

    private final String ending;

    Format(String ending) {
      this.ending = ending;
    }

    String ending() {
      return ending;
    }
  }

  /** What every reader of CSV takes. */
  static final Layout PLAIN = new Layout(Format.UTF_8, ',', false, false);

  /** The layout that a form and period always come in. */
  static Layout of(long seed, String form, String period) {
    Draw draw = Draw.of(seed, "layout", form, period);
    Format format = draw.pick(List.of(Format.values()));
    char delimiter =
        switch (draw.integer(0, 7)) {
          case 0 -> '\t';
          case 1 -> ';';
          default -> ',';
        };
    boolean titled = format == Format.XLSX || (format == Format.GB18030 && draw.chance(0.5));
    return new Layout(format, delimiter, titled, draw.chance(0.12));
  }
}
