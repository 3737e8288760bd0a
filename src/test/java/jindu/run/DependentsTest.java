package jindu.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogReader;
import jindu.core.Indicator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which cells depend on a slice, on the repository's own catalog. */
class DependentsTest {

  private static Catalog catalog;

  @BeforeAll
  static void read() throws Exception {
    catalog = CatalogReader.read(Path.of("data-lake", "reference"));
  }

  @Test
  void theYearItselfAndTheThreeThatMayLookBackToItButNoYearToCome() {
    AffectedCells affected = of(2020, slice("B204-1", 2016, null), slice("B204-1", 2019, null));

    assertThat(affected.indicators())
        .containsExactly("industrial_output", "industrial_value_added");
    assertThat(affected.slices().get("industrial_output").keySet())
        .containsExactly(2016, 2017, 2018, 2019, 2020);
    assertThat(affected.slices().get("industrial_output").get(2019))
        .containsExactly("B204-1/2016", "B204-1/2019");
    assertThat(affected.firstYearNeeded()).isEqualTo(2013);
    assertThat(of(2018, slice("B204-1", 2019, null)).isEmpty()).isTrue();
  }

  @Test
  void aRateDependsOnBothItsSums() {
    assertThat(of(2020, slice("CZ-1", 2020, null)).indicators())
        .containsExactlyInAnyOrder("budget_revenue", "tax_revenue", "tax_share");
  }

  @Test
  void aNamedIndicatorAloneAndAllWhereTheNameIsNotKnown() {
    assertThat(of(2020, slice("GZ-1", 2020, "new_employment")).indicators())
        .containsExactly("new_employment");
    assertThat(of(2020, slice("GZ-1", 2020, null)).indicators())
        .containsExactlyInAnyOrderElementsOf(catalog.indicators().keySet());
  }

  @Test
  void aDayThatPassedChangesItsYearAlone() {
    Slice passed = new Slice("B204-1", 2019, null, Slice.Reason.DAY_PASSED);

    assertThat(of(2021, passed).slices().get("industrial_output").keySet()).containsExactly(2019);
  }

  @Test
  void aFormThatFeedsNothingAffectsNothing() {
    assertThat(of(2021, slice("JD-1", 2021, null)).isEmpty()).isTrue();
  }

  /** What the ledger says by name of a project is taken out of the investment of the others. */
  @Test
  void theInvestmentStatisticsDependOnTheProjectsThatArePublishedByName() throws Exception {
    assertThat(of(2021, slice("ZD-1", 2020, null)).slices().get("fixed_asset_investment").keySet())
        .containsExactly(2020, 2021);
    assertThat(Dependents.feeding(Set.of("fixed_asset_investment"), catalog)).contains("ZD-1");

    Map<String, String> texts = new HashMap<>(catalog.files());
    texts.computeIfPresent(
        "forms/ZD-1.yaml",
        (path, text) -> text.replace("administrative: true", "administrative: false"));
    Catalog ofRespondents = CatalogReader.read(texts);
    assertThat(
            Dependents.of(List.of(slice("ZD-1", 2020, null)), List.of(ofRespondents), 2021)
                .indicators())
        .doesNotContain("fixed_asset_investment");
    assertThat(Dependents.feeding(Set.of("fixed_asset_investment"), ofRespondents))
        .doesNotContain("ZD-1");
  }

  @Test
  void theFormsThatAreReadAreThoseThatMayFeedAnyPart() {
    assertThat(Dependents.feeding(Set.of("tax_share"), catalog)).containsExactly("CZ-1", "GZ-1");
    for (Indicator indicator : catalog.indicators().values()) {
      Set<String> read = Dependents.feeding(Set.of(indicator.code()), catalog);
      for (String form : catalog.forms().keySet()) {
        if (of(2021, slice(form, 2021, null)).indicators().contains(indicator.code())) {
          assertThat(read).as("forms read for %s", indicator.code()).contains(form);
        }
      }
    }
  }

  @Test
  void whatAFormFedBeforeIsAffectedToo() throws Exception {
    Map<String, String> texts = new HashMap<>(catalog.files());
    texts.computeIfPresent(
        "forms/C204-1.yaml",
        (file, text) ->
            text.replace("indicator: construction_output", "indicator: services_revenue"));
    Catalog before = CatalogReader.read(texts);

    AffectedCells affected =
        Dependents.of(List.of(slice("C204-1", 2020, null)), List.of(catalog, before), 2020);

    assertThat(affected.indicators())
        .containsExactlyInAnyOrder("construction_output", "services_revenue");
  }

  private static AffectedCells of(int lastYear, Slice... slices) {
    return Dependents.of(List.of(slices), List.of(catalog), lastYear);
  }

  private static Slice slice(String form, int year, String indicator) {
    return new Slice(form, year, indicator, Slice.Reason.RETURNS);
  }
}
