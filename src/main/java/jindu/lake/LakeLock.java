package jindu.lake;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The one writer of a lake on a local file system: an operating-system lock on {@code .lock}, which
 * ends with the process however it ends.
 */
public final class LakeLock implements AutoCloseable {

  private final FileChannel channel;
  private final FileLock lock;

  private LakeLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /** Takes the lock, or returns empty at once when another process holds it. */
  public static Optional<LakeLock> tryTake(Lake lake) throws IOException {
    FileChannel channel =
        FileChannel.open(
            Path.of(lake.root().toUri().getPath(), ".lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return Optional.of(new LakeLock(channel, lock));
      }
    } catch (OverlappingFileLockException heldByThisProcess) {
      // Same answer as for another process: the lake is held.
    }
    channel.close();
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    lock.release();
    channel.close();
  }
}
