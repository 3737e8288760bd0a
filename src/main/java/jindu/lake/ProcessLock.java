package jindu.lake;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The lock of the operating system on the lake's {@code .lock}; who has it stands in another file.
 * Linux gives such a lock back as soon as its process closes the file, by whatever name it opened
 * it again: so nothing is ever read from it, and a second try in the same process does not open it.
 */
final class ProcessLock implements LakeLock {

  private static final String LOCKED = ".lock";

  /** The lakes that this process holds. */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;
  private final Holder holder;
  private final Optional<Holder> died;

  private ProcessLock(Path folder, FileChannel channel, Holder holder, Optional<Holder> died) {
    this.folder = folder;
    this.channel = channel;
    this.holder = holder;
    this.died = died;
  }

  static Optional<LakeLock> tryTake(Lake lake, Instant now) throws IOException {
    Path folder = Path.of(lake.root().toUri().getPath()).toRealPath();
    if (!HELD.add(folder)) {
      return Optional.empty();
    }
    Optional<LakeLock> taken = Optional.empty();
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              folder.resolve(LOCKED), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock != null) {
        Optional<Holder> died = LakeLock.holder(lake);
        Holder here = Holder.here(now);
        write(folder, here.text());
        taken = Optional.of(new ProcessLock(folder, channel, here, died));
      }
      return taken;
    } finally {
      if (taken.isEmpty()) {
        HELD.remove(folder);
        if (channel != null) {
          // What was locked is given back with it.
          channel.close();
        }
      }
    }
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
    // The operating system takes it from no living process.
  }

  @Override
  public void close() throws IOException {
    try {
      write(folder, "");
    } finally {
      HELD.remove(folder);
      channel.close();
    }
  }

  private static void write(Path folder, String text) throws IOException {
    Disk disk = LocalDisk.here();
    Path aside = folder.resolve(FILE + ".tmp");
    disk.write(aside, text.getBytes(StandardCharsets.UTF_8));
    disk.replace(aside, folder.resolve(FILE));
  }
}
