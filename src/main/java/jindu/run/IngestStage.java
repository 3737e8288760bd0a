package jindu.run;

import java.sql.Date;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jindu.check.NamedForms;
import jindu.core.RegisterForm;
import jindu.ingest.Delivery;
import jindu.ingest.Ingest;
import jindu.table.ReturnTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/** Decodes the new deliveries and adds their rows to {@code returns}. */
final class IngestStage {

  private final Night night;
  private final Agenda agenda;
  private final History published;
  private final Map<String, FileAccount> read = new HashMap<>();
  private final Set<String> namedForms = new TreeSet<>();

  /**
   * @param published of all batches, the one that is carried on among them
   */
  IngestStage(Night night, Agenda agenda, History published) {
    this.night = night;
    this.published = published;
    this.agenda = agenda;
  }

  Night.Rows run() {
    List<Delivery> deliveries = agenda.arrivals().deliveries();
    if (deliveries.isEmpty()) {
      return new Night.Rows(0, 0);
    }
    Dataset<Row> decoded =
        Ingest.returns(night.spark(), deliveries, night.catalog().forms()).persist();
    try {
      read.putAll(FilesRead.of(decoded));
      if (read.values().stream().anyMatch(file -> file.form().equals(RegisterForm.CODE))) {
        NamedForms.of(decoded).collectAsList().forEach(row -> namedForms.add(row.getString(0)));
      }
      // Whichever batch died after its append, however many finished since.
      boolean mayBeStored = published.anyDied();
      if (mayBeStored) {
        keepStoredDays(decoded);
      }
      Dataset<Row> added = mayBeStored ? withoutStored(decoded) : decoded;
      long appended = night.append(ReturnTable.DEFINITION, added, "returns");
      return new Night.Rows(
          read.values().stream().mapToLong(FileAccount::rowsRead).sum(), appended);
    } finally {
      decoded.unpersist();
    }
  }

  /** What tonight's rows of the register name as forms; few, whatever the number of units. */
  Set<String> namedForms() {
    return namedForms;
  }

  /** Each delivery of this night as it was read, by delivery id. */
  Map<String, FileAccount> read() {
    return read;
  }

  /** What a batch stored before it died is not stored twice. An anti join cannot repeat rows. */
  private Dataset<Row> withoutStored(Dataset<Row> decoded) {
    return decoded.join(
        night.tables().read(ReturnTable.DEFINITION).select(ReturnTable.DELIVERY_ID),
        CollectionConverters.asScala(List.of(ReturnTable.DELIVERY_ID)).toSeq(),
        "left_anti");
  }

  /** What a batch stored before it died was received then, and not when it is found again. */
  private void keepStoredDays(Dataset<Row> decoded) {
    for (Row row :
        night
            .tables()
            .read(ReturnTable.DEFINITION)
            .join(
                decoded.select(ReturnTable.DELIVERY_ID).distinct(),
                CollectionConverters.asScala(List.of(ReturnTable.DELIVERY_ID)).toSeq(),
                "left_semi")
            .select(ReturnTable.DELIVERY_ID, ReturnTable.RECEIVED_DATE)
            .distinct()
            .collectAsList()) {
      LocalDate stored = row.<Date>getAs(1).toLocalDate();
      read.computeIfPresent(row.getString(0), (delivery, file) -> file.receivedOn(stored));
    }
  }
}
