package jindu.lake;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What Hadoop does not do on a disk of this machine: write through to the disk, take a name only
 * when nobody has it, and put a file in another's place in one step.
 */
interface Disk {

  /** Writes a file, in the place of the one there may be. */
  void write(Path file, byte[] content) throws IOException;

  /** Returns when what was written to the file, or the names in the folder, are on the disk. */
  void sync(Path fileOrFolder) throws IOException;

  /** Renames, in the place of a file that has the name, in one step for every reader. */
  void replace(Path from, Path to) throws IOException;

  /**
   * Gives a file a second name.
   *
   * @throws java.nio.file.FileAlreadyExistsException when there is one of that name
   */
  void link(Path file, Path name) throws IOException;

  /** Makes a link to a name in its own folder. */
  void pointTo(Path link, String name) throws IOException;

  /** Deletes a file or a link; nothing where there is none. */
  void delete(Path file) throws IOException;
}
