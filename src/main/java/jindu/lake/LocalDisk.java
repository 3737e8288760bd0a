package jindu.lake;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** The disk of this machine. */
final class LocalDisk implements Disk {

  /** Replaced by tests alone, which let one of its steps fail. */
  private static volatile Disk here = new LocalDisk();

  private LocalDisk() {}

  static Disk here() {
    return here;
  }

  /** Puts another in its place. */
  static void replaceBy(Disk disk) {
    here = disk;
  }

  /** Writes through to the disk whatever lies in a folder, and the names in it. */
  static void syncAll(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.filter(path -> !Files.isSymbolicLink(path)).toList()) {
        here.sync(each);
      }
    }
  }

  @Override
  public void write(Path file, byte[] content) throws IOException {
    Files.write(file, content);
  }

  @Override
  public void sync(Path fileOrFolder) throws IOException {
    // A folder opens for reading only, and Linux writes a file through whichever way it is open.
    try (FileChannel channel = FileChannel.open(fileOrFolder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  @Override
  public void replace(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void link(Path file, Path name) throws IOException {
    try {
      Files.createLink(name, file);
    } catch (FileAlreadyExistsException taken) {
      throw taken;
    } catch (FileSystemException | UnsupportedOperationException noLinksHere) {
      // Some disks have none; the lock of the lake is then what keeps others out.
      if (Files.exists(name)) {
        throw new FileAlreadyExistsException(name.toString());
      }
      Path copy = name.resolveSibling(file.getFileName() + ".copy");
      Files.copy(file, copy);
      sync(copy);
      replace(copy, name);
    }
  }

  @Override
  public void pointTo(Path link, String name) throws IOException {
    Files.createSymbolicLink(link, Path.of(name));
  }

  @Override
  public void delete(Path file) throws IOException {
    Files.deleteIfExists(file);
  }
}
