package jindu.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Nights of a small lake, with random deliveries and sometimes another catalog. */
final class RandomHistory {

  /**
   * Due days pass between the first two, none between the next, a quarter begins before the last.
   */
  static final List<LocalDate> NIGHTS =
      List.of(LocalDate.of(2021, 5, 2), LocalDate.of(2021, 5, 4), LocalDate.of(2021, 7, 25));

  /** The night before which a file of the catalog may change. */
  private static final int CHANGING = 2;

  private static final int FIRST_FILES = 14;
  private static final int FILES = 3;

  private final SmallLake lake;
  private final RandomDeliveries deliveries;
  private final Map<LocalDate, NightResult> nights = new LinkedHashMap<>();

  RandomHistory(Path folder, long seed) throws Exception {
    this.lake = SmallLake.in(folder, RandomDeliveries.FORMS, RandomDeliveries.NAMED);
    this.deliveries = new RandomDeliveries(seed);
  }

  /** Runs the next night. */
  NightResult next() throws Exception {
    int number = nights.size();
    LocalDate day = NIGHTS.get(number);
    if (number == 0) {
      deliver(List.of(RandomDeliveries.register(day)));
    }
    if (number == CHANGING) {
      changeCatalog();
    }
    deliver(deliveries.receivedOn(day, number == 0 ? FIRST_FILES : FILES));
    NightResult night = lake.night(Optional.of(day));
    nights.put(day, night);
    return night;
  }

  SmallLake lake() {
    return lake;
  }

  /** One of the nights before the last. */
  LocalDate earlierNight() {
    return NIGHTS.get(deliveries.choice(NIGHTS.size() - 1));
  }

  /** What was in force after the night. */
  String publicationOf(LocalDate night) {
    return nights.get(night).publication();
  }

  RebuildResult rebuild(Optional<LocalDate> day) throws Exception {
    return Rebuild.run(
        lake.folder().toString(), null, day, false, SampleLake.CLOCK, Progress.SILENT);
  }

  /** In every second history: a factor, or what a form feeds. */
  private void changeCatalog() throws Exception {
    switch (deliveries.choice(4)) {
      case 0 -> lake.changeReference("value_added_rates.csv", "26,2021,0.", "26,2021,0.1");
      case 1 -> lake.changeReference("forms/CZ-1.yaml", "契税, 烟叶税, 其他", "烟叶税, 其他");
      default -> {}
    }
  }

  private void deliver(List<RandomDeliveries.File> files) throws Exception {
    for (RandomDeliveries.File file : files) {
      lake.deliver(file.path(), file.text());
    }
  }
}
