package jindu.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import jindu.core.Form;
import jindu.table.ReturnTable;
import jindu.table.Types;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
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
          .add(ReturnTable.REFUSAL_DETAIL, Types.TEXT);

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
    DeliveryDecoder decoder = new DeliveryDecoder(forms);
    return new Iterator<>() {
      private Iterator<Row> current = Collections.emptyIterator();

      @Override
      public boolean hasNext() {
        while (!current.hasNext() && deliveries.hasNext()) {
          current = rows(decoder, deliveries.next());
        }
        return current.hasNext();
      }

      @Override
      public Row next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return current.next();
      }
    };
  }

  private Iterator<Row> rows(DeliveryDecoder decoder, Row delivery) {
    String path = delivery.getAs(ReturnTable.PATH);
    String form = delivery.getAs(ReturnTable.FORM);
    String receivedDate = delivery.getAs(ReturnTable.RECEIVED_DATE);
    Content content = read(delivery.getAs(LOCATION));
    String deliveryId = content.deliveryId(path);
    return decoder
        .decode(path, form, content)
        .map(
            row ->
                RowFactory.create(
                    deliveryId,
                    form,
                    path,
                    content.hash(),
                    receivedDate,
                    row.sheet(),
                    row.number(),
                    CollectionConverters.asScala(row.cells()),
                    row.refusal(),
                    row.detail()))
        .iterator();
  }

  private Content read(String location) {
    Path path = new Path(location);
    try (InputStream stream = path.getFileSystem(configuration.value()).open(path)) {
      return Content.read(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot read %s: %s. Check the storage, then run again."
              .formatted(location, e.getMessage()),
          e);
    }
  }
}
