package jindu.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jindu.core.DueBasis;
import jindu.core.Feed;
import jindu.core.Form;
import jindu.core.Form.GrowthBase;
import jindu.core.Indicator;
import jindu.core.Milestone;
import jindu.core.Place;
import jindu.core.Quarter;
import jindu.core.Sector;
import jindu.core.Target;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The catalog of the district, as it lies in the repository. */
class LuolongCatalogTest {

  /**
   * Numbers of the report's facts for 2021 that are milestones; the other 69 of 120 are targets.
   */
  private static final Set<Integer> MILESTONES =
      Set.of(
          8, 9, 10, 15, 16, 17, 18, 19, 20, 21, 27, 30, 33, 39, 40, 41, 42, 43, 44, 45, 47, 48, 49,
          50, 51, 53, 54, 55, 63, 74, 84, 86, 88, 89, 90, 96, 97, 98, 100, 101, 102, 103, 104, 105,
          106, 108, 109, 110, 118, 119, 120);

  private static Catalog catalog;

  @BeforeAll
  static void read() throws Exception {
    catalog = CatalogReader.read(Path.of("data-lake/reference"));
  }

  @Test
  void holdsTwelveTownshipsTheDistrictAndItsRemainder() {
    assertThat(codes(Place.Kind.TOWNSHIP))
        .containsExactly(
            "410311002",
            "410311004",
            "410311005",
            "410311006",
            "410311007",
            "410311008",
            "410311009",
            "410311010",
            "410311011",
            "410311102",
            "410311103",
            "410311107");
    assertThat(catalog.district().code()).isEqualTo("410311");
    assertThat(codes(Place.Kind.REMAINDER)).containsExactly("410311000");
  }

  @Test
  void statesTheDoubtAboutTheTwelfthTownship() {
    assertThat(place("410311009").note()).contains("龙门石窟街道");
    assertThat(catalog.files().get("townships.csv")).contains("inference");
  }

  @Test
  void holdsTheWholeSectorTree() {
    assertThat(sectors(Sector.Level.SECTION)).hasSize(20);
    assertThat(sectors(Sector.Level.DIVISION)).hasSize(97);
    assertThat(sectors(Sector.Level.GROUP)).hasSize(473);
    assertThat(sectors(Sector.Level.CLASS)).hasSize(1382);
  }

  @Test
  void countsThreeDivisionsOfIndustryAndFarmingAsTertiary() {
    assertThat(
            sectors(Sector.Level.DIVISION).stream()
                .filter(sector -> Set.of("A", "B", "C").contains(sector.section()))
                .filter(sector -> sector.strata().equals("P3"))
                .map(Sector::code))
        .containsExactlyInAnyOrder("05", "11", "43");
    assertThat(catalog.sectors().get("C").strata()).isEmpty();
    assertThat(catalog.sectors().get("D").strata()).isEqualTo("P2");
  }

  @Test
  void holdsEveryFactOfThePlanOnceAsTargetOrMilestone() {
    List<String> held = new ArrayList<>();
    targets(2021).forEach(target -> held.add(target.id()));
    catalog.milestones().forEach(milestone -> held.add(milestone.id()));
    assertThat(held)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, 120).mapToObj(LuolongCatalogTest::fact).toList());
    assertThat(catalog.milestones().stream().map(Milestone::id))
        .containsExactlyInAnyOrderElementsOf(
            MILESTONES.stream().map(LuolongCatalogTest::fact).toList());
  }

  @Test
  void holdsSixtyNineTargetsAndTheOneOfTheYearBefore() {
    assertThat(targets(2021)).hasSize(69);
    assertThat(targets(2020))
        .singleElement()
        .satisfies(
            target -> {
              assertThat(target.id()).isEqualTo("R2020-030");
              assertThat(target.indicator()).isEqualTo("key_project_investment");
              assertThat(target.value()).isEqualByComparingTo("28300000000");
              assertThat(target.printedUnit()).isEqualByComparingTo("100000000");
            });
  }

  @Test
  void readsTheWordsOfThePlanIntoComparators() {
    assertThat(target(1).comparator()).isEqualTo(Target.Comparator.EQ);
    assertThat(target(2).comparator()).isEqualTo(Target.Comparator.GE);
    assertThat(target(24).comparator()).isEqualTo(Target.Comparator.STRICT);
    assertThat(target(25).comparator()).isEqualTo(Target.Comparator.RANGE);
    assertThat(target(25).value()).isEqualByComparingTo("1");
    assertThat(target(25).upper()).isEqualByComparingTo("2");
    assertThat(target(85).comparator()).isEqualTo(Target.Comparator.NONE);
    assertThat(target(85).value()).isNull();
  }

  @Test
  void judgesGrowthAtComparablePricesWhereTheReportDoes() {
    assertThat(
            targets(2021).stream().filter(Target::comparableBasis).map(Target::indicator).toList())
        .containsExactly("grp", "industrial_value_added");
  }

  @Test
  void listsNumbersThatOnlySayHowLargeAProgrammeIs() {
    assertThat(
            targets(2021).stream()
                .filter(target -> target.kind() == Target.Kind.SCOPE)
                .map(Target::id))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.of(13, 14, 26, 34, 35, 36, 37, 56, 57, 58, 59, 60, 61, 76)
                .mapToObj(LuolongCatalogTest::fact)
                .toList());
  }

  @Test
  void tellsPrintedDeadlinesFromDefaults() {
    assertThat(target(87).deadline()).isEqualTo(LocalDate.of(2021, Month.JUNE, 30));
    assertThat(target(87).dueBasis()).isEqualTo(DueBasis.PRINTED);
    assertThat(target(72).dueBasis()).isEqualTo(DueBasis.DEFAULT);
    assertThat(target(72).deadline()).isEqualTo(LocalDate.of(2021, Month.DECEMBER, 31));
  }

  @Test
  void holdsFiftyOneMilestonesOfWhichTwoLieBeyondThePlan() {
    assertThat(catalog.milestones()).hasSize(51);
    assertThat(catalog.milestones().stream().filter(milestone -> milestone.year() == 2035))
        .extracting(Milestone::id)
        .containsExactly("P2021-119", "P2021-120");
  }

  @Test
  void feedsEveryIndicatorOfTheHeadline() {
    Set<String> fed =
        catalog.forms().values().stream()
            .flatMap(form -> form.feeds().stream())
            .map(Feed::indicator)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(catalog.headline()).hasSize(15).startsWith("grp").doesNotHaveDuplicates();
    for (String code : catalog.headline()) {
      Indicator indicator = catalog.indicators().get(code);
      if (indicator.kind() == Indicator.Kind.RATE) {
        assertThat(fed).contains(indicator.numerator(), indicator.denominator());
        continue;
      }
      assertThat(fed).contains(code);
    }
  }

  @Test
  void holdsTheSixteenFormsOfTheContractWithTheirUnitsAndBases() {
    assertThat(catalog.forms().keySet())
        .containsExactly(
            "206-1", "206-2", "B204-1", "C204-1", "CZ-1", "E204-1", "F203", "GZ-1", "HS-1", "JD-1",
            "JM-1", "MLK", "S204-1", "X204-1", "XE-1", "ZD-1");
    assertThat(factor("B204-1", "gross_output")).isEqualTo(1_000);
    assertThat(factor("ZD-1", "investment")).isEqualTo(10_000);
    assertThat(factor("JM-1", "persons")).isEqualTo(1);
    assertThat(catalog.forms().get("GZ-1").factorFromIndicator()).isTrue();
    assertThat(catalog.forms().get("206-1").base()).isEqualTo(GrowthBase.STORED_TOTAL);
    assertThat(factor("X204-1", "sales")).isEqualTo(10_000);
    assertThat(factor("X204-1", "floor_sold")).isEqualTo(1);
  }

  @Test
  void comparesInvestmentWithTheStoredTotalWhereverItComesFromAndHousingSoldWithTheReported() {
    Form estate = catalog.forms().get("X204-1");
    assertThat(
            catalog.forms().values().stream()
                .flatMap(
                    form ->
                        form.feeds().stream()
                            .filter(feed -> feed.indicator().equals("fixed_asset_investment"))
                            .map(feed -> form.code() + " " + form.base(feed).code())))
        .containsExactly("206-1 stored_total", "206-2 stored_total", "X204-1 stored_total");
    assertThat(estate.base()).isEqualTo(GrowthBase.REPORTED);
    assertThat(estate.feeds())
        .filteredOn(feed -> feed.indicator().equals("housing_sold"))
        .singleElement()
        .satisfies(feed -> assertThat(estate.base(feed)).isEqualTo(GrowthBase.REPORTED));
  }

  @Test
  void knowsWhichSectorsAFormIsFor() {
    assertThat(isFor("B204-1", "1711")).isTrue();
    assertThat(isFor("B204-1", "5111")).isFalse();
    assertThat(isFor("E204-1", "5212")).isTrue();
    assertThat(isFor("E204-1", "5311")).isFalse();
    assertThat(isFor("F203", "7020")).isTrue();
    assertThat(isFor("F203", "7010")).isFalse();
    assertThat(isFor("F203", "8411")).isTrue();
    assertThat(isFor("X204-1", "7010")).isTrue();
    assertThat(isFor("206-1", "7010")).isFalse();
    assertThat(isFor("206-1", "7020")).isTrue();
    assertThat(isFor("206-1", "C")).isTrue();
    assertThat(isFor("206-1", "0000")).isFalse();
    assertThat(isFor("ZD-1", "7010")).isTrue();
    assertThat(isFor("ZD-1", "")).isTrue();
  }

  @Test
  void leavesNothingOut() {
    assertThat(catalog.exclusions()).isEmpty();
  }

  @Test
  void holdsARateAndEveryMonthOfPricesForEachIndustrialDivision() {
    List<String> divisions =
        IntStream.rangeClosed(6, 46).mapToObj(number -> String.format("%02d", number)).toList();
    assertThat(catalog.valueAddedRates())
        .hasSize(divisions.size() * 3)
        .allSatisfy(
            rate ->
                assertThat(rate.rate()).isBetween(new BigDecimal("0.18"), new BigDecimal("0.40")))
        .extracting(Catalog.ValueAddedRate::division)
        .containsAll(divisions);
    assertThat(catalog.priceIndices())
        .hasSize(divisions.size() * 3 * 11)
        .allSatisfy(
            price ->
                assertThat(price.index()).isBetween(new BigDecimal("96"), new BigDecimal("108")))
        .noneSatisfy(price -> assertThat(price.month()).endsWith("-01"));
    assertThat(catalog.files().get("value_added_rates.csv")).contains("SYNTHETIC");
    assertThat(catalog.files().get("price_indices.csv")).contains("SYNTHETIC");
  }

  @Test
  void marksTheQuartersOfTheEpidemic() {
    assertThat(catalog.abnormalQuarters())
        .containsExactly(Quarter.parse("2020-Q1"), Quarter.parse("2020-Q2"));
    assertThat(catalog.baseAdjustments()).isEmpty();
  }

  private static String fact(int number) {
    return String.format("P2021-%03d", number);
  }

  private static Target target(int number) {
    return catalog.targets().stream()
        .filter(target -> target.id().equals(fact(number)))
        .findFirst()
        .orElseThrow();
  }

  private static List<Target> targets(int year) {
    return catalog.targets().stream().filter(target -> target.year() == year).toList();
  }

  private static List<Sector> sectors(Sector.Level level) {
    return catalog.sectors().values().stream().filter(sector -> sector.level() == level).toList();
  }

  private static List<String> codes(Place.Kind kind) {
    return catalog.places().stream()
        .filter(place -> place.kind() == kind)
        .map(Place::code)
        .toList();
  }

  private static Place place(String code) {
    return catalog.places().stream()
        .filter(place -> place.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isFor(String form, String sector) {
    return catalog.forms().get(form).population().holds(sector, catalog.sectors());
  }

  private static long factor(String form, String item) {
    return catalog.forms().get(form).item(item).orElseThrow().factor();
  }
}
