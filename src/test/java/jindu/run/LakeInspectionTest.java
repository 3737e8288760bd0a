package jindu.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a power cut or a failing disk leaves is found, and made again or refused. */
@ExtendWith(FewRows.class)
class LakeInspectionTest {

  @TempDir private Path folder;

  @Test
  void whatFollowsFromTheReturnsIsMadeAgainAndWhatDoesNotIsRefused() throws Exception {
    CrashLake lake = CrashLake.fresh(folder);
    NightResult first = lake.night();
    Map<String, String> whole = lake.state();

    // The last commit of one table as a power cut leaves it, a file of another lost.
    Path torn = last("indicators", "_delta_log", ".json");
    shorten(torn, Files.size(torn) / 2);
    Files.delete(last("observations", "", ".parquet"));
    lake.forget();
    NightResult mended = lake.night();

    assertThat(mended.mended())
        .hasSize(2)
        .anyMatch(each -> each.startsWith("indicators: " + torn.getFileName()))
        .anyMatch(each -> each.startsWith("observations: "));
    assertThat(mended.outcome()).isEqualTo(NightResult.Outcome.NOTHING_CHANGED);
    assertThat(tables(lake.state())).isEqualTo(tables(whole));

    // A published file that was altered: readers get the same rows under another name.
    Path published = last("published/" + first.publication() + "/indicator", "", ".parquet");
    shorten(published, Files.size(published) - 1);
    lake.forget();
    NightResult again = lake.night();
    assertThat(again.mended()).containsExactly("published: " + first.publication());
    assertThat(again.outcome()).isEqualTo(NightResult.Outcome.PUBLISHED);
    assertThat(again.publication()).isNotEqualTo(first.publication());
    assertThat(lake.wrongInForce()).isEmpty();

    Path returns = last("returns", "", ".parquet");
    byte[] rows = Files.readAllBytes(returns);
    shorten(returns, 0);
    lake.forget();
    RunException refused = catchThrowableOfType(RunException.class, lake::night);
    assertThat(refused.kind()).isEqualTo(RunException.Kind.LOST_ROWS);
    assertThat(refused.arguments()).element(1).isEqualTo("returns");

    // Restored, and the last commit of the ledger empty: the batch did not end, and is carried on.
    Files.write(returns, rows);
    shorten(last("ledger", "_delta_log", ".json"), 0);
    lake.forget();
    assertThat(lake.night().outcome()).isEqualTo(NightResult.Outcome.PUBLISHED);
    assertThat(lake.wrongInForce()).isEmpty();
    lake.forget();
    assertThat(lake.night().outcome()).isEqualTo(NightResult.Outcome.NOTHING_RECEIVED);
  }

  private static Map<String, String> tables(Map<String, String> state) {
    List<String> names = NightStages.STORED.stream().map(table -> table.name()).toList();
    return state.entrySet().stream()
        .filter(each -> names.contains(each.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static void shorten(Path file, long size) throws IOException {
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      open.setLength(size);
    }
  }

  private Path last(String zone, String within, String suffix) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(zone).resolve(within))) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(suffix))
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .filter(file -> within.isEmpty() == !file.toString().contains("_delta_log"))
          .max(Comparator.naturalOrder())
          .orElseThrow();
    }
  }
}
