package jindu.lake;

import jindu.core.Messages;

/**
 * Files of the inbox that cannot be read, though nobody said that they wait: what, where and what
 * to do, in both languages, because the lake does not know who reads it.
 */
public final class InboxException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private InboxException(String key, Throwable cause, Object... arguments) {
    super(
        Messages.CHINESE.text(key, arguments) + " " + Messages.ENGLISH.text(key, arguments), cause);
  }

  /** Names whose bytes are no text under the locale: how many, and the folder of the first. */
  static InboxException names(int count, String folder) {
    return new InboxException("lake.names-unreadable", null, Integer.toString(count), folder);
  }

  /** Files that may not be read, or lead nowhere: how many, and the first. */
  static InboxException files(int count, String first) {
    return new InboxException("lake.files-unreadable", null, Integer.toString(count), first);
  }

  /** A file that could be read a moment ago. */
  static InboxException file(String path, Exception cause) {
    return new InboxException("lake.file-gone", cause, path, String.valueOf(cause.getMessage()));
  }
}
