package jindu.sample;

import java.util.List;

/**
 * How a file looks.
 *
 * @param delimiter between the fields of a CSV file
 * @param titled whether 表号, 表名 and 单位 stand above the header
 * @param coded whether headers name items by code instead of by Chinese name
 */
record Layout(DeliveryFormat format, char delimiter, boolean titled, boolean coded) {

  /** What every reader of the format takes: the header first and in Chinese. */
  static Layout plain(DeliveryFormat format) {
    return new Layout(format, ',', false, false);
  }

  /** The layout that a form and period always come in. */
  static Layout of(long seed, String form, String period) {
    Draw draw = Draw.of(seed, "layout", form, period);
    DeliveryFormat format = draw.pick(List.of(DeliveryFormat.values()));
    char delimiter =
        switch (draw.integer(0, 7)) {
          case 0 -> '\t';
          case 1 -> ';';
          default -> ',';
        };
    boolean titled =
        format == DeliveryFormat.XLSX || (format == DeliveryFormat.GB18030 && draw.chance(0.5));
    return new Layout(format, delimiter, titled, draw.chance(0.12));
  }
}
