package jindu.lake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jindu.run.Progress;

/**
 * Counts what a night does to the disk of one lake, and lets one of those steps go wrong: it fails
 * once, or the process is as if killed there, with or without half of what it was writing.
 */
public final class Faults implements Progress {

  /** What goes wrong. */
  public enum Kind {
    /** The step throws; the night goes on as it will. */
    FAIL,
    /** Neither the step nor any after it is done. */
    DIE,
    /** From the step on nothing more fits on the disk, until there is room again. */
    FULL,
    /** Half of what a step writes is written, and nothing after it is done. */
    TEAR
  }

  /** What is done to the disk. */
  public enum Operation {
    CREATE,
    WRITE,
    SYNC,
    RENAME,
    LINK,
    DELETE
  }

  /**
   * A step of a night.
   *
   * @param number from 1
   * @param stage of the night; empty before the first
   * @param kind of path: its zone, and what lies there
   */
  public record Step(int number, String stage, Operation operation, String kind) {}

  private static final Pattern COMMIT = Pattern.compile("\\.?\\d{20}\\.json.*");
  private static final Faults NONE = new Faults(null, 0, null, null);

  private static volatile Faults armed = NONE;

  private final Path lake;
  private final int at;
  private final String within;
  private final Kind kind;
  private final List<Step> steps = new ArrayList<>();
  private String stage = "";
  private boolean dead;
  private boolean full;
  private String readOnly;

  private Faults(Path lake, int at, String within, Kind kind) {
    this.lake = lake;
    this.at = at;
    this.within = within;
    this.kind = kind;
  }

  /** Counts the steps, and lets none go wrong. */
  public static Faults count(Path lake) {
    return arm(new Faults(lake, 0, null, null));
  }

  /** Lets the first step of a stage go wrong. */
  public static Faults within(String stage, Kind kind, Path lake) {
    return arm(new Faults(lake, 0, stage, kind));
  }

  /** Lets the step of that number go wrong. */
  public static Faults at(int number, Kind kind, Path lake) {
    return arm(new Faults(lake, number, null, kind));
  }

  /** Lets nothing be written below a zone. */
  public static Faults readOnly(String zone, Path lake) {
    Faults faults = new Faults(lake, 0, null, null);
    faults.readOnly = zone;
    return arm(faults);
  }

  /** All is as it is again. */
  public static void none() {
    LocalDisk.replaceBy(FaultyDisk.WHOLE);
    armed = NONE;
  }

  private static Faults arm(Faults faults) {
    LocalDisk.replaceBy(new FaultyDisk());
    armed = faults;
    return faults;
  }

  static Faults armed() {
    return armed;
  }

  /** The steps so far, the one that went wrong among them. */
  public synchronized List<Step> steps() {
    return List.copyOf(steps);
  }

  /** Whether any step went wrong. */
  public synchronized boolean reached() {
    return at > 0 && steps.size() >= at;
  }

  @Override
  public synchronized void begins(String next, int number, int of) {
    stage = next;
  }

  /**
   * A step is about to be done.
   *
   * @return whether only half of what it writes is to be written
   * @throws IOException where it goes wrong
   */
  synchronized boolean step(Operation operation, Path path) throws IOException {
    if (lake == null || !path.startsWith(lake)) {
      return false;
    }
    if (dead) {
      throw new IOException("The process is dead; nothing more is done to " + path + ".");
    }
    if (readOnly != null && path.startsWith(lake.resolve(readOnly))) {
      throw new IOException(path + " (Read-only file system)");
    }
    if (full && (operation == Operation.CREATE || operation == Operation.WRITE)) {
      throw noRoom(path);
    }
    steps.add(new Step(steps.size() + 1, stage, operation, kind(lake.relativize(path))));
    if (!stage.equals(within) && steps.size() != at) {
      return false;
    }
    if (kind == Kind.FULL) {
      full = true;
      throw noRoom(path);
    }
    dead = kind != Kind.FAIL;
    if (kind == Kind.TEAR && operation == Operation.WRITE) {
      return true;
    }
    throw new IOException("Made to fail: " + steps.get(steps.size() - 1) + ".");
  }

  /** A dead process writes nothing more to what it had begun, and nothing more fits there. */
  synchronized void requireAlive(Path path) throws IOException {
    if (full && path.startsWith(lake)) {
      throw noRoom(path);
    }
    if (dead && path.startsWith(lake)) {
      throw new IOException("The process is dead; nothing more is written to " + path + ".");
    }
  }

  private static IOException noRoom(Path path) {
    return new IOException(path + " (No space left on device)");
  }

  private static String kind(Path path) {
    String zone = path.getName(0).toString();
    String name = path.getFileName().toString();
    String what;
    if (name.endsWith(".crc")) {
      what = "checksum";
    } else if (COMMIT.matcher(name).matches()) {
      what = "commit";
    } else if (path.toString().contains("_delta_log")) {
      what = "log";
    } else if (name.endsWith(".parquet")) {
      what = "rows";
    } else if (path.getNameCount() == 1) {
      what = "zone";
    } else {
      what = name.contains(".") ? name.replaceAll("\\d", "") : "folder";
    }
    return zone.startsWith(".") ? zone : zone + " " + what;
  }
}
