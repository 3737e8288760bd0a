package jindu.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogReader;
import jindu.ingest.Delivery;
import jindu.run.History.KnownFile;
import jindu.run.History.PastBatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which forms a night judges, and which days and files of the catalog make it judge or compute. */
class TouchedTest {

  private static final LocalDate LAST = LocalDate.of(2021, 5, 4);
  private static final Map<String, String> HASHES = Map.of("townships.csv", "same");

  private static Catalog catalog;

  @BeforeAll
  static void read() throws Exception {
    catalog = CatalogReader.read(Path.of("data-lake", "reference"));
  }

  @Test
  void theFormsDeliveredAndThoseThatTheRegisterNames() {
    Touched touched = touched(finished(), LAST, Set.of("F203"), "B204-1", "MLK");

    assertThat(touched.all()).isEmpty();
    assertThat(touched.forms()).containsExactly("B204-1", "F203", "MLK");
  }

  @Test
  void allWhereWhatIsStoredCannotBeReliedOn() {
    History none =
        new History(
            new TreeMap<>(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), new TreeMap<>());
    TreeMap<String, PastBatch> died = new TreeMap<>(finished().batches());
    died.put("B000002", new PastBatch(LAST, false));
    History unfinished =
        new History(
            died, Map.of(), finished().catalogs(), Map.of(), Map.of(), Map.of(), new TreeMap<>());

    assertThat(touched(none, LAST, Set.of(), "CZ-1").fromNothing()).isTrue();
    assertThat(touched(unfinished, LAST, Set.of(), "CZ-1").fromNothing()).isTrue();
    assertThat(touched(finished(), LAST.minusDays(1), Set.of()).fromNothing()).isTrue();
    assertThat(touched(finished(), LAST, Set.of(), "CZ-1").fromNothing()).isFalse();
  }

  @Test
  void allWhereTheRegisterNamesAFormThatNobodyKnows() {
    assertThat(touched(finished(), LAST, Set.of("B2O4"), "MLK").all()).isPresent();
  }

  @Test
  void theFormsOfDeliveriesThatTheLastNightLeftAside() {
    LocalDate later = LAST.plusDays(2);
    KnownFile waiting =
        new KnownFile(FileAccount.read("d", "CZ-1", "CZ-1/a.csv", "h", later, 1, null, null), "");
    History left =
        new History(
            finished().batches(),
            Map.of("d", waiting),
            finished().catalogs(),
            Map.of(),
            Map.of(),
            Map.of(),
            new TreeMap<>());

    assertThat(touched(left, later, Set.of()).forms()).containsExactly("CZ-1");
    assertThat(touched(left, LAST.plusDays(1), Set.of()).forms()).isEmpty();
  }

  @Test
  void aFormsFileTouchesItAndTheRegisterAndTheMilestonesTheirReports() {
    assertThat(change("forms/CZ-1.yaml").judged(catalog)).containsExactly("CZ-1", "MLK");
    assertThat(change("milestones/2021.csv").judged(catalog)).containsExactly("JD-1");
    assertThat(change("plans/2021.csv").judged(catalog)).isEmpty();
    assertThat(change("forms/MLK.yaml").judgesAll()).isTrue();
    assertThat(change("exclusions.csv").judgesAll()).isTrue();
    assertThat(change("price_indices.csv").judgesAll()).isFalse();
  }

  @Test
  void onlyWhatNoCellDependsOnLeavesTheCells() {
    assertThat(change("plans/2021.csv", "milestones/2021.csv", "notice.yaml").computesAll())
        .isFalse();
    assertThat(change("headline.csv", "exclusions.csv", "forms/CZ-1.yaml").computesAll()).isFalse();
    for (String file :
        List.of("price_indices.csv", "base_adjustments.csv", "townships.csv", "new_thing.csv")) {
      assertThat(change(file).computesAll()).as(file).isTrue();
    }
  }

  @Test
  void aDueDayThatPassesMarksTheFormAndAQuietDayMarksNone() {
    // B204-1 is due 18 days after the quarter's last month, CZ-1 after 10, GZ-1 after 20.
    DaysPassed over = new DaysPassed(LocalDate.of(2021, 4, 15), LocalDate.of(2021, 4, 18));
    DaysPassed quiet = new DaysPassed(LocalDate.of(2021, 5, 4), LocalDate.of(2021, 5, 6));

    assertThat(over.slices(catalog))
        .extracting(Slice::name)
        .contains("B204-1/2021")
        .doesNotContain("CZ-1/2021", "GZ-1/2021");
    assertThat(over.makeAQuarterDue(catalog)).isTrue();
    assertThat(quiet.slices(catalog)).isEmpty();
    assertThat(quiet.makeAQuarterDue(catalog)).isFalse();
  }

  @Test
  void aFinalDayMarksTheYearBeforeAndANewQuarterItsOwn() {
    // B204-1: the figures of a year are final from 30 June of the next.
    DaysPassed night = new DaysPassed(LocalDate.of(2021, 6, 29), LocalDate.of(2021, 7, 1));

    assertThat(night.slices(catalog))
        .filteredOn(slice -> slice.form().equals("B204-1"))
        .extracting(slice -> slice.name() + " " + slice.reason().code())
        .containsExactly("B204-1/2020 day passed", "B204-1/2021 quarter began");
  }

  @Test
  void aMilestoneMovesInEveryYearBetweenItsVersionsAndOnTheDayOfOne() throws Exception {
    DaysPassed quiet = new DaysPassed(LocalDate.of(2023, 5, 4), LocalDate.of(2023, 5, 6));

    assertThat(quiet.moveAMilestone(catalog)).isFalse();
    String aim = ",节点,milestone,1,%s,printed,source,printed,%s";
    assertThat(
            quiet.moveAMilestone(
                withMilestone("P2021-010,2024" + aim.formatted("2024-06-30", "2021-07-15"))))
        .isTrue();
    assertThat(
            quiet.moveAMilestone(
                withMilestone("P2021-119,2034" + aim.formatted("2034-12-31", "2023-05-05"))))
        .isTrue();
  }

  /** The catalog with one more version of a milestone. */
  private static Catalog withMilestone(String row) throws Exception {
    Map<String, String> texts = new HashMap<>(catalog.files());
    texts.merge("milestones/2021.csv", row + "\n", String::concat);
    return CatalogReader.read(texts);
  }

  private static CatalogChange change(String... files) {
    Map<String, String> now = new HashMap<>(HASHES);
    List.of(files).forEach(file -> now.put(file, "other"));
    return CatalogChange.between(HASHES, now);
  }

  private static History finished() {
    return new History(
        new TreeMap<>(Map.of("B000001", new PastBatch(LAST, true))),
        Map.of(),
        Map.of("B000001", HASHES),
        Map.of(),
        Map.of(),
        Map.of(),
        new TreeMap<>());
  }

  private static Touched touched(
      History history, LocalDate asOf, Set<String> named, String... delivered) {
    List<Delivery> deliveries =
        List.of(delivered).stream()
            .map(form -> new Delivery(form + "/a.csv", "", form, asOf))
            .toList();
    Agenda agenda =
        new Agenda(
            history, new Arrivals(deliveries, Map.of()), 0, Optional.of(asOf), Optional.of(asOf));
    return Touched.of(agenda, catalog, HASHES, named, true);
  }
}
