package jindu.cli;

import java.util.List;
import jindu.core.Messages;
import jindu.run.Move;

/** A number's way from its first publication to now, one line a cause. */
final class MoveLines {

  private MoveLines() {}

  static TextTable of(List<Move> moves, Messages messages) {
    TextTable table = new TextTable(List.of(false, false, true, true, true));
    table.add(
        List.of(
            messages.text("cli.explain-publication"),
            messages.text("cli.explain-cause"),
            messages.text("cli.explain-units"),
            messages.text("cli.explain-amount"),
            messages.text("cli.explain-reached")));
    for (Move move : moves) {
      String publication =
          move.publication().orElseGet(() -> messages.text("cli.explain-not-yet-published"));
      if (move.lines().isEmpty()) {
        table.add(List.of(publication, cause("first", messages), "", "", reached(move)));
      }
      for (int line = 0; line < move.lines().size(); line++) {
        Move.Line told = move.lines().get(line);
        table.add(
            List.of(
                line == 0 ? publication : "",
                cause(told.cause(), messages),
                Long.toString(told.units()),
                Numbers.change(told.amount()),
                line == move.lines().size() - 1 ? reached(move) : ""));
      }
    }
    return table;
  }

  private static String cause(String cause, Messages messages) {
    return messages.text("cli.explain-cause-" + cause);
  }

  private static String reached(Move move) {
    return Numbers.exact(move.reached());
  }
}
