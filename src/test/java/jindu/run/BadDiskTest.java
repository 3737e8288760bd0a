package jindu.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import jindu.lake.Faults;
import jindu.lake.Faults.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full, or that nothing may be written to: readers see what they saw before. */
@ExtendWith(FewRows.class)
class BadDiskTest {

  @TempDir private Path folder;

  @AfterEach
  void mend() {
    Faults.none();
  }

  @Test
  void aNightThatFoundNoRoomIsCarriedOnWhereThereIsRoomAgain() throws Exception {
    CrashLake lake = CrashLake.corrected(folder.resolve("full"));
    CrashLake undisturbed = lake.copy(folder.resolve("undisturbed"));
    undisturbed.night();
    String inForce = lake.state().get("in force");

    Faults faults = Faults.within("aggregate", Kind.FULL, lake.folder());
    assertThatThrownBy(() -> lake.night(faults)).hasStackTraceContaining("No space left on device");
    assertThat(lake.wrongInForce()).isEmpty();
    assertThat(lake.state()).containsEntry("in force", inForce);

    lake.forget();
    assertThatThrownBy(lake::night)
        .as("detected before anything is done")
        .isInstanceOfSatisfying(
            RunException.class,
            refused -> assertThat(refused.kind()).isEqualTo(RunException.Kind.NOT_WRITABLE));

    Faults.none();
    lake.forget();
    lake.night();
    assertThat(lake.state()).isEqualTo(undisturbed.state());
  }

  @Test
  void aZoneThatCannotBeWrittenIsNamedBeforeAnythingIsDone() throws Exception {
    CrashLake lake = CrashLake.fresh(folder);
    lake.forget();
    Map<String, String> before = lake.state();
    Faults.readOnly("indicators", lake.folder());
    assertThatThrownBy(lake::night)
        .isInstanceOfSatisfying(
            RunException.class,
            refused -> {
              assertThat(refused.kind()).isEqualTo(RunException.Kind.NOT_WRITABLE);
              assertThat(refused.arguments().get(1))
                  .contains("indicators: ", "Read-only file system")
                  .doesNotContain(";");
            });
    assertThat(lake.state()).isEqualTo(before);
    Faults.none();
    assertThat(lake.night().outcome()).isEqualTo(NightResult.Outcome.PUBLISHED);
  }

  @Test
  void aNightThatFailsAfterItsSwitchSaysThatItPublished() throws Exception {
    CrashLake lake = CrashLake.corrected(folder.resolve("after"));
    CrashLake undisturbed = lake.copy(folder.resolve("undisturbed"));
    Faults counted = Faults.count(undisturbed.folder());
    undisturbed.night(counted);
    String inForce = undisturbed.state().get("in force");
    int after = lastOf(counted, Faults.Operation.RENAME, "published folder") + 1;

    Faults faults = Faults.at(after, Kind.FULL, lake.folder());
    assertThatThrownBy(() -> lake.night(faults))
        .isInstanceOfSatisfying(
            RunException.class,
            told -> {
              assertThat(told.kind()).isEqualTo(RunException.Kind.AFTER_PUBLICATION);
              assertThat(told.arguments().get(0)).isEqualTo(inForce);
              assertThat(told.arguments().get(1)).contains("No space left on device");
            });
    assertThat(lake.wrongInForce()).isEmpty();

    Faults.none();
    lake.forget();
    lake.night();
    assertThat(lake.state()).isEqualTo(undisturbed.state());
  }

  private static int lastOf(Faults counted, Faults.Operation operation, String kind) {
    return counted.steps().stream()
        .filter(step -> step.operation() == operation && step.kind().equals(kind))
        .mapToInt(Faults.Step::number)
        .max()
        .orElseThrow();
  }
}
