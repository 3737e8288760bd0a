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
import jindu.core.Place;
import jindu.core.Sector;
import jindu.core.VisibleText;
import jindu.run.Explanation;
import jindu.run.Move;

/** Why a number is what it is, as the statistician who is asked for it reads it on a terminal. */
final class ExplanationReport {

  private final Explanation explanation;
  private final Indicator indicator;
  private final Messages messages;

  ExplanationReport(Explanation explanation, Messages messages) {
    this.explanation = explanation;
    this.indicator = explanation.indicator();
    this.messages = messages;
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
        out.println(measureTitle(measure));
        new PartLines(explanation, measure, messages)
            .lines()
            .forEach(line -> out.println(VisibleText.of(line)));
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
        name(indicator),
        indicator.code(),
        place(),
        sector(),
        explanation.cell().quarter(),
        explanation.asOf(),
        messages.text("cli.explain-status-" + status));
  }

  private String place() {
    return explanation.catalog().places().stream()
        .filter(place -> place.code().equals(explanation.cell().place()))
        .map(this::name)
        .findFirst()
        .orElse(explanation.cell().place());
  }

  private String sector() {
    String code = explanation.cell().sector();
    if (code.equals(Sector.ALL)) {
      return messages.text("cli.explain-all-sectors");
    }
    Sector sector = explanation.catalog().sectors().get(code);
    return sector == null
        ? code
        : code + " " + (messages.isChinese() ? sector.nameZh() : sector.nameEn());
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
    String exact = Numbers.exact(amount) + " " + indicator.unit();
    if (indicator.displayFactor().compareTo(BigDecimal.ONE) == 0) {
      return exact;
    }
    BigDecimal read =
        amount.divide(indicator.displayFactor(), indicator.displayDecimals(), RoundingMode.HALF_UP);
    return messages.text(
        "cli.explain-display", exact, Numbers.exact(read), indicator.displayUnit());
  }

  private String measureTitle(Measure measure) {
    String unit = indicator.unit();
    if (indicator.kind() == Kind.RATE) {
      Indicator side = side(measure);
      String line = measure == Measure.NOMINAL ? "numerator" : "denominator";
      return messages.text("cli.explain-" + line, name(side), side.unit());
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
            Stream.of(messages.text("cli.explain-moves", indicator.unit())),
            MoveLines.of(moves, messages).lines().stream());
    boolean isMoved = moves.get(moves.size() - 1).publication().isEmpty();
    return isMoved
        ? all
        : Stream.concat(
            all,
            Stream.of(
                messages.text("cli.explain-unmoved", explanation.lastPublication().orElseThrow())));
  }

  private String name(Indicator named) {
    return messages.isChinese() ? named.titleZh() : named.titleEn();
  }

  private String name(Place place) {
    return messages.isChinese() ? place.nameZh() : place.nameEn();
  }
}
