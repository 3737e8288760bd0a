package jindu.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;

/**
 * Who holds a lake.
 *
 * @param id of this holding alone, by which it knows that it still holds
 * @param host the machine
 * @param process its number there
 * @param began when the process began, by which its number is told from the same number later
 * @param user who runs it
 * @param since when it took the lake
 */
public record Holder(
    String id, String host, long process, Instant began, String user, Instant since) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** How a holder is found. */
  public enum State {
    /** It runs. */
    RUNNING,
    /** It is stopped, and holds on: it may go on any time. */
    PAUSED,
    /** It is gone without giving the lake back. */
    DEAD,
    /** It is on another machine, where nobody can look from here. */
    ELSEWHERE
  }

  /** This process. */
  static Holder here(Instant since) {
    ProcessHandle self = ProcessHandle.current();
    return new Holder(
        UUID.randomUUID().toString(),
        hostName(),
        self.pid(),
        began(self).orElse(since),
        System.getProperty("user.name"),
        since);
  }

  /** What a lock file says; empty where it says nothing, or is being written. */
  static Optional<Holder> read(String text) {
    try {
      JsonNode root = JSON.readTree(text);
      return root.hasNonNull("id")
          ? Optional.of(
              new Holder(
                  root.required("id").asText(),
                  root.required("host").asText(),
                  root.required("process").asLong(),
                  Instant.parse(root.required("began").asText()),
                  root.required("user").asText(),
                  Instant.parse(root.required("since").asText())))
          : Optional.empty();
    } catch (JsonProcessingException | IllegalArgumentException | DateTimeParseException half) {
      return Optional.empty();
    }
  }

  String text() {
    ObjectNode root = JSON.createObjectNode();
    root.put("id", id);
    root.put("host", host);
    root.put("process", process);
    root.put("began", began.toString());
    root.put("user", user);
    root.put("since", since.toString());
    return root.toString();
  }

  /** How it is now, as far as can be seen from here. */
  public State state() throws IOException {
    if (!host.equals(hostName())) {
      return State.ELSEWHERE;
    }
    Optional<ProcessHandle> found =
        ProcessHandle.of(process)
            .filter(ProcessHandle::isAlive)
            .filter(each -> began(each).map(began::equals).orElse(true));
    if (found.isEmpty()) {
      return State.DEAD;
    }
    return isStopped() ? State.PAUSED : State.RUNNING;
  }

  /** Linux says so in the letter after the name, which is in brackets. */
  private boolean isStopped() throws IOException {
    Path state = Path.of("/proc", Long.toString(process), "stat");
    if (!Files.isReadable(state)) {
      return false;
    }
    String text = Files.readString(state);
    return text.substring(text.lastIndexOf(')') + 1).strip().startsWith("T");
  }

  private static Optional<Instant> began(ProcessHandle process) {
    return process.info().startInstant();
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException unnamed) {
      return "localhost";
    }
  }
}
