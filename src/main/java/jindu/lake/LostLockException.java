package jindu.lake;

/** Another batch has taken the lake from this one, which was not heard of for too long. */
public final class LostLockException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  LostLockException(String lake, Throwable cause) {
    super(
        "Cannot go on with "
            + lake
            + ": another batch has taken it, because this one was not heard of for too long."
            + " Nothing more is written here; the other batch carries on.",
        cause);
  }
}
