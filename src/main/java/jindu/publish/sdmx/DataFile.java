package jindu.publish.sdmx;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jindu.core.Quarter;
import jindu.publish.PublishedRows;
import org.apache.spark.sql.Row;

/** The observations of a table in SDMX-CSV 2.0, in the order of the table; null is empty. */
final class DataFile {

  private DataFile() {}

  static byte[] of(SdmxTable table, PublishedRows rows) throws IOException {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(header(table));
      String structure = "%s:%s(%s)".formatted(SdmxTable.AGENCY, table.flow(), SdmxTable.VERSION);
      for (Row row : rows.of(table.table())) {
        List<String> line = new ArrayList<>(List.of("dataflow", structure, "I"));
        table.dimensions().forEach(each -> line.add(text(row, each)));
        line.add(time(PublishedRows.quarter(row)));
        table.measures().forEach(each -> line.add(text(row, each)));
        table.attributes().forEach(each -> line.add(text(row, each)));
        csv.writeRecord(line);
      }
    }
    return text.toString().getBytes(UTF_8);
  }

  private static List<String> header(SdmxTable table) {
    return Stream.of(
            Stream.of("STRUCTURE", "STRUCTURE_ID", "ACTION"),
            table.dimensions().stream().map(SdmxComponent::id),
            Stream.of(SdmxTable.TIME),
            table.measures().stream().map(SdmxComponent::id),
            table.attributes().stream().map(SdmxComponent::id))
        .flatMap(names -> names)
        .toList();
  }

  private static String time(Quarter quarter) {
    return "%d-Q%d".formatted(quarter.year(), quarter.number());
  }

  private static String text(Row row, SdmxComponent component) {
    Object value = row.getAs(component.column().name());
    if (component.id().equals(SdmxComponent.CONFIDENTIALITY)) {
      return Boolean.TRUE.equals(value) ? CodeLists.CONFIDENTIAL : CodeLists.FREE;
    }
    if (value instanceof BigDecimal figure) {
      return figure.toPlainString();
    }
    return value == null ? null : value.toString();
  }
}
