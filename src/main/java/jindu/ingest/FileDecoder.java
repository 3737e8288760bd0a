package jindu.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jindu.core.Form;
import jindu.core.Messages;
import jindu.table.ReturnTable;
import jindu.table.Types;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;
import scala.jdk.javaapi.CollectionConverters;

/** Runs on the executors: opens and hashes each file of a partition, one at a time, and decodes. */
final class FileDecoder implements MapPartitionsFunction<Row, Row> {

  private static final long serialVersionUID = 1L;

  private static final String LOCATION = "location";

  /** What goes in: a delivery as a row. */
  static final StructType DELIVERIES =
      new StructType()
          .add(ReturnTable.PATH, Types.TEXT)
          .add(LOCATION, Types.TEXT)
          .add(ReturnTable.FORM, Types.TEXT)
          .add(ReturnTable.RECEIVED_DATE, Types.TEXT);

  /** What comes out; the received day stays text, so that no session setting of dates matters. */
  static final StructType ROWS =
      new StructType()
          .add(ReturnTable.DELIVERY_ID, Types.TEXT)
          .add(ReturnTable.FORM, Types.TEXT)
          .add(ReturnTable.PATH, Types.TEXT)
          .add(ReturnTable.CONTENT_HASH, Types.TEXT)
          .add(ReturnTable.RECEIVED_DATE, Types.TEXT)
          .add(ReturnTable.SHEET, Types.TEXT)
          .add(ReturnTable.ROW_NUMBER, Types.WHOLE)
          .add(ReturnTable.CELLS, Types.TEXT_BY_NAME)
          .add(ReturnTable.REFUSAL, Types.TEXT)
          .add(ReturnTable.REFUSAL_DETAIL, Types.TEXT)
          .add(ReturnTable.SKIPPED_SHEETS, Types.TEXT)
          .add(ReturnTable.UNKNOWN_HEADERS, Types.TEXT);

  private final HashMap<String, Form> forms;
  private final SerializableConfiguration configuration;

  FileDecoder(Map<String, Form> forms, SerializableConfiguration configuration) {
    this.forms = new HashMap<>(forms);
    this.configuration = configuration;
  }

  static Row row(Delivery delivery) {
    return RowFactory.create(
        delivery.path(), delivery.location(), delivery.form(), delivery.receivedDate().toString());
  }

  @Override
  public Iterator<Row> call(Iterator<Row> deliveries) {
    TaskContext task = TaskContext.get();
    if (task == null) {
      throw new IllegalStateException("Files are decoded within a task, never on the driver.");
    }
    LeftBehind.delete(java.nio.file.Path.of(System.getProperty("java.io.tmpdir")));
    DeliveryDecoder decoder = new DeliveryDecoder(forms);
    DeliveredRows rows = new DeliveredRows(deliveries, delivery -> rows(decoder, delivery));
    // Also when the task fails, or its rows are not all wanted.
    task.addTaskCompletionListener((TaskCompletionListener) ended -> rows.close());
    return rows;
  }

  private DeliveredRows.OfOne rows(DeliveryDecoder decoder, Row delivery) {
    String path = delivery.getAs(ReturnTable.PATH);
    String form = delivery.getAs(ReturnTable.FORM);
    String receivedDate = delivery.getAs(ReturnTable.RECEIVED_DATE);
    try (Content content = read(delivery.getAs(LOCATION))) {
      String deliveryId = content.deliveryId(path);
      String hash = content.hash();
      return new DeliveredRows.OfOne(
          decoder.decode(path, form, content),
          row ->
              RowFactory.create(
                  deliveryId,
                  form,
                  path,
                  hash,
                  receivedDate,
                  row.sheet(),
                  row.number(),
                  CollectionConverters.asScala(row.cells()),
                  row.refusal(),
                  row.detail(),
                  row.skippedSheets(),
                  row.unknownHeaders()));
    }
  }

  private Content read(String location) {
    Path path = new Path(location);
    try (InputStream stream = path.getFileSystem(configuration.value()).open(path)) {
      return Content.read(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(unreadable(location, e), e);
    }
  }

  /** In both languages: nobody here knows who reads it, and a file without bytes is no delivery. */
  private static String unreadable(String location, IOException cause) {
    return Stream.of(Messages.CHINESE, Messages.ENGLISH)
        .map(words -> words.text("lake.file-gone", location, String.valueOf(cause.getMessage())))
        .collect(Collectors.joining(" "));
  }
}
