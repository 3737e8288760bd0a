package jindu.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jindu.core.Place;

/** Reads {@code townships.csv}. */
final class PlaceReader {

  static final String FILE = "townships.csv";
  static final List<String> COLUMNS = List.of("code", "name_zh", "name_en", "kind", "note");

  private static final Pattern DISTRICT = Pattern.compile("\\d{6}");
  private static final Pattern TOWNSHIP = Pattern.compile("\\d{9}");

  private PlaceReader() {}

  static List<Located<Place>> read(CsvTable table, Mistakes mistakes) {
    table.requireUnique("code");
    List<Located<Place>> places = new ArrayList<>();
    for (CsvRow row : table.rows()) {
      mistakes
          .whenSound(() -> place(row))
          .ifPresent(place -> places.add(new Located<>(row.at(), place)));
    }
    List<Located<Place>> districts = ofKind(places, Place.Kind.DISTRICT);
    boolean named =
        table.rows().stream()
            .anyMatch(row -> row.field("kind").text().equals(Place.Kind.DISTRICT.code()));
    if (table.isReadable() && !named) {
      mistakes.add(new Location(FILE, 0), "no-district");
    }
    districts.stream()
        .skip(1)
        .forEach(second -> mistakes.add(second.at(), "second-district", second.value().code()));
    if (districts.size() == 1) {
      requireInside(districts.get(0).value(), places, mistakes);
    }
    ofKind(places, Place.Kind.REMAINDER).stream()
        .skip(1)
        .forEach(second -> mistakes.add(second.at(), "second-remainder", second.value().code()));
    return places;
  }

  /** The district, when it could be read. */
  static Optional<Place> district(List<Located<Place>> places) {
    return ofKind(places, Place.Kind.DISTRICT).stream().map(Located::value).findFirst();
  }

  private static Place place(CsvRow row) {
    Field kindField = row.field("kind");
    Place.Kind kind = kindField.code(Place.Kind.class);
    boolean district = kind == Place.Kind.DISTRICT;
    Field code = row.field("code");
    if (kindField.isSound()) {
      code.matching(district ? DISTRICT : TOWNSHIP, district ? "123456" : "123456789");
    }
    return new Place(
        code.text(),
        row.field("name_zh").required(),
        row.field("name_en").required(),
        kind,
        row.field("note").text());
  }

  private static List<Located<Place>> ofKind(List<Located<Place>> places, Place.Kind kind) {
    return places.stream().filter(place -> place.value().kind() == kind).toList();
  }

  private static void requireInside(
      Place district, List<Located<Place>> places, Mistakes mistakes) {
    places.stream()
        .filter(place -> !place.value().code().startsWith(district.code()))
        .forEach(
            place ->
                mistakes.add(
                    place.at(), "outside-district", place.value().code(), district.code()));
  }
}
