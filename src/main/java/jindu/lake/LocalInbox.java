package jindu.lake;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * Looks through an inbox on this machine for what Hadoop's listing leaves out without a word: names
 * that are no text under the locale (a name in GBK, or any Chinese name where the locale knows
 * ASCII only) and links that lead nowhere; and for what nobody may read.
 */
final class LocalInbox extends SimpleFileVisitor<Path> {

  private final Path inbox;
  private final List<Path> unnamed = new ArrayList<>();
  private final List<Path> unreadable = new ArrayList<>();

  private LocalInbox(Path inbox) {
    this.inbox = inbox;
  }

  /**
   * Reads every name below the folder.
   *
   * @throws InboxException when a file that is delivered cannot be named or read
   */
  static void requireReadable(Path inbox) throws IOException {
    LocalInbox found = new LocalInbox(inbox);
    Files.walkFileTree(inbox, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, found);
    if (!found.unnamed.isEmpty()) {
      Path folder = found.unnamed.stream().map(Path::getParent).min(Path::compareTo).orElseThrow();
      throw InboxException.names(found.unnamed.size(), folder.toString());
    }
    if (!found.unreadable.isEmpty()) {
      Path first = found.unreadable.stream().min(Path::compareTo).orElseThrow();
      throw InboxException.files(found.unreadable.size(), first.toString());
    }
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    return isDelivered(folder) && hasName(folder)
        ? FileVisitResult.CONTINUE
        : FileVisitResult.SKIP_SUBTREE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (isDelivered(file) && hasName(file) && !Files.isReadable(file) && isThere(file)) {
      unreadable.add(file);
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException why) {
    if (isDelivered(file) && hasName(file) && isThere(file)) {
      unreadable.add(file);
    }
    return FileVisitResult.CONTINUE;
  }

  private boolean hasName(Path path) {
    // A path holds the bytes of the name, a file its text: what the bytes find, the text must find.
    boolean hasName = path.toFile().exists() || !Files.exists(path);
    if (!hasName) {
      unnamed.add(path);
    }
    return hasName;
  }

  private static boolean isThere(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** Not by its name: see contracts.md section 3. */
  private boolean isDelivered(Path path) {
    String name = path.getFileName().toString();
    return path.equals(inbox)
        || !(name.startsWith(".")
            || name.startsWith("_")
            || name.endsWith(".part")
            || name.endsWith(".tmp"));
  }
}
