package jindu.lake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

/** The lock of the operating system on the lake's {@code .lock}, which says who has it. */
final class ProcessLock implements LakeLock {

  private final FileChannel channel;
  private final FileLock lock;
  private final Holder holder;
  private final Optional<Holder> died;

  private ProcessLock(FileChannel channel, FileLock lock, Holder holder, Optional<Holder> died) {
    this.holder = holder;
    this.channel = channel;
    this.lock = lock;
    this.died = died;
  }

  static Optional<LakeLock> tryTake(Lake lake, Instant now) throws IOException {
    FileChannel channel =
        FileChannel.open(
            Path.of(lake.root().toUri().getPath(), FILE),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        Optional<Holder> died = LakeLock.holder(lake);
        Holder here = Holder.here(now);
        say(channel, here.text());
        return Optional.of(new ProcessLock(channel, lock, here, died));
      }
    } catch (OverlappingFileLockException heldByThisProcess) {
      // Same answer as for another process: the lake is held.
    }
    channel.close();
    return Optional.empty();
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
    say(channel, "");
    lock.release();
    channel.close();
  }

  private static void say(FileChannel channel, String text) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
    channel.force(true);
  }
}
