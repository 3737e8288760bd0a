package jindu.lake;

import java.io.IOException;
import java.net.URI;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/** A file system that is not this machine's for the program, and lies on its disk all the same. */
public final class ElsewhereFileSystem extends RawLocalFileSystem {

  private static final URI HERE = URI.create("elsewhere:///");

  @Override
  public URI getUri() {
    return HERE;
  }

  @Override
  public String getScheme() {
    return HERE.getScheme();
  }

  @Override
  public FileStatus getFileStatus(Path path) throws IOException {
    return withoutDisk(super.getFileStatus(path));
  }

  @Override
  public FileStatus[] listStatus(Path path) throws IOException {
    return Stream.of(super.listStatus(path))
        .map(ElsewhereFileSystem::withoutDisk)
        .toArray(FileStatus[]::new);
  }

  /** The same without what asks the disk for rights, by a path that only a disk has. */
  private static FileStatus withoutDisk(FileStatus status) {
    return new FileStatus(
        status.getLen(),
        status.isDirectory(),
        status.getReplication(),
        status.getBlockSize(),
        status.getModificationTime(),
        status.getAccessTime(),
        FsPermission.getFileDefault(),
        "",
        "",
        status.getPath());
  }
}
