package jindu.cli;

import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --as-of}, for the commands that look at the lake as it was on a day. */
final class AsOfOption {

  @Option(
      names = "--as-of",
      paramLabel = "YYYY-MM-DD",
      description = "What was received by this day (default: the latest received day). 数据截至日。")
  private LocalDate day;

  Optional<LocalDate> day() {
    return Optional.ofNullable(day);
  }
}
