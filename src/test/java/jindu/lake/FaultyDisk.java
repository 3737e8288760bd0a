package jindu.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import jindu.lake.Faults.Operation;

/** The disk of this machine, whose steps {@link Faults} counts. */
final class FaultyDisk implements Disk {

  /** The disk without faults. */
  static final Disk WHOLE = LocalDisk.here();

  @Override
  public void write(Path file, byte[] content) throws IOException {
    Faults.armed().step(Operation.CREATE, file);
    Files.write(file, new byte[0]);
    if (Faults.armed().step(Operation.WRITE, file)) {
      WHOLE.write(file, Arrays.copyOf(content, content.length / 2));
      throw new IOException("Torn: " + file);
    }
    WHOLE.write(file, content);
  }

  @Override
  public void sync(Path fileOrFolder) throws IOException {
    Faults.armed().step(Operation.SYNC, fileOrFolder);
    WHOLE.sync(fileOrFolder);
  }

  @Override
  public void replace(Path from, Path to) throws IOException {
    Faults.armed().step(Operation.RENAME, to);
    WHOLE.replace(from, to);
  }

  @Override
  public void link(Path file, Path name) throws IOException {
    Faults.armed().step(Operation.LINK, name);
    WHOLE.link(file, name);
  }

  @Override
  public void pointTo(Path link, String name) throws IOException {
    Faults.armed().step(Operation.LINK, link);
    WHOLE.pointTo(link, name);
  }

  @Override
  public void delete(Path file) throws IOException {
    Faults.armed().step(Operation.DELETE, file);
    WHOLE.delete(file);
  }
}
