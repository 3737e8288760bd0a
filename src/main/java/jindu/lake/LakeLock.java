package jindu.lake;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.apache.hadoop.fs.LocalFileSystem;

/**
 * The one writer of a lake. On a disk of this machine it is a lock of the operating system, which
 * ends with the process however it ends, and never before; elsewhere a lease, which its holder
 * renews ({@link LeaseLock}), and what the holder tells the ledger is refused once another has
 * taken over ({@link FencedTable}).
 */
public interface LakeLock extends AutoCloseable {

  /** The file in the lake that says who holds it. */
  String FILE = ".holder";

  /** Takes the lake, or returns empty at once when another holds it. */
  static Optional<LakeLock> tryTake(Lake lake, Instant now) throws IOException {
    return lake.files() instanceof LocalFileSystem
        ? ProcessLock.tryTake(lake, now)
        : LeaseLock.tryTake(lake, now);
  }

  /**
   * Who took the lake and did not give it back; empty where nobody holds it. One that is dead holds
   * nothing on a disk of this machine.
   */
  static Optional<Holder> holder(Lake lake) throws IOException {
    return lake.text(FILE).flatMap(Holder::read);
  }

  /** Who holds it: this process. */
  Holder holder();

  /** Who held the lake before and died; empty where it was given back. */
  Optional<Holder> died();

  /**
   * Whoever is about to change the lake asks first.
   *
   * @throws LostLockException when another has taken it
   */
  void requireHeld();

  @Override
  void close() throws IOException;
}
