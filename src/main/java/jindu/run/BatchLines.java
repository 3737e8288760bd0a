package jindu.run;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.FileAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.layout.template.json.JsonTemplateLayout;
import org.apache.logging.log4j.message.MapMessage;

/**
 * What a batch tells programs while it runs: a line of JSON for each stage that begins and ends and
 * for each warning of the engine, in the lake's {@code logs/}. The terminal says it in words.
 */
final class BatchLines implements AutoCloseable {

  private static final String LOGGER = "jindu.batch";
  private static final String TEMPLATE = "classpath:jindu/log-line.json";
  private static final Logger LINES = LogManager.getLogger(LOGGER);

  private final LoggerContext context;
  private final Optional<FileAppender> file;

  private BatchLines(LoggerContext context, Optional<FileAppender> file) {
    this.context = context;
    this.file = file;
  }

  /**
   * Writes lines from now on.
   *
   * @param file to which they are appended; empty for none
   */
  static BatchLines to(Optional<Path> file) {
    LoggerContext context = LoggerContext.getContext(false);
    Configuration settings = context.getConfiguration();
    Optional<FileAppender> appender = file.map(each -> appender(each, settings));
    // In words the terminal has them already, whether there is a file or not.
    LoggerConfig own = new LoggerConfig(LOGGER, Level.INFO, false);
    appender.ifPresent(
        lines -> {
          lines.start();
          settings.getRootLogger().addAppender(lines, Level.WARN, null);
          own.addAppender(lines, Level.INFO, null);
        });
    settings.addLogger(LOGGER, own);
    context.updateLoggers();
    return new BatchLines(context, appender);
  }

  /** Begin and end of batches and stages. */
  static Line line(String event, Ledger.Batch batch) {
    return new Line()
        .with("event", event)
        .with("batch", batch.id())
        .with("as_of", String.valueOf(batch.asOf()));
  }

  /** A line that is being put together. */
  static final class Line extends MapMessage<Line, Object> {

    private static final long serialVersionUID = 1L;

    void tell() {
      LINES.info(this);
    }

    void tell(Throwable failure) {
      LINES.error(this, failure);
    }

    Line took(Duration took) {
      return with("seconds", took.toMillis() / 1000.0);
    }
  }

  @Override
  public void close() {
    Configuration settings = context.getConfiguration();
    settings.removeLogger(LOGGER);
    file.ifPresent(lines -> settings.getRootLogger().removeAppender(lines.getName()));
    context.updateLoggers();
    file.ifPresent(FileAppender::stop);
  }

  private static FileAppender appender(Path file, Configuration settings) {
    JsonTemplateLayout layout =
        JsonTemplateLayout.newBuilder()
            .setConfiguration(settings)
            .setCharset(StandardCharsets.UTF_8)
            .setEventTemplateUri(TEMPLATE)
            .build();
    FileAppender.Builder<?> builder = FileAppender.newBuilder();
    builder.setName("batch lines").setLayout(layout).setConfiguration(settings);
    return builder.withFileName(file.toString()).withAppend(true).build();
  }
}
