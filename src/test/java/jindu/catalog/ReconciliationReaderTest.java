package jindu.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jindu.core.Reconciliation;
import org.junit.jupiter.api.Test;

/** The file of comparisons is read whole, or refused with every mistake. */
class ReconciliationReaderTest {

  private static final String FILE = "reconciliation.csv";

  @Test
  void theRepositorysComparisonsAreThoseOfTheReport() throws Exception {
    List<Reconciliation> all = CatalogReader.read(texts()).reconciliations();
    assertThat(all)
        .extracting(Reconciliation::quantity)
        .contains(
            "imports_and_exports",
            "villages_with_sewage_network",
            "demolished_area",
            "key_projects_and_investment",
            "grp_published_2019");
    Reconciliation parts =
        all.stream().filter(each -> each.quantity().equals("demolished_area")).findFirst().get();
    assertThat(parts.a().name()).isEqualTo("R2020-104+R2020-106");
    assertThat(parts.a().terms()).hasSize(2);
    assertThat(all).filteredOn(Reconciliation::bridged).hasSize(1);
  }

  @Test
  void aCatalogNeedsNone() throws Exception {
    Map<String, String> texts = texts();
    texts.remove(FILE);
    assertThat(CatalogReader.read(texts).reconciliations()).isEmpty();
  }

  @Test
  void everyMistakeIsNamed() throws Exception {
    assertMistake("3300000000,printed", ",printed", "empty-value");
    assertMistake("2584700+1571400", "2584700", "a-figure-for-each");
    assertMistake("2584700+1571400", "2584700+1.5亿", "invalid-decimal");
    assertMistake("imports_and_exports,2020-Q4", "imports_and_exports,", "printed-without-quarter");
    assertMistake("indicator,grp/P3,", "indicator,grp/P9,", "unknown-term");
    assertMistake("growth,grp,", "growth,gdp,", "unknown-term");
    assertMistake("growth,grp,", "department,grp,", "department-term");
    assertMistake("share,grp/P1,", "share,grp/P1+tax_revenue,", "share-of-several");
    assertMistake("indicator,greened_villages,,", "indicator,greened_villages,31,", "printed-only");
    assertMistake("tax_in_revenue,,subset", "tax_in_revenue,,superset", "not-one-of");
    assertMistake(
        "grp_growth_published_2019,2019-Q4,same,printed,LL2020-01-19,8.3,growth,grp",
        "retail_growth_published_2019,2019-Q4,same,printed,LL2020-01-19,8.3,growth,retail_sales",
        "duplicate");
    assertMistake(
        "upper_tier_key_projects,,subset,indicator,provincial_municipal_key_project_investment,,indicator,key_project_investment",
        "key_projects_and_investment,2020-Q4,subset,indicator,key_project_investment,,indicator,fixed_asset_investment",
        "duplicate");
  }

  private static void assertMistake(String from, String to, String key) throws Exception {
    Map<String, String> texts = texts();
    assertThat(texts.get(FILE)).contains(from);
    texts.put(FILE, texts.get(FILE).replaceFirst(Pattern.quote(from), to));
    assertThat(
            catchThrowableOfType(CatalogException.class, () -> CatalogReader.read(texts))
                .mistakes())
        .as(to)
        .extracting(CatalogException.Mistake::key)
        .contains("catalog." + key);
  }

  private static Map<String, String> texts() throws Exception {
    return new HashMap<>(CatalogReader.read(Path.of("data-lake", "reference")).files());
  }
}
