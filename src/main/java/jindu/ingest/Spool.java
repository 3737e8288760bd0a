package jindu.ingest;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import org.apache.commons.io.output.DeferredFileOutputStream;

/**
 * Bytes that are written once and read after that: in memory while they are few, else in a
 * temporary file (of {@code java.io.tmpdir}, readable by its owner only) that {@link #close}
 * deletes.
 */
final class Spool implements AutoCloseable {

  private static final int MOST_IN_MEMORY = 2 << 20;

  /** How every such file's name begins; the number of its process follows. */
  static final String NAME = "jindu-ingest-";

  /** What a process that was killed left behind bears its number. */
  static final String PREFIX = NAME + ProcessHandle.current().pid() + "-";

  private final DeferredFileOutputStream kept =
      DeferredFileOutputStream.builder().setThreshold(MOST_IN_MEMORY).setPrefix(PREFIX).get();

  /** Closed by whoever writes, before anything is read. */
  OutputStream out() {
    return kept;
  }

  InputStream open() throws IOException {
    return kept.toInputStream();
  }

  /** The temporary file, where there is one. */
  Optional<File> file() {
    return Optional.ofNullable(kept.isInMemory() ? null : kept.getFile());
  }

  @Override
  public void close() {
    try {
      kept.close();
      if (file().isPresent()) {
        Files.deleteIfExists(file().get().toPath());
      }
    } catch (IOException e) {
      throw noSpace(e);
    }
  }

  /** What stops the run: no fault of the file. */
  static UncheckedIOException noSpace(IOException cause) {
    return new UncheckedIOException(
        "Cannot keep a delivery in the temporary folder %s: %s. Free space there and see that nothing else deletes its files, then run again."
            .formatted(System.getProperty("java.io.tmpdir"), cause.getMessage()),
        cause);
  }
}
