package jindu.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.delta.storage.HadoopFileSystemLogStore;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;

/**
 * Commits of Delta tables on a disk of this machine. Delta's own store lets two processes write the
 * same commit, and leaves it to the machine when any of it reaches the disk. Here a commit is taken
 * by one alone, and is on the disk as a whole, with every file it names, before it is seen.
 */
public final class DurableLogStore extends HadoopFileSystemLogStore {

  /** The setting by which Delta's Spark part finds this store. */
  public static final String SPARK_SETTING = "spark.delta.logStore.file.impl";

  /** The setting by which Delta's part without Spark finds it. */
  static final String KERNEL_SETTING = "io.delta.kernel.logStore.file.impl";

  private static final String CHECKPOINT = "_last_checkpoint";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Called by Delta. */
  public DurableLogStore(Configuration settings) {
    super(settings);
  }

  @Override
  public void write(
      org.apache.hadoop.fs.Path path,
      Iterator<String> actions,
      Boolean overwrite,
      Configuration settings)
      throws IOException {
    Path commit = local(path);
    Path log = commit.getParent();
    StringBuilder text = new StringBuilder();
    TreeSet<Path> written = new TreeSet<>();
    boolean isCheckpoint = commit.endsWith(CHECKPOINT);
    while (actions.hasNext()) {
      String action = actions.next();
      text.append(action).append('\n');
      if (isCheckpoint) {
        addCheckpoint(JSON.readTree(action), log, written);
      } else {
        addWritten(JSON.readTree(action), log.getParent(), written);
      }
    }
    Disk disk = LocalDisk.here();
    for (Path each : written) {
      disk.sync(each);
    }
    Path aside = log.resolve("." + commit.getFileName() + "." + UUID.randomUUID() + ".tmp");
    disk.write(aside, text.toString().getBytes(StandardCharsets.UTF_8));
    disk.sync(aside);
    if (overwrite) {
      disk.replace(aside, commit);
    } else {
      take(disk, aside, commit);
    }
    disk.sync(log);
  }

  @Override
  public Boolean isPartialWriteVisible(org.apache.hadoop.fs.Path path, Configuration settings) {
    return false;
  }

  /**
   * @throws java.nio.file.FileAlreadyExistsException when another took it: Delta then looks what it
   *     was
   */
  private static void take(Disk disk, Path aside, Path commit) throws IOException {
    try {
      disk.link(aside, commit);
    } finally {
      disk.delete(aside);
    }
  }

  /** What a line of the log says was written before it: a file of the table and its folder. */
  private static void addWritten(JsonNode action, Path table, Set<Path> written) {
    JsonNode add = action.path("add").path("path");
    if (!add.isTextual()) {
      return;
    }
    URI name = URI.create(add.asText());
    Path file = name.isAbsolute() ? Path.of(name) : table.resolve(name.getPath());
    if (Files.exists(file)) {
      written.add(file);
      written.add(file.getParent());
    }
  }

  /** The files of a checkpoint, which Spark writes before it says here that there is one. */
  private static void addCheckpoint(JsonNode pointer, Path log, Set<Path> written)
      throws IOException {
    String name = "%020d.checkpoint".formatted(pointer.path("version").asLong());
    try (Stream<Path> files = Files.list(log)) {
      files.filter(file -> file.getFileName().toString().startsWith(name)).forEach(written::add);
    }
  }

  private static Path local(org.apache.hadoop.fs.Path path) {
    return Path.of(path.toUri().getPath());
  }
}
