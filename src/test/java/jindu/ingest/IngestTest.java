package jindu.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.spark_partition_id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import jindu.TestSession;
import jindu.core.Messages;
import jindu.table.ReturnTable;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.util.SerializableConfiguration;
import org.junit.jupiter.api.Test;

final class IngestTest {

  private static final LocalDate DAY = LocalDate.of(2020, 7, 8);

  @Test
  void yieldsTheSameRowsForAnyOrderOfDeliveries() throws IOException {
    List<Delivery> deliveries = new ArrayList<>(deliveries());
    List<String> expected = texts(returns(deliveries));
    assertThat(expected).hasSizeGreaterThan(deliveries.size());
    for (int seed = 1; seed <= 3; seed++) {
      Collections.shuffle(deliveries, new Random(seed));
      assertThat(texts(returns(deliveries))).as("shuffled by seed %d", seed).isEqualTo(expected);
    }
  }

  @Test
  void yieldsTheColumnsOfTheReturnTableAndSpreadsTheFiles() throws IOException {
    Dataset<Row> returns = returns(deliveries());
    assertThat(returns.schema().fields())
        .extracting(StructField::name, StructField::dataType)
        .containsExactlyElementsOf(
            ReturnTable.DEFINITION.columns().stream()
                .map(column -> tuple(column.name(), column.type()))
                .toList());
    assertThat(returns.rdd().getNumPartitions())
        .isEqualTo(TestSession.get().sparkContext().defaultParallelism());
    assertThat(returns(List.of()).collectAsList()).isEmpty();
  }

  @Test
  void decodesOnTheExecutorsAndEachFileOnce() throws IOException {
    List<Delivery> deliveries = deliveries();
    List<Row> places =
        returns(deliveries)
            .select(spark_partition_id().as("partition"), col(ReturnTable.PATH))
            .distinct()
            .collectAsList();
    assertThat(places).hasSameSizeAs(deliveries);
    assertThat(places)
        .extracting(row -> row.getInt(0))
        .hasSameElementsAs(
            IntStream.range(0, TestSession.get().sparkContext().defaultParallelism())
                .boxed()
                .toList());
  }

  @Test
  void opensNoFileOnTheDriver() throws IOException {
    Row delivery = FileDecoder.row(delivery("B204-1/utf8.csv"));
    FileDecoder decoder =
        new FileDecoder(SampleForms.ALL, new SerializableConfiguration(new Configuration()));
    assertThatThrownBy(() -> decoder.call(List.of(delivery).iterator()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("within a task");
    // Naming the columns and planning read nothing: the file is not there.
    Delivery missing =
        new Delivery(
            "B204-1/gone.csv", Path.of("target/gone.csv").toUri().toString(), "B204-1", DAY);
    assertThat(returns(List.of(missing)).queryExecution().executedPlan().output().size())
        .isEqualTo(ReturnTable.DEFINITION.columns().size());
  }

  @Test
  void keepsNothingOfAFileWhoseRowsAreNotAllWanted() throws IOException {
    Path folder = Files.createTempDirectory(Path.of("target"), "large");
    StringBuilder text =
        new StringBuilder(
            Files.readString(DeliveryFilesTest.INBOX.resolve("B204-1/utf8.csv"), UTF_8));
    String row = text.substring(text.lastIndexOf("\n", text.length() - 2) + 1);
    text.append(row.repeat(50_000));
    Path file = Files.writeString(folder.resolve("large.csv"), text, UTF_8);
    Set<Path> before = ContentTest.kept();
    Delivery delivery = new Delivery("B204-1/large.csv", file.toUri().toString(), "B204-1", DAY);
    assertThat(returns(List.of(delivery)).limit(3).collectAsList()).hasSize(3);
    assertThat(ContentTest.kept()).isEqualTo(before);
  }

  @Test
  void namesARowByPathContentAndPlace() throws IOException, GeneralSecurityException {
    String path = "B204-1/title-rows.csv";
    Row row = returns(List.of(delivery(path))).filter("row_number = 6").collectAsList().get(0);
    String hash = sha256(Files.readAllBytes(DeliveryFilesTest.INBOX.resolve(path)));
    assertThat(row.<String>getAs(ReturnTable.CONTENT_HASH)).isEqualTo(hash);
    assertThat(row.<String>getAs(ReturnTable.DELIVERY_ID))
        .isEqualTo(sha256((path + "\n" + hash).getBytes(UTF_8)));
    assertThat(row.<String>getAs(ReturnTable.PATH)).isEqualTo(path);
    assertThat(row.<String>getAs(ReturnTable.FORM)).isEqualTo("B204-1");
    assertThat(row.getAs(ReturnTable.RECEIVED_DATE).toString()).isEqualTo("2020-07-08");
    assertThat(row.<String>getAs(ReturnTable.SHEET)).isEmpty();
    assertThat(row.<String, String>getJavaMap(row.fieldIndex(ReturnTable.CELLS)))
        .containsEntry("gross_output.ytd", "12500")
        .containsEntry("sales_output.ytd", "12100.5")
        .hasSize(9);
    assertThat(row.<String>getAs(ReturnTable.REFUSAL)).isNull();
    assertThat(row.<String>getAs(ReturnTable.REFUSAL_DETAIL)).isNull();
  }

  @Test
  void letsAFailureOfTheStorageStopTheRun() {
    Delivery missing =
        new Delivery(
            "B204-1/gone.csv", Path.of("target/gone.csv").toUri().toString(), "B204-1", DAY);
    assertThatThrownBy(() -> returns(List.of(missing)).collectAsList())
        .hasStackTraceContaining("Cannot read ")
        .hasStackTraceContaining("gone.csv");
  }

  @Test
  void hasWordsForEveryRefusalInBothLanguages() {
    for (Refusal refusal : Refusal.values()) {
      String key = "ingest." + refusal.code();
      assertThat(Messages.CHINESE.text(key, "X")).as(key).contains("X");
      assertThat(Messages.ENGLISH.text(key, "X")).as(key).contains("X").isNotEqualTo(key);
    }
  }

  private static Dataset<Row> returns(List<Delivery> deliveries) {
    return Ingest.returns(TestSession.get(), deliveries, SampleForms.ALL);
  }

  private static List<Delivery> deliveries() throws IOException {
    return DeliveryFilesTest.deliveries().stream().map(IngestTest::delivery).toList();
  }

  private static Delivery delivery(String path) {
    return new Delivery(
        path,
        DeliveryFilesTest.INBOX.resolve(path).toUri().toString(),
        InboxPath.parse(path).orElseThrow().form(),
        DAY);
  }

  private static List<String> texts(Dataset<Row> returns) {
    return returns.collectAsList().stream().map(Row::toString).sorted().toList();
  }

  private static String sha256(byte[] bytes) throws GeneralSecurityException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
