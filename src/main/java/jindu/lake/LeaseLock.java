package jindu.lake;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A lease on a lake that no operating system locks: the file {@code .holder}, which one alone can
 * create, and which its holder writes anew while it lives. Who has not for {@link #PATIENCE} is
 * taken for dead. It may only have been slow, so whoever holds a lease asks before each change
 * whether it still does, and the ledger refuses what an earlier holder tells it.
 */
final class LeaseLock implements LakeLock {

  /** By the time of the file system, which all machines share. */
  static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final Duration RENEWED_EVERY = Duration.ofSeconds(30);
  private static final String PROBE = ".holder-time";

  private final Lake lake;
  private final Holder holder;
  private final Optional<Holder> died;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(LeaseLock::daemon);
  private ScheduledFuture<?> renewal;

  private LeaseLock(Lake lake, Holder holder, Optional<Holder> died) {
    this.lake = lake;
    this.holder = holder;
    this.died = died;
  }

  static Optional<LakeLock> tryTake(Lake lake, Instant now) throws IOException {
    Optional<Holder> before = LakeLock.holder(lake);
    if (isStale(lake)) {
      lake.files().delete(path(lake), false);
    }
    Holder here = Holder.here(now);
    if (!create(lake, here)) {
      return Optional.empty();
    }
    LeaseLock lock = new LeaseLock(lake, here, before);
    lock.requireHeld();
    lock.renewal = lock.renewed();
    return Optional.of(lock);
  }

  @Override
  public Holder holder() {
    return holder;
  }

  @Override
  public Optional<Holder> died() {
    return died;
  }

  @Override
  public void requireHeld() {
    try {
      if (!isMine()) {
        throw new LostLockException(lake.root().toString(), null);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public void close() throws IOException {
    renewal.cancel(false);
    timer.shutdownNow();
    if (isMine()) {
      lake.files().delete(path(lake), false);
    }
  }

  private ScheduledFuture<?> renewed() {
    long seconds = RENEWED_EVERY.toSeconds();
    return timer.scheduleWithFixedDelay(this::renew, seconds, seconds, TimeUnit.SECONDS);
  }

  /** Writes it anew while it is this holder's. */
  private synchronized void renew() {
    try {
      if (isMine()) {
        write(lake, holder, true);
      } else {
        timer.shutdown();
      }
    } catch (IOException unreachable) {
      // Tried again in half a minute; after ten minutes of this another may take the lake, and
      // the question before the next change finds that out.
    }
  }

  /** Not while it is being renewed: a file that is written anew is empty for a moment. */
  private synchronized boolean isMine() throws IOException {
    return LakeLock.holder(lake).map(Holder::id).filter(holder.id()::equals).isPresent();
  }

  private static boolean create(Lake lake, Holder holder) throws IOException {
    try {
      write(lake, holder, false);
      return true;
    } catch (FileAlreadyExistsException held) {
      return false;
    }
  }

  private static void write(Lake lake, Holder holder, boolean again) throws IOException {
    try (OutputStream out = lake.files().create(path(lake), again)) {
      out.write(holder.text().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static boolean isStale(Lake lake) throws IOException {
    FileSystem files = lake.files();
    if (!files.exists(path(lake))) {
      return false;
    }
    Path probe = new Path(lake.root(), PROBE);
    files.create(probe, true).close();
    long now = files.getFileStatus(probe).getModificationTime();
    files.delete(probe, false);
    long renewed = files.getFileStatus(path(lake)).getModificationTime();
    return now - renewed > PATIENCE.toMillis();
  }

  private static Path path(Lake lake) {
    return new Path(lake.root(), FILE);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "jindu-lease");
    thread.setDaemon(true);
    return thread;
  }
}
