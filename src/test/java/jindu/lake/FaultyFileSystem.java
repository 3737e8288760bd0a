package jindu.lake;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumSet;
import jindu.lake.Faults.Operation;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/** Hadoop's file system of this machine, whose steps {@link Faults} counts. */
public final class FaultyFileSystem extends LocalFileSystem {

  public FaultyFileSystem() {
    super(new Raw());
  }

  private static java.nio.file.Path local(Path path) {
    return java.nio.file.Path.of(path.toUri().getPath());
  }

  private static final class Raw extends RawLocalFileSystem {

    @Override
    protected OutputStream createOutputStream(Path path, boolean append) throws IOException {
      Faults.armed().step(Operation.CREATE, local(path));
      return new Written(super.createOutputStream(path, append), path);
    }

    @Override
    protected OutputStream createOutputStreamWithMode(
        Path path, boolean append, FsPermission permission) throws IOException {
      Faults.armed().step(Operation.CREATE, local(path));
      return new Written(super.createOutputStreamWithMode(path, append, permission), path);
    }

    @Override
    public FSDataOutputStream createNonRecursive(
        Path path,
        FsPermission permission,
        EnumSet<CreateFlag> flags,
        int bufferSize,
        short replication,
        long blockSize,
        Progressable progress)
        throws IOException {
      Faults.armed().step(Operation.CREATE, local(path));
      return super.createNonRecursive(
          path, permission, flags, bufferSize, replication, blockSize, progress);
    }

    @Override
    public boolean rename(Path from, Path to) throws IOException {
      Faults.armed().step(Operation.RENAME, local(to));
      return super.rename(from, to);
    }

    @Override
    public boolean delete(Path path, boolean recursive) throws IOException {
      Faults.armed().step(Operation.DELETE, local(path));
      return super.delete(path, recursive);
    }

    @Override
    public boolean mkdirs(Path path) throws IOException {
      if (!exists(path)) {
        Faults.armed().step(Operation.CREATE, local(path));
      }
      return super.mkdirs(path);
    }
  }

  /** Counts the first bytes that are written to a file as one step. */
  private static final class Written extends FilterOutputStream {

    private final Path path;
    private boolean begun;

    Written(OutputStream out, Path path) {
      super(out);
      this.path = path;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      Faults.armed().requireAlive(local(path));
      if (!begun) {
        begun = true;
        if (Faults.armed().step(Operation.WRITE, local(path))) {
          out.write(bytes, from, length / 2);
          out.flush();
          throw new IOException("Torn: " + path);
        }
      }
      out.write(bytes, from, length);
    }
  }
}
