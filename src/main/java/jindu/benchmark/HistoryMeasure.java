package jindu.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jindu.catalog.CatalogException;
import jindu.catalog.CatalogReader;
import jindu.run.RunException;

/**
 * The same night on lakes that hold the deliveries of more and more years, beside the one of a
 * single year; and of the longest history beside its rebuild, which is its first night.
 */
final class HistoryMeasure {

  private static final String MEASURE = "history";
  private static final String REBUILD = "rebuild";

  /** Years of deliveries before the night; the first is what the others stand beside. */
  private static final List<Integer> YEARS = List.of(1, 3, 10);

  /** Years before the sample's first, which has not quite three. */
  private static final int OLDER = 8;

  private final Workplace workplace;
  private final MeasuredLake lake;
  private final Steps steps;

  HistoryMeasure(Workplace workplace, MeasuredLake lake, Steps steps) {
    this.workplace = workplace;
    this.lake = lake;
    this.steps = steps;
  }

  List<Measurement> run() throws IOException, CatalogException, RunException, InterruptedException {
    List<Measurement> measured = new ArrayList<>();
    Cost shortest = null;
    for (int years : YEARS) {
      steps.begins(MEASURE, Integer.toString(years));
      Path root = lake.undone(MEASURE);
      OlderYears older = new OlderYears(root);
      older.add(OLDER);
      older.keepSince(night().minusYears(years));
      long cells =
          ReturnCells.count(CatalogReader.read(root.resolve("reference")), root.resolve("inbox"));
      Cost rebuild = nightly(years, REBUILD, root);
      Folders.copy(lake.tonight(), root.resolve("inbox"));
      Cost night = nightly(years, "night", root);
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put(Measurement.VARIANT, variant(years));
      facts.put("years", years);
      facts.put("heap", workplace.heap());
      facts.put("stages", workplace.stages(log(years, "stages"), root));
      boolean isFirst = shortest == null;
      measured.add(
          new Measurement(
              MEASURE,
              cells,
              night,
              isFirst ? null : variant(YEARS.get(0)),
              shortest,
              null,
              facts));
      if (isFirst) {
        shortest = night;
      }
      if (years == YEARS.get(YEARS.size() - 1)) {
        measured.add(new Measurement(MEASURE, cells, night, REBUILD, rebuild, null, facts));
      }
      Folders.delete(root);
    }
    return measured;
  }

  private Cost nightly(int years, String what, Path root)
      throws IOException, RunException, InterruptedException {
    return workplace.on(log(years, what), root, "nightly", "--quiet").cost();
  }

  /** The day that the night's deliveries are of. */
  private LocalDate night() throws IOException {
    try (Stream<Path> files = Files.walk(lake.tonight())) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> LocalDate.parse(file.getParent().getFileName().toString()))
          .findFirst()
          .orElseThrow();
    }
  }

  private static String variant(int years) {
    return "years_" + years;
  }

  private static String log(int years, String what) {
    return MEASURE + "-" + years + "-" + what;
  }
}
