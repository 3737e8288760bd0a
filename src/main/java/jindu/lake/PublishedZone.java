package jindu.lake;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;

/**
 * The publications of a lake and the one switch between them. A publication is built in a folder
 * aside whose name no reader takes for one, renamed when complete, and put in force by replacing
 * {@code current.json} (and the link {@code current} where there are links) in one step each.
 */
public final class PublishedZone {

  /** The manifest of a publication; a folder without it is none. */
  public static final String MANIFEST = "publication.json";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BUILDING = "_building-";
  private static final String CURRENT = "current";
  private static final String POINTER = "current.json";

  private final Lake lake;
  private final Path zone;
  private final FileSystem files;

  public PublishedZone(Lake lake) {
    this.lake = lake;
    this.zone = lake.zone("published");
    this.files = lake.files();
  }

  /** An empty folder to build the publication in; what earlier attempts left aside is gone. */
  public Path building(String publication) throws IOException {
    Path folder = new Path(zone, BUILDING + publication);
    for (String left : lake.names(zone)) {
      if (left.startsWith(BUILDING)) {
        files.delete(new Path(zone, left), true);
      }
    }
    files.mkdirs(folder);
    return folder;
  }

  /**
   * Deletes a publication that was never in force.
   *
   * @throws IllegalStateException for the one in force
   */
  public void remove(String publication) throws IOException {
    if (current().equals(Optional.of(publication))) {
      throw new IllegalStateException("Cannot delete " + publication + ": it is in force.");
    }
    Path aside = new Path(zone, BUILDING + publication);
    files.delete(aside, true);
    if (!files.rename(folder(publication), aside)) {
      throw new IOException("Cannot rename " + folder(publication) + " to " + aside + ".");
    }
    files.delete(aside, true);
  }

  /** Throws away what was built aside. */
  public void discard(String publication) throws IOException {
    files.delete(new Path(zone, BUILDING + publication), true);
  }

  /** Makes what was built aside a publication and puts it in force. */
  public void putInForce(String publication) throws IOException {
    Path built = new Path(zone, BUILDING + publication);
    if (!files.exists(new Path(built, MANIFEST))) {
      throw new IOException(
          "Cannot publish " + publication + ": " + MANIFEST + " is missing in " + built + ".");
    }
    lake.requireHeld();
    Path complete = folder(publication);
    if (files instanceof LocalFileSystem) {
      LocalDisk.syncAll(java.nio.file.Path.of(built.toUri().getPath()));
    }
    files.delete(complete, true);
    if (!files.rename(built, complete)) {
      throw new IOException("Cannot rename " + built + " to " + complete + ".");
    }
    switchTo(publication);
  }

  /** The publication in force, empty before the first. */
  public Optional<String> current() throws IOException {
    Optional<String> pointer = text(POINTER);
    return pointer.isEmpty()
        ? Optional.empty()
        : Optional.of(JSON.readTree(pointer.get()).required("publication").asText());
  }

  /** The text of a publication's manifest. */
  public String manifest(String publication) throws IOException {
    return read(new Path(folder(publication), MANIFEST));
  }

  /** Whether a publication was made under this id. */
  public boolean has(String publication) throws IOException {
    return files.exists(folder(publication));
  }

  /** The ids of all complete publications, in the order they were made. */
  public List<String> complete() throws IOException {
    List<String> ids = new ArrayList<>();
    for (FileStatus each : files.exists(zone) ? files.listStatus(zone) : new FileStatus[0]) {
      String name = each.getPath().getName();
      boolean isPublication = !name.startsWith("_") && !name.equals(CURRENT);
      if (isPublication && files.exists(new Path(each.getPath(), MANIFEST))) {
        ids.add(name);
      }
    }
    return ids.stream().sorted().toList();
  }

  /** The folder of a complete publication. */
  public Path folder(String publication) {
    return new Path(zone, publication);
  }

  /** Puts a complete publication in force, in one step for every reader. */
  public void switchTo(String publication) throws IOException {
    lake.requireHeld();
    replace(POINTER, JSON.writeValueAsBytes(Map.of("publication", publication)));
    if (files instanceof LocalFileSystem) {
      linkTo(publication);
    }
  }

  /**
   * Points the link to the publication in force, where a batch died after it had named it and
   * before it had linked it: {@code current.json} is what counts.
   */
  public void mendLink() throws IOException {
    Optional<String> current = current();
    if (current.isPresent() && files instanceof LocalFileSystem && !isLinkedTo(current.get())) {
      lake.requireHeld();
      linkTo(current.get());
    }
  }

  /**
   * Writes a small file of the zone in the place of the one there is, in one step for every reader.
   * Hadoop's rename deletes what it overwrites first on a local disk: for a moment there is none.
   */
  void replace(String name, byte[] content) throws IOException {
    if (files instanceof LocalFileSystem) {
      Disk disk = LocalDisk.here();
      java.nio.file.Path aside = here().resolve("_" + name);
      disk.write(aside, content);
      disk.sync(aside);
      disk.replace(aside, here().resolve(name));
      disk.sync(here());
      return;
    }
    Path aside = new Path(zone, "_" + name);
    try (FSDataOutputStream out = files.create(aside, true)) {
      out.write(content);
    }
    FileContext.getFileContext(zone.toUri())
        .rename(aside, new Path(zone, name), Options.Rename.OVERWRITE);
  }

  /** The text of a small file of the zone, empty where there is none. */
  Optional<String> text(String name) throws IOException {
    return lake.text(zone.getName() + "/" + name);
  }

  private boolean isLinkedTo(String publication) throws IOException {
    java.nio.file.Path link = here().resolve(CURRENT);
    return Files.isSymbolicLink(link)
        && Files.readSymbolicLink(link).equals(java.nio.file.Path.of(publication));
  }

  private void linkTo(String publication) throws IOException {
    Disk disk = LocalDisk.here();
    java.nio.file.Path link = here().resolve("_" + CURRENT);
    disk.delete(link);
    disk.pointTo(link, publication);
    disk.replace(link, here().resolve(CURRENT));
    disk.sync(here());
  }

  private java.nio.file.Path here() {
    return java.nio.file.Path.of(zone.toUri().getPath());
  }

  private String read(Path path) throws IOException {
    try (FSDataInputStream in = lake.files().open(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
