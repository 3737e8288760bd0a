package jindu.cli;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import jindu.run.Publication;
import jindu.run.PublishedSql;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sql}: a question to the published tables. */
@Command(name = "sql", mixinStandardHelpOptions = true)
final class SqlCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions options;
  @Mixin private PublicationOption which;

  @Parameters(paramLabel = "QUESTION")
  private String question;

  @ArgGroup private Format format = new Format();

  /** One or the other; a table for people where neither is given. */
  static final class Format {
    @Option(names = "--csv")
    private boolean csv;

    @Option(names = "--json", descriptionKey = "help.json-rows")
    private boolean json;
  }

  @Override
  public Integer call() throws Exception {
    Publication publication = which.find(options.lake);
    PrintWriter out = spec.commandLine().getOut();
    PrintedAnswer answer = answer(out);
    try (PublishedSql tables = PublishedSql.of(publication)) {
      ask(tables, answer);
    }
    answer.end();
    return ExitCode.DONE;
  }

  private void ask(PublishedSql tables, PrintedAnswer answer) {
    try {
      tables.answer(question, answer);
    } catch (SQLException wrong) {
      throw new ParameterException(
          spec.commandLine(),
          options.messages().text("cli.question-wrong", wrong.getMessage().strip()),
          wrong);
    }
  }

  private PrintedAnswer answer(PrintWriter out) {
    if (format.csv) {
      return PrintedAnswer.csv(out);
    }
    return format.json ? PrintedAnswer.json(out) : PrintedAnswer.table(out, options.messages());
  }
}
