package jindu.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jindu.core.Feed.Measure;
import jindu.core.Messages;
import jindu.run.CellPart;
import jindu.run.Explanation;
import jindu.run.Figures;
import jindu.run.PartGroup;
import jindu.run.Problem;
import jindu.run.ReturnSource;

/**
 * The parts of one measure as a table: for each state its total and its units, below a unit what
 * check found in its return. A column that says nothing is left out.
 */
final class PartLines {

  private static final List<String> COLUMNS =
      List.of(
          "unit",
          "name",
          "township",
          "sector",
          "form",
          "item",
          "period",
          "delivered",
          "ytd",
          "quarter",
          "previous-ytd",
          "source");
  private static final List<String> AMOUNTS =
      List.of("delivered", "ytd", "quarter", "previous-ytd");

  /** Told above the table where they are the same for all parts. */
  private static final List<String> COMMON = List.of("form", "item");

  private static final String INDENT = "  ";

  private final Explanation explanation;
  private final Messages messages;
  private final CatalogWords words;
  private final List<PartGroup> groups;
  private final Figures total;
  private final List<List<String>> rows = new ArrayList<>();

  /** Below each row. */
  private final List<List<String>> notes = new ArrayList<>();

  PartLines(Explanation explanation, Measure measure, Messages messages) {
    this.explanation = explanation;
    this.messages = messages;
    this.words = new CatalogWords(explanation.catalog(), messages);
    this.groups = explanation.of(measure);
    this.total = explanation.sum(measure);
    fill();
  }

  private void fill() {
    add(COLUMNS.stream().map(column -> messages.text("cli.explain-" + column)).toList(), List.of());
    for (PartGroup group : groups) {
      String state = messages.text("cli.explain-state-" + group.state());
      add(
          sum(
              messages.text("cli.explain-count", state, Long.toString(group.count())),
              group.total()),
          List.of());
      group.listed().forEach(this::add);
      if (group.others() > 0) {
        String others = messages.text("cli.explain-others", Long.toString(group.others()));
        add(sum(INDENT + others, group.othersTotal()), List.of(messages.text("cli.explain-more")));
      }
    }
    add(sum(messages.text("cli.explain-total"), total), List.of());
  }

  private void add(List<String> row, List<String> below) {
    rows.add(row);
    notes.add(below);
  }

  private static List<String> sum(String name, Figures sum) {
    return List.of(
        name,
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        Numbers.exact(sum.valueYtd()),
        Numbers.exact(sum.value()),
        Numbers.exact(sum.previousYtd()),
        "");
  }

  private void add(CellPart part) {
    Figures figures = part.figures();
    BigDecimal counted = figures.valueYtd() == null ? figures.previousYtd() : figures.valueYtd();
    boolean isOther =
        part.delivered() != null && (counted == null || counted.compareTo(part.delivered()) != 0);
    boolean isWhole = explanation.cell().place().equals(explanation.catalog().district().code());
    add(
        List.of(
            INDENT + (part.unit() == null ? "" : part.unit()),
            part.source().map(ReturnSource::unitName).orElse(""),
            isWhole ? words.place(part.place()) : "",
            part.sector() == null ? "" : part.sector(),
            part.form(),
            words.item(part.form(), part.item()),
            part.period() == null ? "" : part.period(),
            isOther ? Numbers.exact(part.delivered()) : "",
            Numbers.exact(figures.valueYtd()),
            Numbers.exact(figures.value()),
            Numbers.exact(figures.previousYtd()),
            part.source().map(this::where).orElse("")),
        part.source().map(this::findings).orElse(List.of()));
  }

  private String where(ReturnSource source) {
    String row = Integer.toString(source.row());
    String place =
        source.sheet().isEmpty()
            ? messages.text("cli.explain-row", source.path(), row)
            : messages.text("cli.explain-sheet-row", source.path(), source.sheet(), row);
    return messages.text("cli.explain-received", place, source.received().toString());
  }

  private List<String> findings(ReturnSource source) {
    Stream<String> found = source.flags().stream().map((Problem flag) -> flag.text(messages));
    Stream<String> explained =
        Stream.ofNullable(source.explanation())
            .map(text -> messages.text("cli.check-explanation", text));
    return Stream.concat(found, explained).toList();
  }

  /** What all parts have in common, form and item; empty where they have not. */
  String common() {
    return COMMON.stream()
        .map(column -> said(COLUMNS.indexOf(column)))
        .filter(said -> said.size() == 1)
        .flatMap(Set::stream)
        .collect(Collectors.joining(" "));
  }

  /** The columns in which some part says something that does not hold for all. */
  private List<Integer> told() {
    return IntStream.range(0, COLUMNS.size())
        .filter(column -> said(column).size() > (COMMON.contains(COLUMNS.get(column)) ? 1 : 0))
        .boxed()
        .toList();
  }

  private Set<String> said(int column) {
    return rows.stream()
        .skip(1)
        .map(row -> row.get(column))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.toSet());
  }

  List<String> lines() {
    List<Integer> told = told();
    TextTable table =
        new TextTable(told.stream().map(column -> AMOUNTS.contains(COLUMNS.get(column))).toList());
    rows.forEach(row -> table.add(told.stream().map(row::get).toList()));
    List<String> tableLines = table.lines();
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      lines.add(tableLines.get(row));
      notes.get(row).forEach(note -> lines.add(INDENT + INDENT + note));
    }
    return lines;
  }
}
