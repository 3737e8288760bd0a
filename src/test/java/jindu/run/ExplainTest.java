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
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jindu.TestSession;
import jindu.core.Cell;
import jindu.core.Feed.Measure;
import jindu.core.Quarter;
import jindu.table.CellTable;
import jindu.table.ContributionTable;
import jindu.table.RevisionLogTable;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A lake of a few units over nights of returns that are new, late, corrected, withdrawn and moved,
 * and a change of the catalog: every number is its parts, and what it was plus what moved it.
 */
class ExplainTest {

  private static final long SEED = 20261129L;
  private static final int UNITS = 6;
  private static final Quarter FIRST = new Quarter(2020, 1);
  private static final Quarter SECOND = new Quarter(2020, 2);
  private static final String DISTRICT = "410311";
  private static final List<String> PLACES = List.of("410311002", "410311004");
  private static final List<String> CLASSES = List.of("2611", "3311");

  @TempDir private static Path folder;

  private static SmallLake lake;

  /** Year-to-date of every cell after each publication, by its id. */
  private static final Map<String, Map<String, BigDecimal>> PUBLISHED = new LinkedHashMap<>();

  @BeforeAll
  static void nights() throws Exception {
    System.out.println("ExplainTest seed " + SEED);
    Random random = new Random(SEED);
    lake = SmallLake.in(folder);
    StringBuilder register = new StringBuilder(SmallLake.REGISTER);
    for (int unit = 0; unit < UNITS; unit++) {
      register.append(SmallLake.entry(unit));
    }
    lake.deliver("MLK/2020-02-10/a.csv", register.toString());
    lake.deliver(
        "CZ-1/2020-04-10/a.csv",
        SmallLake.BUDGET + "2020-03,410311002,增值税,5\n2020-03,410311002,专项收入,2.5\n");
    StringBuilder march = new StringBuilder(header());
    for (int unit = 0; unit < UNITS; unit++) {
      march.append(row("2020-03", unit, random, ""));
    }
    lake.deliver("B204-1/2020-04-15/march.csv", march.toString());
    lake.deliver(
        "B204-1/2020-07-15/june.csv",
        header() + row("2020-06", 0, random, "") + row("2020-06", 1, random, ""));
    night("2020-07-20");

    // A late return in the place of an estimate, corrections, a withdrawal, and a unit that is in
    // another class and place. All that a place returned of its budget is withdrawn.
    lake.deliver(
        "B204-1/2020-07-22/late.csv",
        header()
            + row("2020-06", 0, random, "")
            + row("2020-03", 3, random, "")
            + row("2020-06", 1, random, "撤回")
            + row("2020-06", 2, 1, random, ""));
    lake.deliver(
        "CZ-1/2020-07-22/b.csv",
        BUDGET_FILED + "2020-03,410311002,增值税,5,撤回\n2020-03,410311002,专项收入,2.5,撤回\n");
    night("2020-07-22");

    // What was gone comes again, and a factor is another.
    lake.deliver("CZ-1/2020-07-24/c.csv", SmallLake.BUDGET + "2020-03,410311002,增值税,7\n");
    lake.changeReference("value_added_rates.csv", "26,2020,0.2523", "26,2020,0.2600");
    night("2020-07-24");
  }

  private static final String BUDGET_FILED = "报告期,区划代码,科目,收入_本年累计,操作\n";

  @Test
  void whatMovedANumberAddsUpFromEachPublicationToTheNext() throws Exception {
    History history = history();
    TreeMap<String, String> publishers = new TreeMap<>();
    history.publishers().forEach((publication, batch) -> publishers.put(batch, publication));
    Map<String, List<Row>> log = new HashMap<>();
    for (Row row : lake.rows(RevisionLogTable.DEFINITION).collectAsList()) {
      log.computeIfAbsent(key(row, 1), key -> new ArrayList<>()).add(row);
    }
    Set<String> causes = new TreeSet<>();
    int moved = 0;
    for (Map.Entry<String, BigDecimal> cell : cells().entrySet()) {
      List<Move> moves =
          CellMoves.of(log.getOrDefault(cell.getKey(), List.of()), publishers, cell.getValue());
      if (moves.isEmpty()) {
        continue;
      }
      BigDecimal reached = null;
      Map<String, Move> byPublication = new HashMap<>();
      for (Move move : moves) {
        byPublication.put(move.publication().orElse(""), move);
        move.lines().forEach(line -> causes.add(line.cause()));
        if (!move.lines().isEmpty() && !isUndefinedInBetween(cell.getKey())) {
          assertThat(move.reached())
              .as(cell.getKey())
              .isEqualByComparingTo(reached.add(move.change().orElseThrow()));
          moved++;
        }
        reached = move.reached();
      }
      assertThat(reached).as(cell.getKey()).isEqualByComparingTo(cell.getValue());
      // What was stored on each publication's night is what the moves say of it.
      BigDecimal told = null;
      for (Map.Entry<String, Map<String, BigDecimal>> published : PUBLISHED.entrySet()) {
        Move move = byPublication.get(published.getKey());
        told = move == null ? told : move.reached();
        if (told != null
            && !isUndefinedInBetween(cell.getKey())
            && published.getValue().containsKey(cell.getKey())) {
          assertThat(published.getValue().get(cell.getKey()))
              .as(published.getKey() + " " + cell.getKey())
              .isEqualByComparingTo(told);
        }
      }
    }
    assertThat(moved).isGreaterThan(50);
    assertThat(causes)
        .containsExactly("catalog", "correction", "estimate", "move", "new_return", "withdrawal");
  }

  @Test
  void aNumberIsItsUnitsAndTheirRows() throws Exception {
    int estimated = 0;
    for (Explanation explanation :
        List.of(
            explain("industrial_output", DISTRICT, "26", SECOND),
            explain("industrial_value_added", DISTRICT, "ALL", SECOND),
            explain("industrial_value_added", PLACES.get(1), "C", FIRST))) {
      assertAddsUp(explanation);
      estimated += explanation.estimated() == null ? 0 : 1;
      for (PartGroup group : explanation.groups()) {
        for (CellPart part : group.listed()) {
          assertThat(part.source().isPresent())
              .isEqualTo(!group.state().equals(ContributionTable.ESTIMATED));
        }
      }
    }
    assertThat(estimated).isPositive();

    Explanation whole = explain("industrial_output", DISTRICT, "ALL", SECOND);
    assertThat(whole.of(Measure.NOMINAL))
        .flatExtracting(PartGroup::listed)
        .filteredOn(part -> SmallLake.unit(2).equals(part.unit()))
        .singleElement()
        .satisfies(
            part -> {
              assertThat(part.place()).isEqualTo(PLACES.get(1));
              assertThat(part.sector()).isEqualTo(CLASSES.get(1));
              assertThat(part.source().orElseThrow().path())
                  .isEqualTo("B204-1/2020-07-22/late.csv");
              assertThat(part.source().orElseThrow().row()).isEqualTo(5);
              assertThat(part.source().orElseThrow().flags()).isNotEmpty();
            });
    assertThat(whole.lastPublication()).contains(last());
  }

  @Test
  void aRateIsWhatStandsAboveAndBelowItsLine() throws Exception {
    Explanation share = explain("tax_share", PLACES.get(0), "ALL", FIRST);

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

  /**
   * While nothing is below its line, a rate is no number, and neither is a change from or to it.
   */
  private static boolean isUndefinedInBetween(String cell) {
    return cell.startsWith("tax_share/");
  }

  private static void assertAddsUp(Explanation explanation) {
    Figures sum = explanation.sum(Measure.NOMINAL);
    assertSame(sum.value(), explanation.figures().value());
    assertSame(sum.valueYtd(), explanation.figures().valueYtd());
    assertSame(sum.previous(), explanation.figures().previous());
    assertSame(sum.previousYtd(), explanation.figures().previousYtd());
    Figures listed =
        explanation.of(Measure.NOMINAL).stream()
            .flatMap(group -> group.listed().stream())
            .map(CellPart::figures)
            .reduce(Figures.NONE, Figures::plus);
    assertSame(listed.valueYtd(), explanation.figures().valueYtd());
    if (explanation.comparable().valueYtd() != null) {
      assertSame(
          explanation.sum(Measure.COMPARABLE).valueYtd(), explanation.comparable().valueYtd());
    }
  }

  private static void assertSame(BigDecimal sum, BigDecimal cell) {
    assertThat(sum).isNotNull().isEqualByComparingTo(cell);
  }

  private static Explanation explain(String indicator, String place, String sector, Quarter quarter)
      throws Exception {
    return Explain.of(
        folder.toString(),
        null,
        lake.catalog(),
        new Cell(indicator, place, sector, quarter),
        SampleLake.CLOCK);
  }

  private static void night(String day) throws Exception {
    TestSession.get();
    long begin = System.nanoTime();
    NightResult night =
        Nightly.run(
            folder.toString(),
            null,
            lake.catalog(),
            Optional.of(LocalDate.parse(day)),
            SampleLake.CLOCK,
            Progress.SILENT);
    assertThat(night.outcome()).isEqualTo(NightResult.Outcome.PUBLISHED);
    System.out.println("NIGHT " + (System.nanoTime() - begin) / 1e9);
    PUBLISHED.put(night.publication(), cells());
  }

  private static String last() {
    return PUBLISHED.keySet().stream().reduce((earlier, later) -> later).orElseThrow();
  }

  private static Map<String, BigDecimal> cells() {
    Map<String, BigDecimal> cells = new HashMap<>();
    for (Row row :
        lake.rows(CellTable.DEFINITION)
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

  private static History history() throws Exception {
    return new Ledger(
            TestSession.get(),
            new jindu.lake.DeltaTables(
                TestSession.get(), jindu.lake.Lake.toRead(folder.toString())),
            SampleLake.CLOCK)
        .history();
  }

  private static String header() {
    return SmallLake.INDUSTRY.strip() + ",操作\n";
  }

  private static String row(String period, int unit, Random random, String operation) {
    return row(period, unit, 0, random, operation);
  }

  private static String row(String period, int unit, int home, Random random, String operation) {
    int output = 1000 + random.nextInt(9000);
    return "%s,%s,某厂,%s,%s,%d,%d,%d,%d,%s\n"
        .formatted(
            period,
            SmallLake.unit(unit),
            PLACES.get(home),
            CLASSES.get(home),
            output,
            output - random.nextInt(900),
            output - 50,
            output - 90,
            operation);
  }
}
