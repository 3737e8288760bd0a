package jindu.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jindu.catalog.Catalog;
import jindu.core.Cell;
import jindu.core.Feed.Measure;
import jindu.core.Form;
import jindu.core.Quarter;
import jindu.core.RegisterForm;
import jindu.table.CellTable;
import jindu.table.ContributionTable;
import jindu.table.RevisionLogTable;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nights of returns that are new, corrected, withdrawn and moved by chance, and a change of the
 * catalog: every number is its parts, and what it was plus what moved it.
 */
class ExplainTest {

  private static final long SEED = 20261129L;
  private static final int UNITS = 9;
  private static final String INDUSTRY = "B204-1";
  private static final String BUDGET = "CZ-1";
  private static final Quarter FIRST = new Quarter(2020, 1);
  private static final Quarter SECOND = new Quarter(2020, 2);
  private static final String DISTRICT = "410311";
  private static final String HERE = "410311002";
  private static final String THERE = "410311004";

  @TempDir private static Path folder;

  private static final ObservedReturns RETURNS = new ObservedReturns();

  /** Year-to-date of every cell on the night of each publication, by its id. */
  private static final Map<String, Map<String, BigDecimal>> PUBLISHED = new LinkedHashMap<>();

  private static AggregatedNights nights;
  private static Catalog catalog;

  /** The path of the last return of the unit that moved. */
  private static String movedPath;

  @BeforeAll
  static void nights() throws Exception {
    System.out.println("ExplainTest seed " + SEED);
    Random random = new Random(SEED);
    SmallLake lake = SmallLake.in(folder);
    nights = new AggregatedNights(folder);
    catalog = few(lake.catalog());
    for (int unit = 0; unit < UNITS; unit++) {
      RETURNS.register(SmallLake.unit(unit), INDUSTRY, HERE, "2611");
      industry(random, unit, "2020-03", HERE, "2611");
      if (unit % 2 == 0) {
        industry(random, unit, "2020-06", HERE, "2611");
      }
    }
    budget("增值税", 50_000);
    budget("专项收入", 25_000);
    night("2020-07-20");

    RETURNS.withdraw(INDUSTRY, SmallLake.unit(2), "2020-06", "gross_output");
    movedPath = industry(random, 4, "2020-06", THERE, "3311");
    for (int unit = 5; unit < UNITS; unit++) {
      change(random, unit, random.nextBoolean() ? "2020-03" : "2020-06");
    }
    // All that there is of a cell is withdrawn, and comes again on the next night.
    RETURNS.withdraw(BUDGET, HERE + "|增值税", "2020-03", "revenue");
    RETURNS.withdraw(BUDGET, HERE + "|专项收入", "2020-03", "revenue");
    night("2020-07-22");

    budget("增值税", 70_000);
    for (int unit = 5; unit < UNITS; unit++) {
      change(random, unit, random.nextBoolean() ? "2020-03" : "2020-06");
    }
    lake.changeReference("value_added_rates.csv", "26,2020,0.2523", "26,2020,0.2600");
    catalog = few(lake.catalog());
    night("2020-07-24");
  }

  @Test
  void whatMovedANumberAddsUpFromEachPublicationToTheNext() {
    TreeMap<String, String> publishers = new TreeMap<>();
    nights
        .history()
        .publishers()
        .forEach((publication, batch) -> publishers.put(batch, publication));
    Map<String, List<Row>> log = new HashMap<>();
    for (Row row : nights.rows(RevisionLogTable.DEFINITION).collectAsList()) {
      log.computeIfAbsent(key(row, 1), key -> new ArrayList<>()).add(row);
    }
    Set<String> causes = new TreeSet<>();
    int moved = 0;
    for (Map.Entry<String, BigDecimal> cell : cells().entrySet()) {
      // While nothing is below its line, a rate is no number, and neither is its change.
      if (!cell.getKey().startsWith("tax_share/")) {
        List<Move> moves = CellMoves.of(log.get(cell.getKey()), publishers, cell.getValue());
        moved += assertAddsUp(cell.getKey(), moves, cell.getValue());
        moves.forEach(move -> move.lines().forEach(line -> causes.add(line.cause())));
      }
    }
    assertThat(moved).isGreaterThan(30);
    assertThat(causes)
        .containsExactly("catalog", "correction", "estimate", "move", "new_return", "withdrawal");
  }

  /** What was stored on each publication's night is what the moves say of it. */
  private static int assertAddsUp(String cell, List<Move> moves, BigDecimal now) {
    Map<String, Move> byPublication = new HashMap<>();
    moves.forEach(move -> byPublication.put(move.publication().orElseThrow(), move));
    BigDecimal told = null;
    int moved = 0;
    for (Map.Entry<String, Map<String, BigDecimal>> published : PUBLISHED.entrySet()) {
      Move move = byPublication.get(published.getKey());
      if (move != null) {
        BigDecimal before = told == null ? move.reached() : told;
        told = before.add(move.change().orElseThrow());
        assertThat(move.reached()).as(cell).isEqualByComparingTo(told);
        moved += move.lines().isEmpty() ? 0 : 1;
      }
      BigDecimal stored = published.getValue().get(cell);
      if (stored != null) {
        assertThat(stored).as(published.getKey() + " " + cell).isEqualByComparingTo(told);
      }
    }
    assertThat(told).as(cell).isEqualByComparingTo(now);
    return moved;
  }

  @Test
  void aNumberIsItsUnitsAndTheirRows() throws Exception {
    Explanation whole = explain("industrial_output", DISTRICT, "ALL", SECOND);
    for (Explanation explanation :
        List.of(
            whole,
            explain("industrial_value_added", DISTRICT, "26", SECOND),
            explain("industrial_output", THERE, "C", FIRST))) {
      assertAddsUp(explanation);
      for (PartGroup group : explanation.groups()) {
        assertThat(group.listed())
            .allSatisfy(
                part ->
                    assertThat(part.source().isPresent())
                        .isEqualTo(!group.state().equals(ContributionTable.ESTIMATED)));
      }
    }
    assertThat(whole.estimated()).isPositive();
    assertThat(whole.lastPublication()).contains("2020-07-24-01");
  }

  @Test
  void aUnitThatMovedStandsWhereItIsNow() throws Exception {
    assertThat(explain("industrial_output", THERE, "33", FIRST).of(Measure.NOMINAL))
        .flatExtracting(PartGroup::listed)
        .singleElement()
        .satisfies(
            part -> {
              assertThat(part.unit()).isEqualTo(SmallLake.unit(4));
              assertThat(part.place()).isEqualTo(THERE);
              assertThat(part.sector()).isEqualTo("3311");
            });
    ReturnSource source =
        explain("industrial_output", THERE, "33", SECOND)
            .of(Measure.NOMINAL)
            .get(0)
            .listed()
            .get(0)
            .source()
            .orElseThrow();
    assertThat(source.path()).isEqualTo(movedPath);
    assertThat(source.flags()).extracting(Problem::code).containsExactly("outside-population");
  }

  @Test
  void aRateIsWhatStandsAboveAndBelowItsLine() throws Exception {
    Explanation share = explain("tax_share", HERE, "ALL", FIRST);

    assertThat(share.sum(Measure.NOMINAL).valueYtd()).isEqualByComparingTo("70000");
    assertThat(share.sum(Measure.WEIGHT).valueYtd()).isEqualByComparingTo("70000");
    assertThat(share.figures().valueYtd()).isEqualByComparingTo("100");
  }

  @Test
  void aNumberThatIsNotThereNamesTheQuartersThatAre() {
    assertThatThrownBy(() -> explain("industrial_output", DISTRICT, "26", new Quarter(2019, 1)))
        .isInstanceOfSatisfying(
            RunException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(RunException.Kind.NO_CELL);
              assertThat(e.arguments().get(1)).isEqualTo("2020-Q1, 2020-Q2");
            });
  }

  private static void assertAddsUp(Explanation explanation) {
    Figures sum = explanation.sum(Measure.NOMINAL);
    Figures listed =
        explanation.of(Measure.NOMINAL).stream()
            .flatMap(group -> group.listed().stream())
            .map(CellPart::figures)
            .reduce(Figures.NONE, Figures::plus);
    assertThat(listed).isEqualTo(sum);
    assertThat(sum).isEqualTo(explanation.figures());
    assertThat(explanation.sum(Measure.COMPARABLE).valueYtd())
        .isEqualTo(explanation.comparable().valueYtd());
  }

  private static Explanation explain(String indicator, String place, String sector, Quarter quarter)
      throws Exception {
    return Explain.of(
        folder.toString(),
        null,
        catalog,
        new Cell(indicator, place, sector, quarter),
        SampleLake.CLOCK);
  }

  private static void night(String day) throws Exception {
    String publication = nights.night(RETURNS.rows(), catalog, LocalDate.parse(day));
    PUBLISHED.put(publication, cells());
  }

  private static Map<String, BigDecimal> cells() {
    Map<String, BigDecimal> cells = new HashMap<>();
    for (Row row :
        nights
            .rows(CellTable.DEFINITION)
            .select("indicator", "township_code", "sector_code", "year", "quarter", "value_ytd")
            .collectAsList()) {
      cells.put(key(row, 0), row.getDecimal(5));
    }
    return cells;
  }

  private static String key(Row row, int from) {
    return "%s/%s/%s/%s/%s"
        .formatted(
            row.get(from),
            row.get(from + 1),
            row.get(from + 2),
            row.get(from + 3),
            row.get(from + 4));
  }

  /** A return of the unit is there, is another, is gone, or stays as it is. */
  private static void change(Random random, int unit, String period) {
    if (random.nextInt(4) == 0) {
      RETURNS.withdraw(INDUSTRY, SmallLake.unit(unit), period, "gross_output");
    } else if (random.nextInt(3) > 0) {
      industry(random, unit, period, random.nextInt(4) == 0 ? THERE : HERE, "2611");
    }
  }

  private static String industry(
      Random random, int unit, String period, String place, String sector) {
    BigDecimal output = BigDecimal.valueOf(1_000_000L + random.nextInt(9_000_000));
    return RETURNS.put(
        INDUSTRY,
        SmallLake.unit(unit),
        period,
        "gross_output",
        place,
        sector,
        Map.of(),
        output,
        output.subtract(BigDecimal.valueOf(random.nextInt(900_000))));
  }

  private static void budget(String subject, long value) {
    RETURNS.put(
        BUDGET,
        HERE + "|" + subject,
        "2020-03",
        "revenue",
        HERE,
        null,
        Map.of("subject", subject),
        BigDecimal.valueOf(value),
        null);
  }

  /** The forms that are delivered: a night of all takes far longer to plan. */
  private static Catalog few(Catalog all) {
    Map<String, Form> forms = new TreeMap<>(all.forms());
    forms.keySet().retainAll(Set.of(RegisterForm.CODE, INDUSTRY, BUDGET));
    return new Catalog(
        all.places(),
        all.sectors(),
        all.indicators(),
        forms,
        List.of(),
        List.of(),
        Map.of(),
        List.of(),
        all.valueAddedRates(),
        all.priceIndices(),
        all.baseAdjustments(),
        all.abnormalQuarters(),
        all.exclusions(),
        List.of(),
        List.of(),
        all.primaryRules(),
        all.retention(),
        all.notice(),
        all.files());
  }
}
