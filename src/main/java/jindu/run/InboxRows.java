package jindu.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jindu.core.Form;
import jindu.ingest.Delivery;
import jindu.ingest.InboxPath;
import jindu.ingest.Ingest;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Every file of an inbox on this machine as a night decodes it, and nothing stored. */
public final class InboxRows {

  private InboxRows() {}

  /**
   * The rows of {@link Ingest#returns}.
   *
   * @param forms by code
   */
  public static Dataset<Row> of(SparkSession spark, Path inbox, Map<String, Form> forms)
      throws IOException {
    List<Delivery> deliveries = new ArrayList<>();
    try (Stream<Path> files = Files.walk(inbox)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String path = inbox.relativize(file).toString();
        InboxPath.parse(path).map(said -> delivery(path, file, said)).ifPresent(deliveries::add);
      }
    }
    return Ingest.returns(spark, deliveries, forms);
  }

  private static Delivery delivery(String path, Path file, InboxPath said) {
    return new Delivery(
        path,
        OfferedFiles.location(file),
        said.form(),
        said.receivedDate().orElse(LocalDate.EPOCH));
  }
}
