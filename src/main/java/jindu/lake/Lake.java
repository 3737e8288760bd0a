package jindu.lake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jindu.core.ContentHash;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.fs.permission.FsPermission;

/** The folders of one lake (contracts.md section 3), on any file system that Hadoop knows. */
public final class Lake {

  /** The owner alone reads what is no publication: it holds single respondents' figures. */
  private static final FsPermission OWNER_ONLY = new FsPermission((short) 0700);

  /** The scheme of paths on this machine. */
  private static final String LOCAL = "file";

  private static final String ASIDE = "_aside";

  /** So many bytes take room on a disk, where an empty file may not. */
  private static final int TRIAL = 4096;

  private static final List<String> INTERNAL =
      List.of(
          "inbox",
          "returns",
          "observations",
          "quarantine",
          "contributions",
          "bridges",
          "indicators",
          "revisions",
          "progress",
          "weak_units",
          "ledger",
          "queries",
          "logs");

  private final Path root;
  private final FileSystem files;
  private LakeLock lock;

  private Lake(Path root, FileSystem files) {
    this.root = root;
    this.files = files;
  }

  /**
   * Takes the lake for this process: from now on each change asks first whether it still holds it.
   *
   * @return empty when another holds it
   */
  public Optional<LakeLock> take(Instant now) throws IOException {
    Optional<LakeLock> taken = LakeLock.tryTake(this, now);
    taken.ifPresent(held -> lock = held);
    return taken;
  }

  /** A lake that nobody took is changed by tests, and by who makes one aside. */
  void requireHeld() {
    if (lock != null) {
      lock.requireHeld();
    }
  }

  /**
   * Opens the lake at {@code location}; makes the folders that a run fills.
   *
   * @param location a folder or any Hadoop URI
   */
  public static Lake open(String location) throws IOException {
    Lake lake = toRead(location);
    for (String zone : INTERNAL) {
      lake.ownersFolder(zone);
    }
    lake.files.mkdirs(lake.zone("published"));
    return lake;
  }

  /** The lake at {@code location}, there or not, for who only reads: nothing is made or changed. */
  public static Lake toRead(String location) throws IOException {
    Path given = new Path(location);
    FileSystem files = given.getFileSystem(new Configuration());
    return new Lake(files.makeQualified(given), files);
  }

  /**
   * An empty lake inside this one, for tables that are made to be compared; what an earlier attempt
   * left there is gone.
   */
  public Lake aside() throws IOException {
    Lake aside = new Lake(new Path(root, ASIDE), files);
    aside.delete();
    ownersFolder(ASIDE);
    return aside;
  }

  /**
   * Deletes a lake made by {@link #aside()}.
   *
   * @throws IllegalStateException for any other
   */
  public void delete() throws IOException {
    if (!root.getName().equals(ASIDE)) {
      throw new IllegalStateException("Cannot delete " + root + ": it is no lake aside.");
    }
    files.delete(root, true);
  }

  /**
   * What of the lake cannot be written, by a trial in each folder that a batch fills: a folder and
   * why, a line each; empty where all can.
   */
  public List<String> unwritable() {
    List<String> folders = new ArrayList<>();
    for (String zone : INTERNAL) {
      folders.add(zone);
      folders.add(zone + "/" + DeltaTables.LOG);
    }
    folders.remove("inbox");
    folders.add("published");
    List<String> unwritable = new ArrayList<>();
    for (String folder : folders) {
      if (exists(zone(folder))) {
        tryToWrite(folder).ifPresent(why -> unwritable.add(folder + ": " + why));
      }
    }
    return unwritable;
  }

  /** Why nothing can be written to a folder; empty where it can. */
  private Optional<String> tryToWrite(String folder) {
    Path trial = new Path(zone(folder), "_trial");
    try {
      try (OutputStream out = files.create(trial, true)) {
        out.write(new byte[TRIAL]);
      } finally {
        files.delete(trial, false);
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(e.toString());
    }
  }

  /** Whether it lies on a disk of this machine. */
  boolean isLocal() {
    return LOCAL.equals(root.toUri().getScheme());
  }

  /** A folder that its owner alone reads, made where it is not there. */
  Path ownersFolder(String name) throws IOException {
    Path folder = zone(name);
    files.mkdirs(folder);
    files.setPermission(folder, OWNER_ONLY);
    return folder;
  }

  /** The content of each file of {@code reference/} by its path there; none without the folder. */
  public Map<String, byte[]> reference() throws IOException {
    Path reference = zone("reference");
    Map<String, byte[]> contents = new TreeMap<>();
    if (files.exists(reference)) {
      RemoteIterator<LocatedFileStatus> found = files.listFiles(reference, true);
      while (found.hasNext()) {
        Path file = found.next().getPath();
        try (InputStream in = files.open(file)) {
          contents.put(relative(reference, file), in.readAllBytes());
        }
      }
    }
    return contents;
  }

  /** The folder of a zone, e.g. {@code returns}. */
  public Path zone(String name) {
    return new Path(root, name);
  }

  public Path root() {
    return root;
  }

  FileSystem files() {
    return files;
  }

  /**
   * Every file below {@code inbox/}, in the order of their paths.
   *
   * @throws InboxException when the listing would leave a delivered file out, or nobody may read it
   */
  public List<DeliveredFile> inbox() throws IOException {
    Path inbox = zone("inbox");
    if (!exists(inbox)) {
      return List.of();
    }
    if (isLocal()) {
      LocalInbox.requireReadable(java.nio.file.Path.of(inbox.toUri()));
    }
    List<DeliveredFile> found = new ArrayList<>();
    RemoteIterator<LocatedFileStatus> iterator = files.listFiles(inbox, true);
    while (iterator.hasNext()) {
      FileStatus status = iterator.next();
      found.add(
          new DeliveredFile(
              relative(inbox, status.getPath()),
              status.getPath().toString(),
              status.getLen(),
              status.getModificationTime()));
    }
    found.sort(Comparator.comparing(DeliveredFile::path));
    return found;
  }

  /**
   * SHA-256 of a file's bytes, in hex.
   *
   * @throws InboxException when the file is gone, or nobody may read it any more
   */
  public String contentHash(DeliveredFile file) {
    try (InputStream in = files.open(new Path(file.location()))) {
      return ContentHash.of(in);
    } catch (IOException e) {
      throw InboxException.file("inbox/" + file.path(), e);
    }
  }

  private static String relative(Path folder, Path file) {
    String folderPath = folder.toUri().getPath();
    return file.toUri().getPath().substring(folderPath.length() + 1);
  }

  boolean exists(Path path) {
    try {
      return files.exists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a small file of the lake, empty where there is none. */
  Optional<String> text(String name) throws IOException {
    try (InputStream in = files.open(new Path(root, name))) {
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (FileNotFoundException none) {
      return Optional.empty();
    }
  }

  /** The names of what lies in a folder, in no order; none where there is no folder. */
  List<String> names(Path folder) {
    try {
      return exists(folder)
          ? Arrays.stream(files.listStatus(folder)).map(file -> file.getPath().getName()).toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A file in the inbox.
   *
   * @param path below {@code inbox/}, with forward slashes
   * @param location what a reader opens
   * @param size in bytes
   * @param modified milliseconds, as the file system says
   */
  public record DeliveredFile(String path, String location, long size, long modified) {}
}
