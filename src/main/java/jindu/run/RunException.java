package jindu.run;

import java.util.List;
import java.util.Locale;

/** A run that cannot go on; its kind names the message that says what, why and what to do. */
public final class RunException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final transient List<String> arguments;

  /** Why a run stops. */
  public enum Kind {
    /** Another batch holds the lake: the lake, who, and since when. */
    HELD,
    /** Another batch holds the lake, and does not say who it is: the lake. */
    HELD_BY_UNKNOWN,
    /** Another batch has taken the lake from this one: the lake. */
    LOST,
    /** Folders of the lake cannot be written: the lake, the folders, and why. */
    NOT_WRITABLE,
    /** Tables were found damaged and put aside, and are to be made again: the lake, and which. */
    DAMAGED_TABLES,
    /** The last batch did not finish, and has to before this is done: the lake. */
    UNFINISHED,
    /** Rows that follow from nothing are lost or damaged: the lake, the table, and which. */
    LOST_ROWS,
    /** A publication is in force, and what follows it failed: its id, and why. */
    AFTER_PUBLICATION,
    /** The folder is no lake: the folder. */
    NO_LAKE,
    /** The command writes to a disk of this machine, and the lake lies on none: the lake. */
    NOT_HERE,
    /** Nothing was ever published: the lake. */
    NOTHING_PUBLISHED,
    /** The night would publish the past over the present: its as-of day, and the publication's. */
    BEFORE_PUBLICATION,
    /** No batch has finished yet, or none by the day: the lake. */
    NOTHING_TO_REBUILD,
    /** The day is not that of the last batch, and has to be: the day, and the last batch's. */
    NOT_THE_LAST_DAY,
    /** Nothing was published by the day: the day, and the publications there are. */
    NOTHING_PUBLISHED_BY,
    /** There is no such complete publication: the id, and those there are. */
    NO_PUBLICATION,
    /** The publication was removed: the id, the as-of day of that, and those there are. */
    REMOVED_PUBLICATION,
    /** The publication has no such table: the id, and the table. */
    NOT_IN_PUBLICATION,
    /** Files of a publication are missing or altered: the id, and the files. */
    DAMAGED_PUBLICATION,
    /** The address to serve at cannot be had: the host, the port, and why. */
    NO_ADDRESS,
    /** There is no such file: the file. */
    NO_FILE,
    /** The name says that the file is not finished: the file. */
    NOT_YET_DELIVERED,
    /** Two files would be one delivery: the path, and the files. */
    SAME_PATH,
    /** The catalog has no such form: the code, and those it has. */
    NO_FORM,
    /** No form's header fits: the file. */
    NO_FORM_FITS,
    /** Several forms' headers fit: the file, and the forms. */
    SEVERAL_FORMS_FIT,
    /** No night has finished, so there is no cell: the lake. */
    NOTHING_TO_EXPLAIN,
    /** The last night did not say what it left, or the program that did was another: the lake. */
    NOT_RELIABLE,
    /** There is no such cell: its name, and the quarters of the same place and sector. */
    NO_CELL,
    /** A process that was measured ended with a failure: the command, its exit code, its log. */
    MEASURED_FAILED,
    /** The program was not started by its launcher, which has to be measured. */
    NO_LAUNCHER,
    /** Rows of deliveries do not add up: how many, of how many, and the first with its numbers. */
    ACCOUNTING;

    /** The key of the message. */
    public String key() {
      return "run." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public RunException(Kind kind, String... arguments) {
    super(kind + " " + List.of(arguments));
    this.kind = kind;
    this.arguments = List.of(arguments);
  }

  /** One that another failure led to. */
  RunException(Kind kind, Exception cause, String... arguments) {
    this(kind, arguments);
    initCause(cause);
  }

  public Kind kind() {
    return kind;
  }

  /** What the message's {0}, {1}, … stand for. */
  public List<String> arguments() {
    return arguments;
  }
}
