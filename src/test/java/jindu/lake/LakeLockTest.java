package jindu.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One holder a lake, whatever becomes of it. */
class LakeLockTest {

  private static final Instant NOW = Instant.parse("2021-12-01T15:00:00Z");

  @TempDir private Path folder;

  @Test
  void aLivingProcessKeepsTheLakePausedOrNotAndADeadOneLosesIt() throws Exception {
    Lake lake = Lake.open(folder.toString());
    Process other = HoldingProgram.start("hold", folder.toString());
    try {
      assertThat(HoldingProgram.line(other)).isEqualTo("held");
      assertThat(lake.take(NOW)).isEmpty();
      Holder holder = LakeLock.holder(lake).orElseThrow();
      assertThat(holder.process()).isEqualTo(other.pid());
      assertThat(holder.state()).isEqualTo(Holder.State.RUNNING);

      signal("STOP", other);
      assertThat(lake.take(NOW)).isEmpty();
      assertThat(holder.state()).isEqualTo(Holder.State.PAUSED);

      signal("KILL", other);
      assertThat(other.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(holder.state()).isEqualTo(Holder.State.DEAD);
      try (LakeLock lock = lake.take(NOW).orElseThrow()) {
        assertThat(lock.died()).contains(holder);
        Process third = HoldingProgram.start("hold", folder.toString());
        assertThat(HoldingProgram.line(third)).isEqualTo("refused");
        third.destroyForcibly();
      }
      assertThat(LakeLock.holder(lake)).isEmpty();
      try (LakeLock lock = lake.take(NOW).orElseThrow()) {
        assertThat(lock.died()).isEmpty();
      }
    } finally {
      other.destroyForcibly();
    }
  }

  @Test
  void whoIsNotHeardOfLosesALeaseAndFindsOutBeforeTheNextChange() throws Exception {
    Lake one = Lake.open("elsewhere:" + folder);
    Lake other = Lake.open("elsewhere:" + folder);
    LakeLock slow = one.take(NOW).orElseThrow();
    assertThat(other.take(NOW)).isEmpty();
    one.requireHeld();

    Files.setLastModifiedTime(
        folder.resolve(LakeLock.FILE),
        FileTime.from(Instant.now().minus(LeaseLock.PATIENCE).minusSeconds(60)));
    LakeLock taken = other.take(NOW).orElseThrow();

    assertThat(taken.died().map(Holder::id)).isEqualTo(Optional.of(slow.holder().id()));
    assertThatThrownBy(one::requireHeld)
        .isInstanceOf(LostLockException.class)
        .hasMessageContaining("another batch has taken it");
    slow.close();
    other.requireHeld();
    taken.close();
    assertThat(folder.resolve(LakeLock.FILE)).doesNotExist();
  }

  private static void signal(String name, Process process) throws Exception {
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    assertThat(kill.waitFor()).isZero();
    // The signal is sent; that it is obeyed shows in the state.
    Path state = Path.of("/proc", Long.toString(process.pid()), "stat");
    while (name.equals("STOP") && !Files.readString(state).matches("(?s).*\\) T .*")) {
      Thread.onSpinWait();
    }
  }
}
