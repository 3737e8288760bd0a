package jindu.cli;

import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --as-of}, for the commands that look at the lake as it was on a day. */
final class AsOfOption {

  @Option(names = "--as-of", paramLabel = "YYYY-MM-DD", descriptionKey = "help.as-of")
  private LocalDate day;

  Optional<LocalDate> day() {
    return Optional.ofNullable(day);
  }
}
