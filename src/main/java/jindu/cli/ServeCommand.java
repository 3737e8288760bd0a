package jindu.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import jindu.core.Messages;
import jindu.run.serve.LakeServer;
import org.jline.utils.Signals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code serve}: the lake for clients of Spark, until somebody ends it. */
@Command(name = "serve", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  private static final int LAST_PORT = 65_535;

  /** What a terminal's Ctrl-C sends, and what a service manager does. */
  private static final List<String> ENDS = List.of("INT", "TERM");

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions options;

  @Option(names = "--host", paramLabel = "ADDRESS", defaultValue = "127.0.0.1")
  private String host;

  @Option(names = "--port", paramLabel = "N", defaultValue = "15002")
  private int port;

  @Override
  public Integer call() throws Exception {
    Messages messages = options.messages();
    if (port < 0 || port > LAST_PORT) {
      throw new ParameterException(
          spec.commandLine(), messages.text("cli.port-wrong", Integer.toString(port)));
    }
    OpenLake.catalog(options);
    CountDownLatch ended = new CountDownLatch(1);
    ENDS.forEach(signal -> Signals.register(signal, ended::countDown));
    try (LakeServer server = LakeServer.start(options.lake, options.master, host, port)) {
      say(server, messages);
      ended.await();
    }
    return ExitCode.DONE;
  }

  private void say(LakeServer server, Messages messages) throws Exception {
    String address = server.address();
    PrintWriter err = spec.commandLine().getErr();
    err.println(messages.text("cli.serve-until", options.lake));
    err.println(messages.text("cli.serve-internal"));
    if (!server.hasPassword()) {
      err.println(messages.text("cli.serve-no-password", address));
    }
    if (!server.isOfThisMachine()) {
      err.println(messages.text("cli.serve-open", address));
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(address);
    out.println(messages.text("cli.serve-python", address));
    out.println(messages.text("cli.serve-java", address));
  }
}
