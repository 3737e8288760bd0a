package jindu.benchmark;

/** Who is told what is being measured; nobody is asked anything. */
public interface Steps {

  /**
   * A step begins.
   *
   * @param key of the message, below {@code benchmark.}
   * @param arguments what the message's {0}, {1}, … stand for
   */
  void begins(String key, String... arguments);
}
