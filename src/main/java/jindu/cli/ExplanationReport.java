package jindu.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import jindu.core.Feed.Measure;
import jindu.core.Indicator;
import jindu.core.Indicator.Kind;
import jindu.core.Messages;
import jindu.core.VisibleText;
import jindu.run.Explanation;
import jindu.run.Move;

/** Why a number is what it is, as the statistician who is asked for it reads it on a terminal. */
final class ExplanationReport {

  /** A township's figure may be small in the unit in which people read the district's. */
  private static final int MORE_DECIMALS = 2;

  private final Explanation explanation;
  private final Indicator indicator;
  private final Messages messages;
  private final CatalogWords words;

  ExplanationReport(Explanation explanation, Messages messages) {
    this.explanation = explanation;
    this.indicator = explanation.indicator();
    this.messages = messages;
    this.words = new CatalogWords(explanation.catalog(), messages);
  }

  void print(PrintWriter out) {
    out.println(title());
    out.println(messages.text("cli.explain-internal"));
    if (!explanation.withReference()) {
      out.println(messages.text("cli.explain-reference-changed"));
    }
    out.println();
    figures().lines().forEach(out::println);
    for (Measure measure : Measure.values()) {
      if (!explanation.of(measure).isEmpty()) {
        out.println();
        PartLines parts = new PartLines(explanation, measure, messages);
        out.println((measureTitle(measure) + "  " + parts.common()).strip());
        parts.lines().forEach(line -> out.println(VisibleText.of(line)));
        other(measure).forEach(out::println);
      }
    }
    out.println();
    moves().forEach(out::println);
  }

  private String title() {
    String status = explanation.status();
    return messages.text(
        "cli.explain-title",
        words.indicator(indicator),
        indicator.code(),
        words.place(explanation.cell().place()),
        words.sector(explanation.cell().sector()),
        explanation.cell().quarter(),
        explanation.asOf(),
        messages.text("cli.explain-status-" + status));
  }

  private TextTable figures() {
    TextTable table = new TextTable(List.of(false, true));
    add(table, "ytd", explanation.figures().valueYtd());
    add(table, "quarter", explanation.figures().value());
    add(table, "previous-ytd", explanation.figures().previousYtd());
    add(table, "previous", explanation.figures().previous());
    return table;
  }

  private void add(TextTable table, String name, BigDecimal amount) {
    table.add(List.of(messages.text("cli.explain-" + name), display(amount)));
  }

  private String display(BigDecimal amount) {
    if (amount == null) {
      return Numbers.NOTHING;
    }
    String exact = Numbers.exact(amount) + " " + words.unit(indicator);
    if (indicator.displayFactor().compareTo(BigDecimal.ONE) == 0) {
      return exact;
    }
    BigDecimal read =
        amount.divide(
            indicator.displayFactor(),
            indicator.displayDecimals() + MORE_DECIMALS,
            RoundingMode.HALF_UP);
    return messages.text(
        "cli.explain-display", exact, Numbers.exact(read), indicator.displayUnit());
  }

  private String measureTitle(Measure measure) {
    String unit = words.unit(indicator);
    if (indicator.kind() == Kind.RATE) {
      Indicator side = side(measure);
      String line = measure == Measure.NOMINAL ? "numerator" : "denominator";
      return messages.text("cli.explain-" + line, words.indicator(side), words.unit(side));
    }
    if (indicator.kind() == Kind.MEAN) {
      String line = measure == Measure.NOMINAL ? "mean-numerator" : "mean-denominator";
      return messages.text("cli.explain-" + line, unit);
    }
    return messages.text("cli.explain-" + measure.code(), unit);
  }

  /** The indicator above or below the line of a rate. */
  private Indicator side(Measure measure) {
    String code = measure == Measure.NOMINAL ? indicator.numerator() : indicator.denominator();
    return explanation.catalog().indicators().get(code);
  }

  private Stream<String> other(Measure measure) {
    if (indicator.kind() != Kind.RATE) {
      return Stream.empty();
    }
    String cell =
        String.join(
            " ",
            side(measure).code(),
            explanation.cell().place(),
            explanation.cell().sector(),
            explanation.cell().quarter().toString());
    return Stream.of(messages.text("cli.explain-other-indicator", cell));
  }

  private Stream<String> moves() {
    if (explanation.lastPublication().isEmpty()) {
      return Stream.of(messages.text("cli.explain-no-publication"));
    }
    List<Move> moves = explanation.moves();
    if (moves.isEmpty()) {
      return Stream.of(messages.text("cli.explain-never-published"));
    }
    Stream<String> all =
        Stream.concat(
            Stream.of(messages.text("cli.explain-moves", words.unit(indicator))),
            MoveLines.of(moves, messages).lines().stream());
    boolean isMoved = moves.get(moves.size() - 1).publication().isEmpty();
    return isMoved
        ? all
        : Stream.concat(
            all,
            Stream.of(
                messages.text("cli.explain-unmoved", explanation.lastPublication().orElseThrow())));
  }
}
