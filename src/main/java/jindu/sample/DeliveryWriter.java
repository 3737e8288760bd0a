package jindu.sample;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes deliveries into {@code inbox/<FORM>/<day received>/}. */
final class DeliveryWriter {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String MARK = "\uFEFF";

  private final Path inbox;

  DeliveryWriter(Path inbox) {
    this.inbox = inbox;
  }

  void write(Delivery delivery) throws IOException {
    Path folder = inbox.resolve(delivery.form().code()).resolve(delivery.received().toString());
    Files.createDirectories(folder);
    Path file = folder.resolve(delivery.name() + "." + delivery.layout().format().ending());
    Files.write(file, bytes(delivery));
  }

  private static byte[] bytes(Delivery delivery) throws IOException {
    Layout layout = delivery.layout();
    List<HeaderColumn> columns = HeaderColumn.of(delivery);
    List<List<String>> titles = layout.titled() ? titles(delivery) : List.of();
    return switch (layout.format()) {
      case XLSX -> SheetFile.bytes(titles, columns, delivery.rows());
      case UTF_8 -> csv(delivery, titles, columns).getBytes(StandardCharsets.UTF_8);
      case UTF_8_MARKED -> (MARK + csv(delivery, titles, columns)).getBytes(StandardCharsets.UTF_8);
      case GB18030 -> csv(delivery, titles, columns).getBytes(GB18030);
    };
  }

  private static String csv(
      Delivery delivery, List<List<String>> titles, List<HeaderColumn> columns) {
    List<List<String>> lines = new ArrayList<>(titles);
    lines.add(columns.stream().map(HeaderColumn::header).toList());
    for (ReturnRow row : delivery.rows()) {
      lines.add(columns.stream().map(column -> row.get(column.name())).toList());
    }
    return CsvText.of(lines, delivery.layout().delimiter());
  }

  private static List<List<String>> titles(Delivery delivery) {
    return List.of(
        List.of("表号：" + delivery.form().code()),
        List.of("表名：" + delivery.form().titleZh()),
        List.of("合成数据，仅供演示"));
  }
}
