package jindu.publish.workbook;

import java.util.List;
import jindu.core.Lamp;

/** The order of lamps for who has to act: red, yellow, grey, green. */
final class WorstFirst {

  private static final List<String> ORDER =
      List.of(Lamp.RED.code(), Lamp.YELLOW.code(), Lamp.GREY.code(), Lamp.GREEN.code());

  private WorstFirst() {}

  static int place(String lamp) {
    return ORDER.indexOf(lamp);
  }
}
