package jindu.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jindu.catalog.Catalog;
import jindu.core.Cell;
import jindu.core.Indicator;
import jindu.core.Indicator.LowestPlace;
import jindu.core.Indicator.SectorDetail;
import jindu.core.Messages;
import jindu.core.Place;
import jindu.core.Quarter;
import jindu.core.Sector;

/** A cell as a person names it: by codes, indicator and township also by their names. */
final class CellArguments {

  private final Catalog catalog;
  private final Messages messages;
  private final CatalogWords words;
  private final List<String> problems = new ArrayList<>();

  CellArguments(Catalog catalog, Messages messages) {
    this.catalog = catalog;
    this.messages = messages;
    this.words = new CatalogWords(catalog, messages);
  }

  /** The cell; empty where something is wrong with a name, see {@link #problems}. */
  Optional<Cell> cell(String indicator, String township, String sector, String quarter) {
    Optional<Indicator> named = indicator(indicator);
    Optional<String> place = place(township, named);
    Optional<String> known = sector(sector, named);
    Optional<Quarter> when = quarter(quarter);
    return problems.isEmpty()
        ? Optional.of(
            new Cell(
                named.orElseThrow().code(),
                place.orElseThrow(),
                known.orElseThrow(),
                when.orElseThrow()))
        : Optional.empty();
  }

  /** All that is wrong, with what would be right. */
  List<String> problems() {
    return problems;
  }

  private Optional<Indicator> indicator(String text) {
    Optional<Indicator> found =
        catalog.indicators().values().stream()
            .filter(
                indicator ->
                    Stream.of(indicator.code(), indicator.titleZh(), indicator.titleEn())
                        .anyMatch(text::equals))
            .findFirst();
    if (found.isEmpty()) {
      String known = String.join(", ", catalog.indicators().keySet());
      problems.add(messages.text("cli.explain-unknown-indicator", text, known));
    }
    return found;
  }

  private Optional<String> place(String text, Optional<Indicator> indicator) {
    Optional<Place> found =
        text.equals(Sector.ALL)
            ? Optional.of(catalog.district())
            : catalog.places().stream()
                .filter(
                    place ->
                        Stream.of(place.code(), place.nameZh(), place.nameEn())
                            .anyMatch(text::equals))
                .findFirst();
    if (found.isEmpty()) {
      String known =
          catalog.places().stream()
              .map(place -> place.code() + " " + words.place(place))
              .collect(Collectors.joining(", "));
      problems.add(messages.text("cli.explain-unknown-township", text, known));
    }
    boolean isTooLow =
        found.isPresent()
            && found.get().kind() != Place.Kind.DISTRICT
            && indicator.isPresent()
            && indicator.get().lowestPlace() == LowestPlace.DISTRICT;
    if (isTooLow) {
      problems.add(messages.text("cli.explain-district-only", indicator.get().code(), text));
    }
    return found.map(Place::code);
  }

  private Optional<String> sector(String text, Optional<Indicator> indicator) {
    SectorDetail detail = indicator.map(Indicator::sectorDetail).orElse(SectorDetail.DIVISION);
    List<String> known = sectors(detail);
    if (!known.contains(text)) {
      problems.add(
          messages.text(
              "cli.explain-unknown-sector",
              text,
              indicator.map(Indicator::code).orElse("–"),
              String.join(", ", known)));
      return Optional.empty();
    }
    return Optional.of(text);
  }

  /** What has cells of its own at this detail (method.md section 5). */
  private List<String> sectors(SectorDetail detail) {
    List<String> known = new ArrayList<>(List.of(Sector.ALL));
    if (detail != SectorDetail.NONE) {
      known.addAll(Sector.STRATA);
      known.addAll(catalog.sectorCodes(Sector.Level.SECTION));
    }
    if (detail == SectorDetail.DIVISION) {
      known.addAll(catalog.sectorCodes(Sector.Level.DIVISION));
    }
    return known;
  }

  private Optional<Quarter> quarter(String text) {
    try {
      return Optional.of(Quarter.parse(text));
    } catch (IllegalArgumentException e) {
      problems.add(messages.text("cli.explain-wrong-quarter", text));
      return Optional.empty();
    }
  }
}
