package jindu.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import jindu.core.Quarter;
import jindu.core.Reconciliation;
import jindu.core.Reconciliation.Kind;
import jindu.core.Reconciliation.Side;
import jindu.core.Reconciliation.Term;
import jindu.core.Sector;

/** Reads {@code reconciliation.csv}: which figures are laid side by side. */
final class ReconciliationReader {

  static final String FILE = "reconciliation.csv";
  static final List<String> COLUMNS =
      List.of(
          "quantity",
          "quarter",
          "relation",
          "kind_a",
          "source_a",
          "value_a",
          "kind_b",
          "source_b",
          "value_b",
          "unit",
          "bridge",
          "title_zh",
          "title_en",
          "reason_zh",
          "reason_en",
          "source");

  private static final Set<String> COARSE_SECTORS = Set.of(Sector.ALL, "P1", "P2", "P3");
  private static final String BETWEEN = Pattern.quote(Reconciliation.AND);

  private final KnownCodes indicators;
  private final KnownCodes sectors;

  private ReconciliationReader(KnownCodes indicators, KnownCodes sectors) {
    this.indicators = indicators;
    this.sectors = sectors;
  }

  static List<Reconciliation> read(
      CsvTable table, KnownCodes indicators, KnownCodes sectors, Mistakes mistakes) {
    table.requireUnique("quantity", "quarter", "source_a", "source_b");
    requireOneSpan(table);
    ReconciliationReader reader = new ReconciliationReader(indicators, sectors);
    List<Reconciliation> reconciliations = new ArrayList<>();
    for (CsvRow row : table.rows()) {
      mistakes.whenSound(() -> reader.reconciliation(row)).ifPresent(reconciliations::add);
    }
    return List.copyOf(reconciliations);
  }

  /** Figures compared in every quarter are not compared in one quarter again. */
  private static void requireOneSpan(CsvTable table) {
    Map<String, Integer> always = new HashMap<>();
    for (CsvRow row : table.rows()) {
      if (row.field("quarter").isEmpty()) {
        always.putIfAbsent(sources(row), row.at().line());
      }
    }
    for (CsvRow row : table.rows()) {
      Integer line = always.get(sources(row));
      if (line != null && !row.field("quarter").isEmpty()) {
        row.wrong("duplicate", "quantity source_a source_b", sources(row), line);
      }
    }
  }

  private static String sources(CsvRow row) {
    return String.join(
        " ",
        row.field("quantity").text(),
        row.field("source_a").text(),
        row.field("source_b").text());
  }

  private Reconciliation reconciliation(CsvRow row) {
    Side a = side(row, "a");
    Side b = side(row, "b");
    Quarter quarter = row.filled("quarter").map(Field::quarter).orElse(null);
    if (quarter == null && (a.kind() == Kind.PRINTED || b.kind() == Kind.PRINTED)) {
      row.wrong("printed-without-quarter");
    }
    return new Reconciliation(
        row.field("quantity").matching(IndicatorReader.CODE, "imports_and_exports"),
        quarter,
        row.field("relation").code(Reconciliation.Relation.class),
        a,
        b,
        row.field("unit").required(),
        row.field("bridge").flag(),
        row.field("title_zh").required(),
        row.field("title_en").required(),
        row.field("reason_zh").required(),
        row.field("reason_en").required(),
        row.field("source").required());
  }

  private Side side(CsvRow row, String letter) {
    Kind kind = row.field("kind_" + letter).code(Kind.class);
    Field source = row.field("source_" + letter);
    List<String> names = parts(source.required());
    Field values = row.field("value_" + letter);
    if (kind == Kind.PRINTED) {
      return new Side(kind, printed(names, values));
    }
    if (!values.isEmpty()) {
      values.wrong("printed-only");
    }
    List<Term> terms = names.stream().map(name -> new Term(name, null)).toList();
    terms.forEach(term -> requireKnown(term, kind, source));
    if (kind == Kind.SHARE && terms.stream().map(Term::indicator).distinct().count() > 1) {
      source.wrong("share-of-several");
    }
    return new Side(kind, terms);
  }

  /** One figure for each name, in their order. */
  private static List<Term> printed(List<String> names, Field values) {
    List<String> texts = parts(values.required());
    List<Term> terms = new ArrayList<>();
    if (texts.size() != names.size()) {
      values.wrong("a-figure-for-each", names.size());
      return terms;
    }
    for (int index = 0; index < names.size(); index++) {
      terms.add(new Term(names.get(index), decimal(texts.get(index), values)));
    }
    return terms;
  }

  private static BigDecimal decimal(String text, Field values) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException notANumber) {
      values.wrong("invalid-decimal");
      return BigDecimal.ONE;
    }
  }

  private void requireKnown(Term term, Kind kind, Field source) {
    if (!term.name().isEmpty() && !indicators.contains(term.indicator())) {
      source.wrong("unknown-term", term.indicator());
    }
    if (!COARSE_SECTORS.contains(term.sector()) && !sectors.contains(term.sector())) {
      source.wrong("unknown-term", term.sector());
    }
    if (term.department().isEmpty() == (kind == Kind.DEPARTMENT)) {
      source.wrong("department-term");
    }
  }

  private static List<String> parts(String text) {
    return List.of(text.split(BETWEEN, -1)).stream().map(String::strip).toList();
  }
}
