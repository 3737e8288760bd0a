package jindu.aggregate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jindu.catalog.Catalog;
import jindu.core.Form;
import jindu.core.Form.Frequency;
import jindu.core.Form.Item;
import jindu.core.Form.ValueColumn;
import jindu.core.RegisterForm;

/**
 * The small catalog, whose industry and trade ask the register for their units; due 18 days after
 * the period.
 *
 * <p>Industry has an item before the one that feeds its indicators. Milestones come as they happen.
 */
final class RegisteredCatalog {

  static final String MILESTONES = "MILESTONES";

  private RegisteredCatalog() {}

  static Catalog catalog() {
    return catalog(false);
  }

  /** The same, and missing units of industry are estimated. */
  static Catalog estimating() {
    return catalog(true);
  }

  private static Catalog catalog(boolean estimates) {
    Catalog small = SmallCatalog.catalog();
    Map<String, Form> forms = new TreeMap<>(small.forms());
    replace(forms, "INDUSTRY", true, estimates, Frequency.MONTHLY, "workers", "output");
    replace(forms, "TRADE", true, Frequency.MONTHLY, "meals", "goods");
    replace(forms, "HOUSEHOLDS", false, Frequency.QUARTERLY, "income", "persons");
    replace(forms, "BUDGET", false, Frequency.MONTHLY, "revenue");
    forms.put(RegisterForm.CODE, forms.get("DEPARTMENTS"));
    replace(forms, RegisterForm.CODE, false, Frequency.AS_IT_HAPPENS);
    forms.put(MILESTONES, forms.get("DEPARTMENTS"));
    replace(forms, MILESTONES, false, Frequency.AS_IT_HAPPENS, "figure");
    return new Catalog(
        small.places(),
        small.sectors(),
        small.indicators(),
        forms,
        small.targets(),
        small.milestones(),
        small.lampPresets(),
        small.headline(),
        small.valueAddedRates(),
        small.priceIndices(),
        small.baseAdjustments(),
        small.abnormalQuarters(),
        small.exclusions(),
        List.of(),
        List.of(),
        small.primaryRules(),
        small.retention(),
        small.notice(),
        small.files());
  }

  private static void replace(
      Map<String, Form> forms,
      String code,
      boolean registered,
      Frequency frequency,
      String... items) {
    replace(forms, code, registered, false, frequency, items);
  }

  private static void replace(
      Map<String, Form> forms,
      String code,
      boolean registered,
      boolean estimates,
      Frequency frequency,
      String... items) {
    Form form = forms.get(code);
    forms.put(
        code,
        new Form(
            code,
            form.titleZh(),
            form.titleEn(),
            frequency,
            form.unitHeader(),
            form.unitAliases(),
            form.key(),
            form.required(),
            form.sectorLevels(),
            form.factorFromIndicator(),
            form.dueDays(),
            form.finalDay(),
            form.base(),
            registered,
            form.administrative(),
            estimates,
            form.weight(),
            form.source(),
            form.population(),
            List.of(items).stream().map(RegisteredCatalog::item).toList(),
            form.attributes(),
            form.checks(),
            form.feeds(),
            false,
            null));
  }

  private static Item item(String code) {
    return new Item(
        code, code, List.of(), Map.of(), List.of(ValueColumn.YTD), List.of(), false, 1, "元");
  }
}
