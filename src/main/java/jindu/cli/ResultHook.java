package jindu.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jindu.core.Messages;
import jindu.core.VisibleText;
import jindu.run.NightResult;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/**
 * The commands that an operator has run when a night is over, with what it came to as JSON on their
 * standard input: a mail, a ticket, a table refreshed. The night is complete before they begin, the
 * lake is free, and what becomes of them changes nothing of the night.
 */
final class ResultHook {

  private static final String ON_SUCCESS = "--on-success";
  private static final String ON_FAILURE = "--on-failure";

  /** Standard output of this program is the result alone: the command's goes to standard error. */
  private static final String SHELL = "exec sh -c \"$1\" >&2";

  @Option(names = ON_SUCCESS, paramLabel = "COMMAND")
  private String onSuccess;

  @Option(names = ON_FAILURE, paramLabel = "COMMAND")
  private String onFailure;

  /**
   * Runs the command that is given for a night that ended with {@code result} and the exit code.
   */
  void after(NightResult result, int code, PrintWriter words, Messages messages) {
    ObjectNode json = NightJson.node(result);
    json.put("exit_code", code);
    boolean isSuccess = code == ExitCode.DONE;
    run(
        isSuccess ? ON_SUCCESS : ON_FAILURE,
        isSuccess ? onSuccess : onFailure,
        json.toString(),
        words,
        messages);
  }

  /**
   * Runs the command that is given for a night that failed.
   *
   * @param arguments of the command that failed; only a night's can name one
   * @param lines what was said of the failure, the useful one last
   */
  static void afterFailure(
      ParseResult arguments, int code, List<String> lines, PrintWriter words, Messages messages) {
    ObjectNode json = new ObjectMapper().createObjectNode();
    json.put("outcome", "failed");
    json.put("message", lines.get(lines.size() - 1));
    lines.forEach(json.putArray("lines")::add);
    json.put("exit_code", code);
    run(
        ON_FAILURE,
        arguments.matchedOptionValue(ON_FAILURE, null),
        json.toString(),
        words,
        messages);
  }

  /** Runs the command to its end; where it fails, one line says so. */
  private static void run(
      String option, String command, String json, PrintWriter words, Messages messages) {
    if (command == null) {
      return;
    }
    words.flush();
    String shown = VisibleText.of(command);
    try {
      Process process =
          new ProcessBuilder("sh", "-c", SHELL, "jindu", command)
              .redirectOutput(Redirect.INHERIT)
              .redirectError(Redirect.INHERIT)
              .start();
      hand(json, process);
      int code = process.waitFor();
      if (code != 0) {
        words.println(messages.text("cli.hook-failed", option, Integer.toString(code), shown));
      }
    } catch (IOException e) {
      words.println(messages.text("cli.hook-not-run", option, e.getMessage(), shown));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      words.println(messages.text("cli.hook-not-run", option, e.toString(), shown));
    }
  }

  private static void hand(String json, Process process) {
    try (OutputStream input = process.getOutputStream()) {
      input.write((json + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException notRead) {
      // A command need not read it; whether that was a mistake is said by its exit code.
    }
  }
}
