package jindu.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import jindu.catalog.Catalog;
import jindu.catalog.Catalog.Notice;
import jindu.core.Messages;

/**
 * Writes synthetic returns whose district totals of 2020 are the report's (contracts.md section 6).
 */
public final class Sample {

  /** What every output made from the sample must say. */
  public static final Notice NOTICE =
      new Notice(Messages.CHINESE.text("sample.notice"), Messages.ENGLISH.text("sample.notice"));

  private static final String INVESTMENTS = "206-1";

  private Sample() {}

  /**
   * Fills an inbox: {@code <FORM>/<day received>/<file>}. The same options give the same bytes.
   *
   * @param catalog forms, places, sectors, indicators, rates and price indices
   * @throws IllegalStateException when the catalog lacks something the assumptions name, or the
   *     assumptions contradict a printed figure
   * @throws UncheckedIOException when the inbox cannot be written
   */
  public static void write(Catalog catalog, Path inbox, SampleOptions options) {
    write(catalog, inbox, options, UnaryOperator.identity());
  }

  /**
   * The same returns as {@link #write}, every file of them in one layout: commas, the header first
   * and in Chinese, so that a program with one reader of the format can read them all.
   */
  public static void writePlain(
      Catalog catalog, Path inbox, SampleOptions options, DeliveryFormat format) {
    write(catalog, inbox, options, delivery -> delivery.in(Layout.plain(format)));
  }

  private static void write(
      Catalog catalog, Path inbox, SampleOptions options, UnaryOperator<Delivery> laidOut) {
    DeliveryWriter writer = new DeliveryWriter(inbox);
    try {
      for (Delivery delivery : deliveries(new Setting(catalog, Assumptions.read(), options))) {
        writer.write(laidOut.apply(delivery));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the sample to " + inbox + ".", e);
    }
  }

  /** Writes {@code notice.yaml}, so that the catalog makes every output say what the data is. */
  public static void writeNotice(Path reference) {
    String text = "zh: \"" + NOTICE.zh() + "\"\nen: \"" + NOTICE.en() + "\"\n";
    try {
      Files.createDirectories(reference);
      Files.writeString(reference.resolve("notice.yaml"), text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the notice to " + reference + ".", e);
    }
  }

  private static List<Delivery> deliveries(Setting setting) {
    Register register = new Register(setting);
    List<Unit> investments = register.projects(INVESTMENTS);
    TradeReturns trade = new TradeReturns(setting, register.enterprises("E204-1"));
    CateringReturns catering = new CateringReturns(setting, register.enterprises("S204-1"));
    InvestmentReturns investment = new InvestmentReturns(setting, investments);
    List<RegisteredForm> registered =
        List.of(
            new IndustryReturns(setting, register.enterprises("B204-1")),
            trade,
            catering,
            new ServiceReturns(setting, register.enterprises("F203")),
            investment);
    List<Delivery> deliveries = new ArrayList<>();
    deliveries.addAll(new RegisterReturns(setting).all(kinds(registered, investments)));
    registered.forEach(form -> deliveries.addAll(new RegisteredDeliveries(setting, form).all()));
    deliveries.addAll(
        new RetailEstimateReturns(setting, List.of(trade.retail(), catering.consumption())).all());
    deliveries.addAll(new KeyProjectReturns(setting, investment).all());
    deliveries.addAll(new BudgetReturns(setting).all());
    deliveries.addAll(new HouseholdReturns(setting).all());
    deliveries.addAll(new AccountReturns(setting).all());
    deliveries.addAll(new DepartmentReturns(setting).all());
    deliveries.addAll(new MilestoneReturns(setting).all());
    deliveries.addAll(Repeats.of(setting, deliveries));
    return deliveries;
  }

  private static Map<String, List<Unit>> kinds(List<RegisteredForm> forms, List<Unit> projects) {
    Map<String, List<Unit>> kinds = new LinkedHashMap<>();
    kinds.put(
        "enterprises",
        forms.stream()
            .flatMap(form -> form.units().stream())
            .filter(unit -> !unit.form().equals(INVESTMENTS))
            .toList());
    kinds.put("projects", projects);
    return kinds;
  }
}
