package jindu.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jindu.core.ProjectLedger;
import org.junit.jupiter.api.Test;

/** Which form is the ledger of projects, and what of it means what, is said in its file. */
class ProjectLedgerTest {

  private static final String LEDGER = "forms/ZD-1.yaml";
  private static final String OTHER = "forms/206-1.yaml";
  private static final String ONE_MORE =
      "projects: {total_investment: planned_total, annual_plan: planned_total, done: investment,"
          + " statistics: fixed_asset_investment}\nchecks:\n";

  @Test
  void theLedgerOfTheRepositoryIsComparedWithTheInvestmentStatistics() throws Exception {
    ProjectLedger ledger = CatalogReader.read(texts()).projectForm().orElseThrow().projects();
    assertThat(ledger.done()).isEqualTo("investment");
    assertThat(ledger.statistics()).isEqualTo("fixed_asset_investment");
    assertThat(ledger.notCounted())
        .containsExactly("land_cost", "outside_district", "earlier_years");
  }

  @Test
  void whatTheLedgerDoesNotNameIsEmpty() throws Exception {
    Map<String, String> texts = texts();
    texts.put(LEDGER, texts.get(LEDGER).replaceAll("(?s)projects:.*?checks:", "checks:"));
    assertThat(CatalogReader.read(texts).projectForm()).isEmpty();
    texts.put(OTHER, texts.get(OTHER).replace("checks:\n", ONE_MORE));
    ProjectLedger ledger = CatalogReader.read(texts).projectForm().orElseThrow().projects();
    assertThat(ledger.stage()).isEmpty();
    assertThat(ledger.notCounted()).isEmpty();
  }

  @Test
  void everyMistakeIsNamed() throws Exception {
    assertMistakes("  done: investment", "  done: tier", "unknown-item");
    assertMistakes("  done: investment", "  done: annual_plan", "item-without-column");
    assertMistakes("  stage: stage", "  stage: stages", "unknown-attribute");
    assertMistakes("  stage_due: stage_due", "  stage_due: tier", "attribute-no-day");
    assertMistakes("  tier: tier", "  tier: tier\n  plan_due: tier", "attribute-no-day");
    assertMistakes("statistics: fixed_asset", "statistics: fixed_assets", "unknown-indicator");
    assertMistakes("not_counted: [land_cost", "not_counted: [land", "unknown-item");
    assertMistakes("  tier: tier", "  grade: tier", "unknown-key");
    assertMistakes("key: [unit_code]", "key: [unit_code, tier]", "ledger-key");
  }

  @Test
  void aCatalogHasOneLedger() throws Exception {
    Map<String, String> texts = texts();
    texts.put(OTHER, texts.get(OTHER).replace("checks:\n", ONE_MORE));
    assertThat(keys(texts)).containsExactly("catalog.second-ledger");
  }

  private static void assertMistakes(String from, String to, String key) throws Exception {
    Map<String, String> texts = texts();
    assertThat(texts.get(LEDGER)).contains(from);
    texts.put(LEDGER, texts.get(LEDGER).replace(from, to));
    assertThat(keys(texts)).as(to).contains("catalog." + key);
  }

  private static List<String> keys(Map<String, String> texts) {
    return catchThrowableOfType(CatalogException.class, () -> CatalogReader.read(texts))
        .mistakes()
        .stream()
        .map(CatalogException.Mistake::key)
        .toList();
  }

  private static Map<String, String> texts() throws Exception {
    return new HashMap<>(CatalogReader.read(Path.of("data-lake", "reference")).files());
  }
}
