package jindu.cli;

import jindu.catalog.Catalog;
import jindu.core.Indicator;
import jindu.core.Messages;
import jindu.core.Place;
import jindu.core.Sector;

/** What the entries of a catalog are called in the language of the messages. */
final class CatalogWords {

  private static final String UNIT = "cli.unit-";

  private final Catalog catalog;
  private final Messages messages;

  CatalogWords(Catalog catalog, Messages messages) {
    this.catalog = catalog;
    this.messages = messages;
  }

  String indicator(Indicator indicator) {
    return messages.isChinese() ? indicator.titleZh() : indicator.titleEn();
  }

  /** The base unit; one that a catalog added stands for itself. */
  String unit(Indicator indicator) {
    String key = UNIT + indicator.unit();
    return messages.keys(UNIT).contains(key) ? messages.text(key) : indicator.unit();
  }

  /** A place; one that is not of the district stands for itself. */
  String place(String code) {
    return catalog.places().stream()
        .filter(place -> place.code().equals(code))
        .map(this::place)
        .findFirst()
        .orElse(code);
  }

  String place(Place place) {
    return messages.isChinese() ? place.nameZh() : place.nameEn();
  }

  /** A sector with its code; P1 to P3 stand for themselves. */
  String sector(String code) {
    if (code.equals(Sector.ALL)) {
      return messages.text("cli.explain-all-sectors");
    }
    Sector sector = catalog.sectors().get(code);
    return sector == null
        ? code
        : (code + " " + (messages.isChinese() ? sector.nameZh() : sector.nameEn())).strip();
  }

  /** An item as its form's header has it. */
  String item(String form, String item) {
    return catalog
        .forms()
        .get(form)
        .item(item)
        .filter(known -> messages.isChinese())
        .map(known -> known.header())
        .orElse(item);
  }
}
