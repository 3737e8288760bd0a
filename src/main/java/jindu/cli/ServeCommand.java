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
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Serves the tables of the lake to clients of Spark Connect, read-only, until it is interrupted."
          + " Internal: holds single respondents' figures.",
      "以 Spark Connect 提供数据湖的表（只读），直到中断。内部数据，含单个调查对象资料。"
    })
final class ServeCommand implements Callable<Integer> {

  private static final int LAST_PORT = 65_535;

  /** What a terminal's Ctrl-C sends, and what a service manager does. */
  private static final List<String> ENDS = List.of("INT", "TERM");

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions options;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "Where clients reach it (default: ${DEFAULT-VALUE}, this machine alone). 监听地址。")
  private String host;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "15002",
      description = "Its port; 0 for any that is free (default: ${DEFAULT-VALUE}). 端口。")
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
