package jindu.lake;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.apache.hadoop.fs.Path;

/** The files of {@code logs/}, one a day, appended to by each batch. */
public final class LogZone {

  private static final String ENDING = ".jsonl";

  private final Lake lake;

  public LogZone(Lake lake) {
    this.lake = lake;
  }

  /** The day's file; none where the lake lies on no disk of this machine, which alone appends. */
  public Optional<java.nio.file.Path> file(LocalDate day) {
    Path file = new Path(lake.zone("logs"), day + ENDING);
    return lake.isLocal()
        ? Optional.of(java.nio.file.Path.of(file.toUri().getPath()))
        : Optional.empty();
  }

  /** Deletes the files of days before. */
  public void deleteBefore(LocalDate first) throws IOException {
    lake.requireHeld();
    Path zone = lake.zone("logs");
    for (String name : lake.names(zone)) {
      if (day(name).filter(first::isAfter).isPresent()) {
        lake.files().delete(new Path(zone, name), false);
      }
    }
  }

  private static Optional<LocalDate> day(String name) {
    if (!name.endsWith(ENDING)) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(name.substring(0, name.length() - ENDING.length())));
    } catch (DateTimeParseException another) {
      return Optional.empty();
    }
  }
}
